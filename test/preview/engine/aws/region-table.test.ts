import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { dnsSuffixOf, partitionOf, takesRegion } from "../../../../preview/engine/aws";
import { knownTypes, tableVersion } from "../../../../preview/engine/aws/type-table";

const { generate, OUTPUT } = require("../../../../preview/engine/aws/generate-tables.cjs") as {
  generate(root: string): Record<string, string>;
  OUTPUT: Record<string, string>;
};

const sdkRoot = dirname(require.resolve("@pulumi/aws/package.json"));

test("the generated tables are those of the installed @pulumi/aws", () => {
  const fresh = generate(sdkRoot);
  expect(Object.keys(OUTPUT)).toEqual(["regionLess", "types", "functions"]);
  for (const [name, path] of Object.entries(OUTPUT)) {
    const checkedIn = readFileSync(path, "utf8");
    if (checkedIn !== fresh[name]) throw new Error(`${path} is stale: run node preview/engine/aws/generate-tables.cjs`);
  }
});

test("of 1738 types 1559 take a region and 179 do not", () => {
  const types = knownTypes();
  expect(types).toHaveLength(1738);
  expect(types.filter(takesRegion)).toHaveLength(1559);
  expect(tableVersion().types).toBe(1738);
});

test("the tables stay small on disk", () => {
  const size = (name: string): number => readFileSync(OUTPUT[name] ?? "").length;
  expect(size("types")).toBeLessThan(300_000);
  expect(size("functions")).toBeLessThan(100_000);
  expect(size("regionLess")).toBeLessThan(20_000);
});

test.each([
  ["aws:s3/bucket:Bucket", true],
  ["aws:s3/bucketPolicy:BucketPolicy", true],
  ["aws:acm/certificate:Certificate", true],
  ["aws:wafv2/webAcl:WebAcl", true],
  ["aws:cloudwatch/logDelivery:LogDelivery", true],
  ["aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock", false],
  ["aws:cloudfront/distribution:Distribution", false],
  ["aws:cloudfront/originAccessControl:OriginAccessControl", false],
  ["aws:iam/role:Role", false],
  ["aws:route53/record:Record", false],
  ["aws:lb/loadBalancer:LoadBalancer", true],
  ["aws:alb/loadBalancer:LoadBalancer", true],
  ["aws:elasticloadbalancingv2/loadBalancer:LoadBalancer", true],
  ["aws:applicationloadbalancing/listener:Listener", true],
  // A newer SDK's types: regional, unless the service as a whole is global.
  ["aws:s3/somethingNew:SomethingNew", true],
  ["aws:newservice/thing:Thing", true],
  ["aws:cloudfront/somethingNew:SomethingNew", false],
  ["aws:iam/somethingNew:SomethingNew", false],
  ["pulumi:providers:aws", false],
  ["aws-native:s3:Bucket", false],
  ["kubernetes:core/v1:Pod", false],
  ["causeway:index:EdgeFrontDoor", false],
  ["random:index/randomId:RandomId", false],
])("%s takes a region: %s", (type, expected) => {
  expect(takesRegion(type)).toBe(expected);
});

test.each([
  ["eu-central-1", "aws", "amazonaws.com"],
  ["us-east-1", "aws", "amazonaws.com"],
  ["cn-north-1", "aws-cn", "amazonaws.com.cn"],
  ["us-gov-west-1", "aws-us-gov", "amazonaws.com"],
  ["eusc-de-east-1", "aws-eusc", "amazonaws.eu"],
  ["us-iso-east-1", "aws-iso", "c2s.ic.gov"],
  ["us-isob-east-1", "aws-iso-b", "sc2s.sgov.gov"],
  ["eu-isoe-west-1", "aws-iso-e", "cloud.adc-e.uk"],
  ["us-isof-south-1", "aws-iso-f", "csp.hci.ic.gov"],
  ["mars-north-1", "aws", "amazonaws.com"],
])("%s is in partition %s with suffix %s", (region, partition, suffix) => {
  expect(partitionOf(region)).toBe(partition);
  expect(dnsSuffixOf(partition)).toBe(suffix);
});
