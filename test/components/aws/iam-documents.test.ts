import * as documents from "../../../components/aws/iam-documents";

const bucket = "arn:aws:s3:::shop";
const distribution = "arn:aws:cloudfront::123456789012:distribution/E1";

test("a policy document is the JSON text AWS expects", () => {
  expect(JSON.parse(documents.policyDocument([documents.denyInsecureTransport(bucket)]))).toEqual({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "DenyInsecureTransport",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [bucket, `${bucket}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  });
});

test("CloudFront reads objects only, and only as the one distribution", () => {
  expect(documents.allowCloudFrontBucket(bucket, [distribution], ["s3:GetObject"], false)).toEqual([
    {
      Sid: "AllowCloudFrontRead",
      Effect: "Allow",
      Principal: { Service: "cloudfront.amazonaws.com" },
      Action: "s3:GetObject",
      Resource: `${bucket}/*`,
      Condition: { StringEquals: { "AWS:SourceArn": distribution } },
    },
  ]);
  expect(documents.allowCloudFrontKey([distribution], false)).toMatchObject({
    Action: "kms:Decrypt",
    Condition: { StringEquals: { "AWS:SourceArn": distribution } },
  });
});

test("several distributions share one statement, and listing is one of its own on the bucket", () => {
  const both = [distribution, `${distribution}2`];
  const [objects, list] = documents.allowCloudFrontBucket(bucket, both, ["s3:GetObject", "s3:PutObject"], true);
  expect(objects).toMatchObject({
    Action: ["s3:GetObject", "s3:PutObject"],
    Resource: `${bucket}/*`,
    Condition: { StringEquals: { "AWS:SourceArn": both } },
  });
  expect(list).toMatchObject({
    Action: "s3:ListBucket",
    Resource: bucket,
    Condition: { StringEquals: { "AWS:SourceArn": both } },
  });
  expect(documents.allowCloudFrontKey(both, true)).toMatchObject({
    Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*"],
  });
});

test("the account's root stays able to administer a key, in any partition", () => {
  expect(documents.allowAccountAdministration({ partition: "aws-cn", account: "123456789012" })).toMatchObject({
    Principal: { AWS: "arn:aws-cn:iam::123456789012:root" },
    Action: "kms:*",
  });
});

test("log delivery writes for one source and one account", () => {
  const source = "arn:aws:logs:us-east-1:123456789012:delivery-source:shop";
  expect(documents.allowLogDelivery(bucket, [source], "123456789012")).toMatchObject({
    Principal: { Service: "delivery.logs.amazonaws.com" },
    Action: "s3:PutObject",
    Resource: `${bucket}/*`,
    Condition: {
      StringEquals: { "aws:SourceAccount": "123456789012", "s3:x-amz-acl": "bucket-owner-full-control" },
      ArnLike: { "aws:SourceArn": source },
    },
  });
  expect(
    documents.allowLogDeliveryEncryption("us-east-1", { partition: "aws", account: "123456789012" }),
  ).toMatchObject({
    Condition: {
      StringEquals: { "aws:SourceAccount": "123456789012" },
      ArnLike: { "aws:SourceArn": "arn:aws:logs:us-east-1:123456789012:*" },
    },
  });
});
