import { EdgeFrontDoor, s3Origin } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  anycastIpList: { existingIpListId: "aip_0123456789abcdefghijkl" },
  ipv6: false,
  domain: {
    name: "example.com",
    existingCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
  },
});

export const url = site.url;
