import * as aws from "@pulumi/aws";
import { EdgeFrontDoor, s3Origin } from "../../../components";

const files = aws.s3.Bucket.get("files", "example-website-files");

const site = new EdgeFrontDoor("site", {
  origin: s3Origin({
    existingBucket: files,
    // What the bucket's policy says today and shall go on saying.
    extraStatements: [
      {
        Sid: "AllowDeployment",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::123456789012:role/website-deployment" },
        Action: "s3:PutObject",
        Resource: "arn:aws:s3:::example-website-files/*",
      },
    ],
  }),
  domain: { name: "www.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = site.url;
