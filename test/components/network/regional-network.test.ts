// A VPC of one Region: exactly what is made, and in which order.

import { follows, known, tree } from "../record-stack";
import { place, tags } from "./place";

const region = "eu-central-1";
const vpcId = "shop-vpc-id";

let plain: Awaited<ReturnType<typeof place>>;
beforeAll(async () => {
  plain = await place();
});

test("is a VPC whose names resolve, with nothing in the group that AWS gives to what names none", () => {
  const { inputsOf } = plain;
  expect(inputsOf("shop-vpc")).toEqual({
    region,
    cidrBlock: "10.0.0.0/16",
    enableDnsSupport: true,
    enableDnsHostnames: true,
    tags: { Name: "shop", ...tags },
  });
  // Without rules here the provider removes those that AWS put there.
  expect(inputsOf("shop-default-security-group")).toEqual({ region, vpcId, tags });
});

test("splits its addresses: public subnets begin at the first sixteenth, private ones at the ninth", () => {
  const { inputsOf, namesOf } = plain;
  const subnet = (name: string, zone: string, cidrBlock: string) => [
    name,
    {
      region,
      vpcId,
      availabilityZoneId: zone,
      cidrBlock,
      mapPublicIpOnLaunch: false,
      tags: { Name: name, ...tags },
    },
  ];
  const names = namesOf("aws:ec2/subnet:Subnet").sort();
  expect(names.map((name) => [name, inputsOf(name)])).toEqual([
    subnet("shop-private-euc1-az1", "euc1-az1", "10.0.128.0/20"),
    subnet("shop-private-euc1-az2", "euc1-az2", "10.0.144.0/20"),
    subnet("shop-public-euc1-az1", "euc1-az1", "10.0.0.0/20"),
    subnet("shop-public-euc1-az2", "euc1-az2", "10.0.16.0/20"),
  ]);
});

test.each<[string, number, string, string]>([
  ["10.4.0.0/22", 2, "10.4.0.64/26", "10.4.2.64/26"],
  ["172.16.0.0/16", 8, "172.16.112.0/20", "172.16.240.0/20"],
])("in %s the last of %d zones has %s and %s", async (cidrBlock, count, publicRange, privateRange) => {
  const availabilityZoneIds = Array.from({ length: count }, (_, index) => `euc1-az${index + 1}`);
  const { inputsOf } = await place({ cidrBlock, availabilityZoneIds });
  expect(inputsOf(`shop-public-euc1-az${count}`).cidrBlock).toBe(publicRange);
  expect(inputsOf(`shop-private-euc1-az${count}`).cidrBlock).toBe(privateRange);
});

test("sends public subnets to the internet by one table, and private ones nowhere, each by its own", () => {
  const { inputsOf, namesOf } = plain;
  expect(inputsOf("shop-internet-gateway")).toEqual({ region, vpcId, tags });
  expect(namesOf("aws:ec2/route:Route")).toEqual(["shop-public-default"]);
  expect(inputsOf("shop-public-default")).toEqual({
    region,
    routeTableId: "shop-public-routes-id",
    destinationCidrBlock: "0.0.0.0/0",
    gatewayId: "shop-internet-gateway-id",
  });
  const tables = namesOf("aws:ec2/routeTable:RouteTable").sort();
  expect(tables).toEqual(["shop-private-euc1-az1-routes", "shop-private-euc1-az2-routes", "shop-public-routes"]);
  for (const table of tables) {
    expect(inputsOf(table)).toEqual({ region, vpcId, tags });
  }
  const associations = namesOf("aws:ec2/routeTableAssociation:RouteTableAssociation").sort();
  expect(associations.map((name) => [name, inputsOf(name)])).toEqual(
    [
      ["shop-private-euc1-az1", "shop-private-euc1-az1-routes"],
      ["shop-private-euc1-az2", "shop-private-euc1-az2-routes"],
      ["shop-public-euc1-az1", "shop-public-routes"],
      ["shop-public-euc1-az2", "shop-public-routes"],
    ].map(([subnet, table]) => [
      `${subnet}-association`,
      { region, subnetId: `${subnet}-id`, routeTableId: `${table}-id` },
    ]),
  );
});

test("makes nothing else without internet access", () => {
  const { resources } = plain;
  const types = new Set(resources.map(({ type }) => type).filter((type) => type.startsWith("aws:ec2/")));
  expect([...types].sort()).toEqual([
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    "aws:ec2/flowLog:FlowLog",
    "aws:ec2/internetGateway:InternetGateway",
    "aws:ec2/route:Route",
    "aws:ec2/routeTable:RouteTable",
    "aws:ec2/routeTableAssociation:RouteTableAssociation",
    "aws:ec2/securityGroup:SecurityGroup",
    "aws:ec2/subnet:Subnet",
    "aws:ec2/vpc:Vpc",
    "aws:ec2/vpcEndpoint:VpcEndpoint",
  ]);
});

describe("with internet access", () => {
  test("each zone has a NAT gateway, an address for it and a route to it", async () => {
    const { resources, inputsOf } = await place({ internetAccess: true });
    expect(tree(resources).filter((line) => !tree(plain.resources).includes(line))).toEqual([
      "aws:ec2/eip:Eip | shop-nat-euc1-az1-address | place",
      "aws:ec2/eip:Eip | shop-nat-euc1-az2-address | place",
      "aws:ec2/natGateway:NatGateway | shop-nat-euc1-az1 | place",
      "aws:ec2/natGateway:NatGateway | shop-nat-euc1-az2 | place",
      "aws:ec2/route:Route | shop-nat-euc1-az1-default | place",
      "aws:ec2/route:Route | shop-nat-euc1-az2-default | place",
    ]);
    expect(inputsOf("shop-nat-euc1-az2-address")).toEqual({ region, domain: "vpc", tags });
    expect(inputsOf("shop-nat-euc1-az2")).toEqual({
      region,
      subnetId: "shop-public-euc1-az2-id",
      allocationId: "shop-nat-euc1-az2-address-id",
      tags,
    });
    expect(inputsOf("shop-nat-euc1-az2-default")).toEqual({
      region,
      routeTableId: "shop-private-euc1-az2-routes-id",
      destinationCidrBlock: "0.0.0.0/0",
      natGatewayId: "shop-nat-euc1-az2-id",
    });
  });

  test("the internet gateway is there before, and as long as, the NAT gateways and their addresses", async () => {
    const { resources } = await place({ internetAccess: true });
    for (const later of ["shop-nat-euc1-az1", "shop-nat-euc1-az1-address"]) {
      expect(follows(resources, later, "shop-internet-gateway")).toBe(true);
    }
  });

  test("who uses private subnets waits for their way out", async () => {
    const { resources } = await place({ internetAccess: true });
    for (const zone of ["euc1-az1", "euc1-az2"]) {
      expect(follows(resources, "shop-endpoint-logs", `shop-nat-${zone}-default`)).toBe(true);
    }
  });
});

test("records who talks to whom", async () => {
  const { inputsOf, policyOf } = await place({ retentionDays: 365 });
  const group = "arn:aws:logs:eu-central-1:123456789012:log-group:shop-flow-log-group-0123456";
  expect(inputsOf("shop-flow-log-group")).toEqual({ region, retentionInDays: 365, tags });
  expect(inputsOf("shop-flow-log")).toEqual({
    region,
    vpcId,
    trafficType: "ALL",
    logDestinationType: "cloud-watch-logs",
    logDestination: group,
    iamRoleArn: "arn:aws:iam::123456789012:role/shop-flow-log-role-0123456",
    tags,
  });
  expect(JSON.parse(String(inputsOf("shop-flow-log-role").assumeRolePolicy)).Statement).toEqual([
    { Effect: "Allow", Principal: { Service: "vpc-flow-logs.amazonaws.com" }, Action: "sts:AssumeRole" },
  ]);
  expect(policyOf("shop-flow-log-writing").Statement).toEqual([
    {
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"],
      Resource: [group, `${group}:*`],
    },
  ]);
});

test("may write its log before it begins to", () => {
  const { resources } = plain;
  expect(follows(resources, "shop-flow-log", "shop-flow-log-writing")).toBe(true);
});

test("hands out subnets in the order of the zones", async () => {
  const { network } = plain;
  const ids = await Promise.all([...network.publicSubnetIds, ...network.privateSubnetIds].map((id) => known(id)));
  expect(ids).toEqual([
    "shop-public-euc1-az1-id",
    "shop-public-euc1-az2-id",
    "shop-private-euc1-az1-id",
    "shop-private-euc1-az2-id",
  ]);
  expect(network.zones.map(({ availabilityZoneId }) => availabilityZoneId)).toEqual(["euc1-az1", "euc1-az2"]);
});
