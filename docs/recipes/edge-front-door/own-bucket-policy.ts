import * as aws from "@pulumi/aws";
import { EdgeFrontDoor, s3Origin } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin({
    existingBucket: aws.s3.Bucket.get("files", "example-website-files"),
    manageBucketPolicy: false,
  }),
});

export const url = site.url;
export const requiredGrants = site.requiredGrants; // statements for the bucket's policy
