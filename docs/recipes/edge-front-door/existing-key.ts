import { EdgeFrontDoor, s3Origin } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  encryptionKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
  domain: { name: "www.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = site.url;
export const requiredGrants = site.requiredGrants; // statements for the key's policy
