import { EdgeFrontDoor, s3Origin } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  domain: {
    name: "example.com",
    alternativeNames: ["*.example.com", "example.org"],
    hostedZoneId: "Z0123456789ABCDEFGHIJ",
    alternativeHostedZoneIds: { "example.org": "Z0123456789KLMNOPQRST" },
  },
});

export const url = site.url;
