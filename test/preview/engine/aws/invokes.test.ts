import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { answeredTokens, answerInvoke, partitionOf } from "../../../../preview/engine/aws";
import type { PropertyMap } from "../../../../preview/plan/plan";

function ask(token: string, args: PropertyMap = {}, region = "eu-central-1"): PropertyMap | undefined {
  return answerInvoke({ token, args, place: { partition: partitionOf(region), accountId: "123456789012", region } });
}

/** Arguments that make a function answerable where none do not. */
const ARGS: Record<string, PropertyMap> = {
  "index/getArn": { arn: "arn:aws:s3:::site" },
  "index/getAvailabilityZone": { name: "eu-central-1a" },
  "index/getService": { serviceId: "s3" },
  "iam/getSessionContext": { arn: "arn:aws:sts::1:assumed-role/deployer/me" },
  "ssm/getParameter": { name: "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64" },
};

test("every answer has every field that the SDK promises", () => {
  const root = dirname(require.resolve("@pulumi/aws/package.json"));
  const missing: string[] = [];
  for (const token of answeredTokens()) {
    const key = token.slice("aws:".length, token.lastIndexOf(":"));
    const answer = ask(token, ARGS[key] ?? { name: "thing" });
    const declaration = readFileSync(join(root, `${key.replace("index/", "")}.d.ts`), "utf8");
    const result = /export interface \w+Result \{\n([\s\S]*?)\n\}/.exec(declaration)?.[1] ?? "";
    const fields = [...result.matchAll(/^ {4}readonly (\w+):/gm)].map((m) => m[1] ?? "");
    if (fields.length === 0) missing.push(`${token}: no result type found`);
    for (const field of fields) if (answer?.[field] === undefined) missing.push(`${token}.${field}`);
  }
  expect(missing).toEqual([]);
  expect(answeredTokens().length).toBeGreaterThan(100);
});

test("the caller, partition and Region are those of the place", () => {
  expect(ask("aws:index/getCallerIdentity:getCallerIdentity")).toEqual({
    accountId: "123456789012",
    arn: "arn:aws:iam::123456789012:user/offline-preview",
    id: "123456789012",
    userId: expect.stringMatching(/^AIDA[0-9A-Z]{17}$/),
  });
  expect(ask("aws:index/getPartition:getPartition", {}, "cn-north-1")).toEqual({
    dnsSuffix: "amazonaws.com.cn",
    id: "aws-cn",
    partition: "aws-cn",
    reverseDnsPrefix: "cn.com.amazonaws",
  });
  expect(ask("aws:index/getRegion:getRegion", {}, "eusc-de-east-1")).toEqual({
    description: "EU (Germany)",
    endpoint: "ec2.eusc-de-east-1.amazonaws.eu",
    id: "eusc-de-east-1",
    name: "eusc-de-east-1",
    region: "eusc-de-east-1",
  });
  expect(ask("aws:index/getRegion:getRegion", { name: "us-east-1" })?.region).toBe("us-east-1");
});

test.each([
  ["eu-central-1", ["eu-central-1a", "eu-central-1b", "eu-central-1c"], ["euc1-az1", "euc1-az2", "euc1-az3"]],
  [
    "ap-southeast-2",
    ["ap-southeast-2a", "ap-southeast-2b", "ap-southeast-2c"],
    ["apse2-az1", "apse2-az2", "apse2-az3"],
  ],
  ["us-gov-west-1", ["us-gov-west-1a", "us-gov-west-1b", "us-gov-west-1c"], ["usgw1-az1", "usgw1-az2", "usgw1-az3"]],
  ["cn-north-1", ["cn-north-1a", "cn-north-1b", "cn-north-1c"], ["cnn1-az1", "cnn1-az2", "cnn1-az3"]],
  [
    "ap-northeast-1",
    ["ap-northeast-1a", "ap-northeast-1c", "ap-northeast-1d"],
    ["apne1-az1", "apne1-az2", "apne1-az3"],
  ],
])("%s has its Availability Zones", (region, names, zoneIds) => {
  expect(ask("aws:index/getAvailabilityZones:getAvailabilityZones", { state: "available" }, region)).toEqual({
    groupNames: [region],
    id: region,
    names,
    region,
    state: "available",
    zoneIds,
  });
});

test("a region argument moves the question there", () => {
  const args = { name: "com.amazonaws.global.cloudfront.origin-facing", region: "us-east-1" };
  const list = ask("aws:ec2/getManagedPrefixList:getManagedPrefixList", args);
  expect(list).toMatchObject({ addressFamily: "IPv4", entries: [], ownerId: "AWS", region: "us-east-1" });
  expect(list?.id).toMatch(/^pl-0?[0-9a-f]{8,16}$/);
  expect(list?.arn).toBe(`arn:aws:ec2:us-east-1:aws:prefix-list/${String(list?.id)}`);
});

test("AWS's constants are the true ones", () => {
  expect(ask("aws:elb/getServiceAccount:getServiceAccount")?.arn).toBe("arn:aws:iam::054676820928:root");
  expect(ask("aws:lb/getHostedZoneId:getHostedZoneId", { loadBalancerType: "network" })?.id).toBe("Z3F0SRJ5LGBH90");
  expect(ask("aws:cloudfront/getCachePolicy:getCachePolicy", { name: "Managed-CachingDisabled" })).toMatchObject({
    id: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    minTtl: 0,
    defaultTtl: 0,
    maxTtl: 0,
  });
  expect(
    ask("aws:cloudfront/getOriginRequestPolicy:getOriginRequestPolicy", {
      name: "Managed-AllViewerExceptHostHeader",
    })?.id,
  ).toBe("b689b0a8-53d0-40ab-baf2-68738e2966ac");
  expect(
    ask("aws:cloudfront/getResponseHeadersPolicy:getResponseHeadersPolicy", {
      id: "67f7725c-6f97-4210-82d7-5512b31e9d03",
    })?.name,
  ).toBe("Managed-SecurityHeadersPolicy");
});

test("a looked-up thing is like one that was created, and the same question gets the same answer", () => {
  const vpc = ask("aws:ec2/getVpc:getVpc", { tags: { Name: "main" } });
  expect(vpc).toEqual(ask("aws:ec2/getVpc:getVpc", { tags: { Name: "main" } }));
  expect(vpc?.arn).toBe(`arn:aws:ec2:eu-central-1:123456789012:vpc/${String(vpc?.id)}`);
  expect(vpc?.id).not.toBe(ask("aws:ec2/getVpc:getVpc", { tags: { Name: "other" } })?.id);
  const byId = ask("aws:ec2/getVpc:getVpc", { id: "vpc-0a1b2c3d4e5f60718" });
  expect(byId?.arn).toBe("arn:aws:ec2:eu-central-1:123456789012:vpc/vpc-0a1b2c3d4e5f60718");
  const zone = ask("aws:route53/getZone:getZone", { name: "example.com." });
  expect(zone?.zoneId).toBe(zone?.id);
  expect(zone?.nameServers).toHaveLength(4);
  expect(ask("aws:ec2/getSubnets:getSubnets", {})?.ids).toHaveLength(3);
});

test("twins and the short forms of a token are the same function", () => {
  const args = { name: "shop" };
  const arn = ask("aws:lb/getLoadBalancer:getLoadBalancer", args)?.arn;
  expect(arn).toMatch(/:loadbalancer\/app\/shop\/[0-9a-f]{16}$/);
  expect(ask("aws:elasticloadbalancingv2/getLoadBalancer:getLoadBalancer", args)?.arn).toBe(arn);
  expect(ask("aws:alb/getLoadBalancer:getLoadBalancer", args)?.arn).toMatch(/:loadbalancer\/app\/shop\//);
  expect(ask("aws:index:getPartition")).toEqual(ask("aws:index/getPartition:getPartition"));
});

test.each<[string, PropertyMap]>([
  ["aws:secretsmanager/getSecretVersion:getSecretVersion", { secretId: "db" }],
  ["aws:ecr/getAuthorizationToken:getAuthorizationToken", {}],
  ["aws:eks/getClusterAuth:getClusterAuth", { name: "main" }],
  ["aws:kms/getSecrets:getSecrets", {}],
  ["aws:ssm/getParameter:getParameter", { name: "/shop/db/password" }],
  ["aws:organizations/getOrganization:getOrganization", {}],
  ["aws:ec2/getInstanceType:getInstanceType", { instanceType: "t4g.micro" }],
  [
    "aws:index/getAvailabilityZones:getAvailabilityZones",
    { filters: [{ name: "zone-name", values: ["eu-central-1-ham-1a"] }] },
  ],
  ["aws:index/getIpRanges:getIpRanges", { services: ["s3"] }],
  ["pulumi:pulumi:getResource", { urn: "x" }],
  ["aws:constructor/toString:toString", {}],
])("%s is left unanswered", (token, args) => {
  expect(ask(token, args)).toBeUndefined();
});

test("public parameters hold an image id", () => {
  const name = "/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64";
  const answer = ask("aws:ssm/getParameter:getParameter", { name });
  expect(answer?.value).toMatch(/^ami-0[0-9a-f]{16}$/);
  expect(answer?.arn).toBe(`arn:aws:ssm:eu-central-1::parameter${name}`);
  expect(
    ask("aws:ec2/getAmi:getAmi", { mostRecent: true, owners: ["amazon"], nameRegex: "al2023-ami-.*-arm64" }),
  ).toMatchObject({
    architecture: "arm64",
    id: expect.stringMatching(/^ami-0[0-9a-f]{16}$/),
    rootDeviceType: "ebs",
  });
});

test("an assumed role's session leads back to its role", () => {
  expect(
    ask("aws:iam/getSessionContext:getSessionContext", { arn: "arn:aws:sts::111111111111:assumed-role/deployer/me" }),
  ).toMatchObject({
    issuerArn: "arn:aws:iam::111111111111:role/deployer",
    issuerName: "deployer",
    sessionName: "me",
  });
});
