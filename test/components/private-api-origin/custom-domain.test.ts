// An API with a private custom domain name, the front door's own.

import { ApiRouting } from "../../../components";
import { follows } from "../record-stack";
import { build } from "./build";
import { argsWith, existingEndpoint, frontDoor, hostedZoneId, network, REGION, tags } from "./variants";

const certificate = { domainName: "orders.example.com", hostedZoneId };
const DOMAIN_ARN = `arn:aws:apigateway:${REGION}:123456789012:/domainnames/orders.example.com+orders-api-domain-0`;

let made: Awaited<ReturnType<typeof build>>;

beforeAll(async () => {
  made = await build(argsWith({ routing: ApiRouting.CustomDomain, certificate, frontDoor }));
});

test("is private, and closed to everything but the endpoint", () => {
  const { policy, ...inputs } = made.inputsOf("orders-api-domain");
  expect(inputs).toEqual({
    domainName: "orders.example.com",
    certificateArn: `arn:aws:acm:${REGION}:123456789012:certificate/orders-certificate`,
    endpointConfiguration: { types: "PRIVATE", ipAddressType: "dualstack" },
    securityPolicy: "TLS_1_2",
    tags,
  });
  expect(policy).toBe(made.inputsOf("orders-api-policy").policy);
});

test("leads to the stage of the API, and not by way of a public domain of the same name", () => {
  expect(made.inputsOf("orders-api-domain-mapping")).toEqual({
    domainName: "orders.example.com",
    domainNameId: "orders-api-domain-0",
    restApi: "orders-api-id",
    stageName: "live",
  });
});

test("is known to the endpoint, whose policy lets requests for it through", () => {
  expect(made.inputsOf("orders-api-domain-access")).toEqual({
    domainNameArn: DOMAIN_ARN,
    accessAssociationSource: "orders-endpoint-id",
    accessAssociationSourceType: "VPCE",
    tags,
  });
  expect(made.policyOf("orders-endpoint-policy").Statement).toMatchObject([
    {
      Effect: "Allow",
      Resource: [
        `arn:aws:execute-api:${REGION}:123456789012:orders-api-id/*`,
        DOMAIN_ARN.replace("apigateway", "execute-api"),
      ],
    },
  ]);
});

test.each([
  ["orders-api-domain", "orders-certificate-validation"],
  ["orders-api-domain-mapping", "orders-api-stage"],
  ["orders-api-domain-access", "orders-endpoint"],
  ["orders-edge-distribution", "orders-api-domain-mapping"],
  ["orders-edge-distribution", "orders-api-domain-access"],
])("%s follows %s", (later, earlier) => {
  expect(follows(made.resources, later, earlier)).toBe(true);
});

test("without it there is no domain", async () => {
  const { resources } = await build(argsWith());
  expect(resources.filter(({ name }) => name.includes("domain"))).toEqual([]);
});

test("an endpoint made elsewhere is associated, and its policy is its owner's", async () => {
  const own = { ...network, existingEndpoint };
  const { inputsOf, namesOf } = await build(argsWith({ routing: ApiRouting.CustomDomain, certificate, network: own }));
  expect(inputsOf("orders-api-domain-access")).toMatchObject({ accessAssociationSource: "vpce-1" });
  expect(namesOf("ec2/vpcEndpointPolicy:VpcEndpointPolicy")).toEqual([]);
});
