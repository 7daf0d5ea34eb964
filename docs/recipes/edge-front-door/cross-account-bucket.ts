import { EdgeFrontDoor, s3Origin } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin({
    existingBucket: {
      bucket: "partner-files",
      arn: "arn:aws:s3:::partner-files",
      bucketRegionalDomainName: "partner-files.s3.eu-central-1.amazonaws.com",
      encryptionKeyArn: "arn:aws:kms:eu-central-1:210987654321:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      ownerAccountId: "210987654321",
    },
    manageBucketPolicy: false,
  }),
});

export const url = site.url;
export const requiredGrants = site.requiredGrants; // for the other account: bucket policy and key policy
