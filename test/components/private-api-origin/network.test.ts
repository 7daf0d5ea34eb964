// The endpoint, the load balancer and what connects them.

import * as aws from "@pulumi/aws";
import { PrivateApiOrigin, VpcOriginIngress } from "../../../components";
import { follows, recordStack } from "../record-stack";
import { build } from "./build";
import { argsWith, existingEndpoint, network, originName, REGION, tags } from "./variants";

const HTTPS = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };
const arn = (resource: string) => `arn:aws:elasticloadbalancing:${REGION}:123456789012:${resource}`;

let made: Awaited<ReturnType<typeof build>>;

beforeAll(async () => {
  made = await build(argsWith());
});

test("the endpoint is in the declared subnets, without the DNS names of everybody's APIs", () => {
  expect(made.inputsOf("orders-endpoint")).toEqual({
    vpcId: "vpc-1",
    vpcEndpointType: "Interface",
    serviceName: "com.amazonaws.eu-central-1.execute-api",
    subnetIds: ["subnet-a", "subnet-b"],
    securityGroupIds: ["orders-endpoint-security-group-id"],
    privateDnsEnabled: false,
    tags,
  });
});

test("the endpoint leads to the APIs behind it only", () => {
  expect(made.inputsOf("orders-endpoint-policy")).toEqual({
    vpcEndpointId: "orders-endpoint-id",
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "AllowTheseApis",
          Effect: "Allow",
          Principal: "*",
          Action: "execute-api:Invoke",
          Resource: [`arn:aws:execute-api:${REGION}:123456789012:orders-api-id/*`],
        },
      ],
    }),
  });
});

test("the groups have no rules of their own: each lets in what comes before it and calls what comes after", () => {
  expect(made.inputsOf("orders-endpoint-security-group")).toEqual({
    vpcId: "vpc-1",
    description: "API endpoint of orders",
    tags,
  });
  expect(made.inputsOf("orders-load-balancer-security-group")).toEqual({
    vpcId: "vpc-1",
    description: "Load balancer of orders",
    tags,
  });
  expect(made.inputsOf("orders-vpc-origin-ingress")).toEqual({
    securityGroupId: "orders-load-balancer-security-group-id",
    referencedSecurityGroupId: "sg-vpc-1-cloudfront",
    ...HTTPS,
    description: "CloudFront VPC origins of this VPC",
    tags,
  });
  expect(made.inputsOf("orders-load-balancer-egress")).toEqual({
    securityGroupId: "orders-load-balancer-security-group-id",
    referencedSecurityGroupId: "orders-endpoint-security-group-id",
    ...HTTPS,
    description: "API endpoint",
    tags,
  });
  expect(made.inputsOf("orders-endpoint-ingress")).toEqual({
    securityGroupId: "orders-endpoint-security-group-id",
    referencedSecurityGroupId: "orders-load-balancer-security-group-id",
    ...HTTPS,
    description: "Load balancer of orders",
    tags,
  });
  expect(made.namesOf("vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toHaveLength(2);
  expect(made.namesOf("vpc/securityGroupEgressRule:SecurityGroupEgressRule")).toHaveLength(1);
});

test("the load balancer is internal, logs, drops what is no header and is protected", () => {
  expect(made.inputsOf("orders-load-balancer")).toEqual({
    namePrefix: "order-",
    internal: true,
    loadBalancerType: "application",
    subnets: ["subnet-a", "subnet-b"],
    securityGroups: ["orders-load-balancer-security-group-id"],
    idleTimeout: 60,
    dropInvalidHeaderFields: true,
    desyncMitigationMode: "defensive",
    enableDeletionProtection: true,
    accessLogs: { bucket: "orders-load-balancer-log-0123456", enabled: true },
    tags: { Name: "orders", ...tags },
  });
});

test("its targets are the endpoint's addresses, one in each subnet and in their order", () => {
  expect(made.inputsOf("orders-target-group")).toEqual({
    namePrefix: "order-",
    vpcId: "vpc-1",
    targetType: "ip",
    protocol: "HTTPS",
    port: 443,
    healthCheck: { protocol: "HTTPS", path: "/ping", matcher: "200,403" },
    tags: { Name: "orders", ...tags },
  });
  const target = { targetGroupArn: arn("targetgroup/orders-target-group/0"), port: 443 };
  expect(made.namesOf("lb/targetGroupAttachment:TargetGroupAttachment").sort()).toEqual([
    "orders-target-1",
    "orders-target-2",
  ]);
  expect(made.inputsOf("orders-target-1")).toEqual({ ...target, targetId: "10.0.0.10" });
  expect(made.inputsOf("orders-target-2")).toEqual({ ...target, targetId: "10.0.1.10" });
});

test("an answer may take as long as CloudFront waits for it", async () => {
  const { inputsOf } = await build(argsWith({ readTimeoutSeconds: 120 }));
  expect(inputsOf("orders-load-balancer")).toMatchObject({ idleTimeout: 150 });
});

test("the VPC origin leads to the load balancer, over HTTPS only", () => {
  expect(made.inputsOf("orders-vpc-origin")).toEqual({
    vpcOriginEndpointConfig: {
      name: expect.stringMatching(/^orders-[0-9a-f]{8}$/),
      arn: arn("loadbalancer/app/orders-load-balancer/0"),
      httpPort: 80,
      httpsPort: 443,
      originProtocolPolicy: "https-only",
      originSslProtocols: { items: ["TLSv1.2"], quantity: 1 },
    },
    timeouts: { create: "30m", update: "30m", delete: "30m" },
    tags,
  });
});

describe("an endpoint made elsewhere", () => {
  test("gives its addresses in the declared subnets, is opened to the load balancer and keeps its policy", async () => {
    const { inputsOf, namesOf } = await build(argsWith({ network: { ...network, existingEndpoint } }));
    expect(namesOf("ec2/vpcEndpoint:VpcEndpoint")).toEqual([]);
    expect(namesOf("ec2/vpcEndpointPolicy:VpcEndpointPolicy")).toEqual([]);
    expect(namesOf("ec2/securityGroup:SecurityGroup")).toEqual(["orders-load-balancer-security-group"]);
    expect(inputsOf("orders-target-1")).toMatchObject({ targetId: "10.0.0.20" });
    expect(inputsOf("orders-target-2")).toMatchObject({ targetId: "10.0.1.20" });
    expect(inputsOf("orders-endpoint-ingress")).toMatchObject({ securityGroupId: "sg-endpoint" });
    expect(inputsOf("orders-load-balancer-egress")).toMatchObject({ referencedSecurityGroupId: "sg-endpoint" });
    expect(inputsOf("orders-api")).toMatchObject({ endpointConfiguration: { vpcEndpointIds: ["vpce-1"] } });
  });

  test("may be a resource of the program, as may the subnets, with as many targets before anything is known", async () => {
    const program = () => {
      const subnets = ["a", "b"].map((zone) => new aws.ec2.Subnet(zone, { vpcId: "vpc-1" }));
      const endpoint = new aws.ec2.VpcEndpoint("api", { vpcId: "vpc-1", serviceName: "execute-api" });
      const { id, subnetConfigurations } = endpoint;
      const own = {
        ...network,
        subnets,
        existingEndpoint: { id, subnetConfigurations, securityGroupId: "sg-endpoint" },
      };
      return new PrivateApiOrigin("orders", argsWith({ network: own }));
    };
    const { resources } = await recordStack(program, { preview: true });
    const targets = resources.filter(({ type }) => type.endsWith(":TargetGroupAttachment")).map(({ name }) => name);
    expect(targets.sort()).toEqual(["orders-target-1", "orders-target-2"]);
    for (const name of [...targets, "orders-load-balancer"]) {
      expect([name, follows(resources, name, "a"), follows(resources, name, "b")]).toEqual([name, true, true]);
    }
  });
});

test.each([
  [VpcOriginIngress.PrefixList, { prefixListId: "pl-default-ipv4", description: "CloudFront" }],
  [VpcOriginIngress.ServiceSecurityGroup, { referencedSecurityGroupId: "sg-vpc-1-cloudfront" }],
])("the load balancer is opened by %s", async (ingress, expected) => {
  const { inputsOf } = await build(argsWith({ ingress }));
  expect(inputsOf("orders-vpc-origin-ingress")).toMatchObject({ ...expected, ...HTTPS });
});

test("somebody else may open the load balancer", async () => {
  const { namesOf, calls } = await build(argsWith({ ingress: VpcOriginIngress.Caller }));
  expect(namesOf("vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toEqual(["orders-endpoint-ingress"]);
  expect(calls.map(({ token }) => token)).not.toContain("aws:ec2/getSecurityGroup:getSecurityGroup");
});

test("the certificate is requested in the Region of the stack and proved in its zone", () => {
  expect(made.inputsOf("orders-certificate")).toEqual({ domainName: originName, validationMethod: "DNS", tags });
  expect(made.inputsOf(`orders-validation-${originName}`)).toEqual({
    zoneId: "Z0123456789ABCDEFGHIJ",
    name: `_token.${originName}.`,
    type: "CNAME",
    records: [`_proof.${originName}.acm-validations.aws.`],
    ttl: 300,
    allowOverwrite: true,
  });
  expect(made.inputsOf("orders-certificate-validation")).toEqual({
    certificateArn: `arn:aws:acm:${REGION}:123456789012:certificate/orders-certificate`,
    validationRecordFqdns: [`_token.${originName}.`],
  });
});
