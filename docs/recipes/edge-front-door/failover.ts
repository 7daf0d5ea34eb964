import { EdgeFrontDoor, originGroup, s3Origin } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: originGroup({
    primary: s3Origin({ connectionAttempts: 2, connectionTimeoutSeconds: 3 }),
    secondary: s3Origin({
      existingBucket: {
        bucket: "example-replica",
        arn: "arn:aws:s3:::example-replica",
        bucketRegionalDomainName: "example-replica.s3.eu-west-1.amazonaws.com",
        region: "eu-west-1",
      },
    }),
    failoverStatusCodes: [403, 500, 502, 503, 504],
  }),
});

export const url = site.url;
export const bucket = site.bucketName; // the primary's
