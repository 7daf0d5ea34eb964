import { known } from "../record-stack";
import { place, tags } from "./place";

const region = "eu-central-1";
const vpcId = "shop-vpc-id";

let plain: Awaited<ReturnType<typeof place>>;
beforeAll(async () => {
  plain = await place();
});
const ways = ["shop-endpoint-ecr-api", "shop-endpoint-logs", "shop-endpoint-s3", "shop-endpoint-dynamodb"];

const ownAccount = {
  Sid: "OwnAccount",
  Effect: "Allow",
  Principal: "*",
  Action: "*",
  Resource: "*",
  Condition: { StringEquals: { "aws:PrincipalAccount": "123456789012" } },
};

test("a service with addresses answers to its own name in each private subnet", () => {
  const { inputsOf, namesOf } = plain;
  expect(namesOf("aws:ec2/vpcEndpoint:VpcEndpoint").sort()).toEqual([...ways].sort());
  for (const [name, service] of [
    ["ecr-api", "ecr.api"],
    ["logs", "logs"],
  ]) {
    expect(inputsOf(`shop-endpoint-${name}`)).toEqual({
      region,
      vpcId,
      vpcEndpointType: "Interface",
      serviceName: `com.amazonaws.eu-central-1.${service}`,
      subnetIds: ["shop-private-euc1-az1-id", "shop-private-euc1-az2-id"],
      securityGroupIds: ["shop-endpoints-security-group-id"],
      privateDnsEnabled: true,
      policy: JSON.stringify({ Version: "2012-10-17", Statement: [ownAccount] }),
      tags,
    });
  }
});

test("a service that is a route is in the tables of the private subnets alone", () => {
  const { inputsOf } = plain;
  for (const service of ["s3", "dynamodb"]) {
    expect(inputsOf(`shop-endpoint-${service}`)).toEqual({
      region,
      vpcId,
      vpcEndpointType: "Gateway",
      serviceName: `com.amazonaws.eu-central-1.${service}`,
      routeTableIds: ["shop-private-euc1-az1-routes-id", "shop-private-euc1-az2-routes-id"],
      policy: expect.any(String),
      tags,
    });
  }
});

test("principals of other accounts do not get through, but for the layers of images, whose URLs ECR signs", () => {
  const { policyOf } = plain;
  expect(policyOf("shop-endpoint-dynamodb").Statement).toEqual([ownAccount]);
  expect(policyOf("shop-endpoint-s3").Statement).toEqual([
    ownAccount,
    {
      Sid: "LayersOfImages",
      Effect: "Allow",
      Principal: "*",
      Action: "s3:GetObject",
      Resource: "arn:aws:s3:::prod-eu-central-1-starport-layer-bucket/*",
    },
  ]);
});

test("their group lets nobody in by itself", () => {
  const { inputsOf, namesOf } = plain;
  expect(inputsOf("shop-endpoints-security-group")).toEqual({
    region,
    vpcId,
    description: "Service endpoints of shop",
    tags,
  });
  expect(namesOf("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule")).toEqual([]);
  expect(namesOf("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule")).toEqual([]);
});

test("what they are known by is for rules, and all are there to wait for", async () => {
  const { endpoints } = plain;
  expect(Object.keys(endpoints.prefixListIds)).toEqual(["s3", "dynamodb"]);
  expect(await Promise.all(Object.values(endpoints.prefixListIds).map((id) => known(id)))).toEqual([
    "pl-shop-endpoint-s3",
    "pl-shop-endpoint-dynamodb",
  ]);
  const urns = await Promise.all(endpoints.endpoints.map(({ urn }) => known(urn)));
  expect(urns.map((urn) => urn?.split("::").at(-1))).toEqual(ways);
});
