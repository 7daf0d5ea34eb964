import { EdgeFrontDoor, s3Origin } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  firewall: { hotlinkProtection: { pathPrefixes: ["/images/", "/videos/"] } },
  domain: { name: "www.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = site.url;
