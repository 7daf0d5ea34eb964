import type { PrivateApiNetworkArgs } from "../../../components";
import { problemsOf } from "./refusals";
import { existingEndpoint, network } from "./variants";

const [first, second] = network.subnets;
const DIFFERENT = "be in different zones: load balancer and endpoint have one subnet in each";
const EXCLUDED = "not name a zone without VPC origins (use1-az3, usw1-az2, apne1-az3, cac1-az3)";
const ADDRESS = "have an address of the endpoint in each of the subnets";

function refusedWith(change: object): string[] {
  const args: object = { network: { ...network, ...change } };
  return problemsOf(args as { network: PrivateApiNetworkArgs });
}

const at = (path: string, ...musts: string[]) => musts.map((must) => `network.${path}: ${must}`);

test.each<[string, object, string[]]>([
  [
    "no VPC and no gateway",
    { vpcId: undefined, internetGatewayId: undefined },
    [...at("vpcId", "be given"), ...at("internetGatewayId", "be given")],
  ],
  [
    "the ARN of a VPC",
    { vpcId: "arn:aws:ec2:eu-central-1:123456789012:vpc/vpc-1" },
    at("vpcId", "be an id that starts with vpc-"),
  ],
  ["another gateway", { internetGatewayId: "nat-1" }, at("internetGatewayId", "be an id that starts with igw-")],
  ["no subnets", { subnets: undefined }, at("subnets", "be two or more, in different zones")],
  ["one subnet", { subnets: [first] }, at("subnets", "be two or more, in different zones")],
  [
    "subnets by their ids",
    { subnets: ["subnet-a", "subnet-b"] },
    [...at("subnets[0]", "be an object, not text"), ...at("subnets[1]", "be an object, not text")],
  ],
  [
    "a subnet that is none",
    { subnets: [first, { id: "vpc-1" }] },
    at("subnets[1].id", "be an id that starts with subnet-"),
  ],
  ["a subnet twice", { subnets: [{ id: "subnet-a" }, { id: "subnet-a" }] }, at("subnets", "name each subnet once")],
  [
    "two subnets in one zone",
    { subnets: [first, { ...second, availabilityZoneId: "euc1-az1" }] },
    at("subnets", DIFFERENT),
  ],
  [
    "two of three subnets in one zone",
    { subnets: [first, second, { id: "subnet-c", availabilityZoneId: "euc1-az1" }] },
    at("subnets", DIFFERENT),
  ],
  [
    "a zone without VPC origins among good ones",
    { subnets: [first, second, { id: "subnet-c", availabilityZoneId: "usw1-az2" }] },
    at("subnets", EXCLUDED),
  ],
  [
    "a zone that is a number",
    { subnets: [first, { ...second, availabilityZoneId: 2 }] },
    at("subnets[1].availabilityZoneId", "be text or an output, not a number"),
  ],
  [
    "an endpoint without anything",
    { existingEndpoint: {} },
    ["id", "subnetConfigurations", "securityGroupId"].flatMap((key) => at(`existingEndpoint.${key}`, "be given")),
  ],
  [
    "an endpoint by other ids",
    { existingEndpoint: { ...existingEndpoint, id: "eni-1", securityGroupId: "default" } },
    [
      ...at("existingEndpoint.id", "be an id that starts with vpce-"),
      ...at("existingEndpoint.securityGroupId", "be an id that starts with sg-"),
    ],
  ],
  [
    "an endpoint in one of the subnets only",
    { existingEndpoint: { ...existingEndpoint, subnetConfigurations: [{ subnetId: "subnet-a", ipv4: "10.0.0.20" }] } },
    at("existingEndpoint.subnetConfigurations", ADDRESS),
  ],
  [
    "an endpoint in none of them",
    { existingEndpoint: { ...existingEndpoint, subnetConfigurations: [] } },
    at("existingEndpoint.subnetConfigurations", ADDRESS, ADDRESS),
  ],
])("refuses %s", (_title, change, problems) => {
  expect(refusedWith(change)).toEqual(problems);
});

test.each<[string, object]>([
  [
    "three subnets in three zones",
    { subnets: [...network.subnets, { id: "subnet-c", availabilityZoneId: "euc1-az3" }] },
  ],
  ["subnets whose zones nobody tells", { subnets: [{ id: "subnet-a" }, { id: "subnet-b" }] }],
  ["an endpoint in more subnets than needed", { existingEndpoint }],
])("takes %s", (_title, change) => {
  expect(refusedWith(change)).toEqual([]);
});
