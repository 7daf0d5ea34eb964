import { EdgeFrontDoor, s3Origin, ViewerTlsPolicy } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  domain: {
    name: "www.example.com",
    hostedZoneId: "Z0123456789ABCDEFGHIJ",
    existingCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
  },
  minimumProtocolVersion: ViewerTlsPolicy.Tls13_2025,
});

export const url = site.url;
