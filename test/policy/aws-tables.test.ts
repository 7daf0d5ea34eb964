import { isDistributionArn } from "../../policy/aws/arn";
import { regionOfZone, regionOfZoneId, regionsIn } from "../../policy/aws/regions";

test.each<[string, string[]]>([
  ["arn:aws:sqs:us-west-2:123456789012:orders", ["us-west-2"]],
  ["arn:aws-us-gov:sqs:us-gov-east-1:123456789012:orders", ["us-gov-east-1"]],
  ["arn:aws:s3:::bucket/us-west-2", []],
  ["arn:aws:iam::123456789012:role/us-west-2", []],
  ["https://sqs.eu-west-1.amazonaws.com/123456789012/orders", ["eu-west-1"]],
  ["123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:1", ["eu-west-1"]],
  ["bucket.s3.dualstack.eu-west-1.amazonaws.com", ["eu-west-1"]],
  ["bucket.s3-website-us-west-2.amazonaws.com", ["us-west-2"]],
  ["abc.execute-api.cn-north-1.amazonaws.com.cn", ["cn-north-1"]],
  ["abc.lambda-url.ap-south-1.on.aws", ["ap-south-1"]],
  ["SQS.US-WEST-2.AmazonAWS.com", ["us-west-2"]],
  ["https://us-west-2.queue.amazonaws.com/123456789012/orders", ["us-west-2"]],
  ["sqs.eusc-de-east-1.amazonaws.eu", ["eusc-de-east-1"]],
  ["com.amazonaws.us-west-2.s3", ["us-west-2"]],
  ["com.amazonaws.vpce.us-west-2.vpce-svc-0123456789abcdef0", ["us-west-2"]],
  [
    "from arn:aws:sqs:us-west-2:1:a to arn:aws:sqs:eu-west-1:1:a and arn:aws:sqs:us-west-2:1:b",
    ["eu-west-1", "us-west-2"],
  ],
  ["us-west-2", []],
  ["my-us-west-2-thing.example.com", []],
])("%s points to %j", (text, regions) => {
  expect(regionsIn(text)).toEqual(regions);
});

test.each([
  ["eu-central-1a", "eu-central-1"],
  ["us-gov-west-1b", "us-gov-west-1"],
  ["us-west-2-lax-1a", "us-west-2"],
  ["us-east-1-wl1-bos-wlz-1", "us-east-1"],
  ["eu-central-1", undefined],
  ["zone-1", undefined],
])("the zone %s is in %s", (zone, region) => {
  expect(regionOfZone(zone)).toBe(region);
});

test.each([
  ["euc1-az1", "eu-central-1"],
  ["use1-az6", "us-east-1"],
  ["apne1-az4", "ap-northeast-1"],
  ["usgw1-az1", "us-gov-west-1"],
  ["cac1-az1", "ca-central-1"],
  ["az1", undefined],
])("the zone id %s is in %s", (id, region) => {
  expect(regionOfZoneId(id)).toBe(region);
});

test.each([
  ["arn:aws:cloudfront::123456789012:distribution/E1A2B3C4D5E6F7", true],
  ["arn:aws-cn:cloudfront::123456789012:distribution/E1A2B3C4D5E6F7", true],
  ["arn:aws:cloudfront::123456789012:distribution/*", false],
  ["arn:aws:cloudfront::*:distribution/E1A2B3C4D5E6F7", false],
  ["arn:*:cloudfront::123456789012:distribution/E1A2B3C4D5E6F7", false],
  ["arn:aws:cloudfront::123456789012:distribution/E1A2?", false],
])("%s is one exact distribution: %s", (arn, exact) => {
  expect(isDistributionArn(arn)).toBe(exact);
});
