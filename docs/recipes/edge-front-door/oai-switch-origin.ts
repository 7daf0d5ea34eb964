import * as aws from "@pulumi/aws";
import { EdgeFrontDoor, OriginAccessPhase, s3Origin } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin({
    existingBucket: aws.s3.Bucket.get("files", "example-website-files"),
    originAccessIdentity: aws.cloudfront.OriginAccessIdentity.get("files-reader", "E74FTE3AEXAMPLE"),
    originAccessPhase: OriginAccessPhase.SwitchOrigin,
  }),
});

export const url = site.url;
