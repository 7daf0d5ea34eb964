import { EdgeFrontDoor, httpOrigin } from "../../../components";

const shop = new EdgeFrontDoor("shop", {
  origin: httpOrigin({ domainName: "shop.example.net" }),
  firewall: {
    antiDdos: { challengeExemptPaths: ["^/api/"] },
    botControl: { pathPrefixes: ["/search", "/checkout"] },
  },
});

export const url = shop.url;
