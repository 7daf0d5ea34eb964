// Bucket policies for tests, as JSON text the way programs pass them.

import { distributionArn } from "./distributions";

export const bucketArn = "arn:aws:s3:::shop-site";

export const denyPlainHttp = {
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: [bucketArn, `${bucketArn}/*`],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};

export function allowCloudFront(
  condition: object | undefined = { StringEquals: { "AWS:SourceArn": distributionArn } },
) {
  return {
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "s3:GetObject",
    Resource: `${bucketArn}/*`,
    Condition: condition,
  };
}

export function document(...statements: object[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}
