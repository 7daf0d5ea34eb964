import { EdgeFrontDoor, httpOrigin, s3Origin } from "../../../components";

const shop = new EdgeFrontDoor("shop", {
  origin: s3Origin(),
  routes: [{ name: "api", pathPattern: "/api/*", origin: httpOrigin({ domainName: "api.example.com" }) }],
  // Bodies over 8 KB are blocked otherwise.
  firewall: { countedCoreRules: ["SizeRestrictions_BODY"] },
  domain: { name: "shop.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = shop.url;
export const bucket = shop.bucketName;
