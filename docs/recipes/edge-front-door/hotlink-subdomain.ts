import { EdgeFrontDoor, s3Origin } from "../../../components";

const media = new EdgeFrontDoor("media", {
  origin: s3Origin(),
  firewall: { hotlinkProtection: { allowedSites: ["example.com"], allowEmptyReferer: false } },
  domain: { name: "static.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = media.url;
