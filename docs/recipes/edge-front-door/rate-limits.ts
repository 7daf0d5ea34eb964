import { EdgeFrontDoor, httpOrigin, RuleAction } from "../../../components";

const shop = new EdgeFrontDoor("shop", {
  origin: httpOrigin({ domainName: "shop.example.net" }),
  firewall: {
    rateLimits: [
      { name: "login", limit: 20, windowSeconds: 60, pathPrefix: "/login" },
      { name: "search", limit: 300, pathPrefix: "/search", action: RuleAction.Captcha },
      { name: "per-address", limit: 2_000 },
    ],
    blockedAddresses: { ipv4: ["203.0.113.0/24"], ipv6: ["2001:db8:bad::/48"] },
  },
});

export const url = shop.url;
