import * as pulumi from "@pulumi/pulumi";
import {
  ApiRouting,
  ComponentInputError,
  OriginRequestPolicy,
  openApi,
  PrivateApiOrigin,
  type PrivateApiOriginArgs,
} from "../../../components";
import { recordStack } from "../record-stack";
import { pathsOf, problemsOf, untyped } from "./refusals";
import { certificateArn, document, frontDoor, hostedZoneId, orders, originName, REGION, secret } from "./variants";

test.each(["orders", "a", "shop-2", "a".repeat(16)])("accepts the name %j", (name) => {
  expect(pathsOf({}, name)).toEqual([]);
});

test.each(["", "Orders", "2shop", "shop_a", "shop-", "shop--a", "a".repeat(17), "sg", "sg-orders"])(
  "refuses the name %j",
  (name) => {
    expect(pathsOf({}, name)).toEqual(["name"]);
  },
);

const withCertificate = (certificate: object) => untyped({ certificate });
const twoApis = () => ({
  orders: { api: orders(), pathPrefix: "/o" },
  stock: { api: openApi({ document }), pathPrefix: "/s" },
});

const CASES: [string, Partial<PrivateApiOriginArgs>, string[]][] = [
  ["no certificate", untyped({ certificate: undefined }), ["certificate: be given"]],
  [
    "a URL for the origin's name",
    withCertificate({ domainName: "https://orders.example.com", hostedZoneId }),
    ["certificate.domainName: be a full domain name in lower case, without scheme, path or wildcard"],
  ],
  [
    "a wildcard for the origin's name",
    withCertificate({ domainName: "*.example.com", hostedZoneId }),
    ["certificate.domainName: be a full domain name in lower case, without scheme, path or wildcard"],
  ],
  [
    "a name that is too long to be requested",
    withCertificate({ domainName: `${"a".repeat(53)}.example.com`, hostedZoneId }),
    ["certificate.domainName: have at most 64 characters: ACM takes longer ones only as alternative names"],
  ],
  [
    "a name without proof and without certificate",
    withCertificate({ domainName: originName }),
    ["certificate.hostedZoneId and certificate.existingCertificateArn: be given one without the other"],
  ],
  [
    "a zone beside a certificate",
    withCertificate({ domainName: originName, hostedZoneId, existingCertificateArn: certificateArn }),
    ["certificate.hostedZoneId and certificate.existingCertificateArn: be given one without the other"],
  ],
  [
    "a zone's path",
    withCertificate({ domainName: originName, hostedZoneId: "/hostedzone/Z123" }),
    ["certificate.hostedZoneId: be the id of a Route 53 hosted zone, starting with Z"],
  ],
  [
    "a certificate from the Region of CloudFront",
    withCertificate({ domainName: originName, existingCertificateArn: certificateArn.replace(REGION, "us-east-1") }),
    ["certificate.existingCertificateArn: be a certificate in eu-central-1: the load balancer uses no other Region's"],
  ],
  [
    "a certificate that is none",
    withCertificate({
      domainName: originName,
      existingCertificateArn: "arn:aws:iam::123456789012:server-certificate/a",
    }),
    ["certificate.existingCertificateArn: be the ARN of a certificate"],
  ],
  [
    "no secret",
    untyped({ secretHeader: undefined }),
    ["secretHeader.value: be given: addresses alone let every distribution in"],
  ],
  [
    "a header that the load balancer drops",
    { secretHeader: { name: "x_shop.key", value: secret } },
    ["secretHeader.name: be letters, digits and hyphens: the load balancer drops other headers"],
  ],
  [
    "the endpoint's header for the secret, in any capitals",
    { secretHeader: { name: "X-Apigw-Api-Id", value: secret } },
    ["secretHeader.name: be another one: the endpoint reads the id of an API from it"],
  ],
  [
    "a routing that is none",
    untyped({ routing: "header" }),
    ['routing: be one of "listener-transform", "api-id-header", "custom-domain"'],
  ],
  [
    "an ingress that is none",
    untyped({ ingress: "open" }),
    ['ingress: be one of "serviceSecurityGroup", "prefixList", "caller"'],
  ],
  [
    "somebody to share with who is nobody",
    { shareWith: ["210987654321", "0123", "arn:aws:iam::123456789012:root"] },
    ["shareWith[1]", "shareWith[2]"].map((path) => `${path}: be an account id or the ARN of an organization or unit`),
  ],
  ["no time to answer", { readTimeoutSeconds: 0 }, ["readTimeoutSeconds: be a whole number from 1 to 120"]],
  [
    "more time than CloudFront gives",
    { readTimeoutSeconds: 121 },
    ["readTimeoutSeconds: be a whole number from 1 to 120"],
  ],
  ["reserved tags", { tags: { "aws:team": "orders" } }, ['tags: not use the prefix "aws:", which AWS reserves']],
  [
    "an error of the front door, by its own place in the arguments",
    { frontDoor: { ...frontDoor, domain: { name: "Orders", hostedZoneId } } },
    ["frontDoor.domain.name: be a full domain name in lower case, without scheme, path or wildcard"],
  ],
  [
    "a domain that is not the front door's",
    { routing: ApiRouting.CustomDomain, frontDoor },
    ["certificate.domainName and frontDoor.domain.name: be the same: the API is found by the front door's own name"],
  ],
  [
    "a front door for one of several origins",
    { routing: ApiRouting.ApiIdHeader, apis: { orders: { api: orders() }, stock: { api: orders() } }, frontDoor },
    ["frontDoor and apis: not be given together with this routing: each API has an origin of its own"],
  ],
  [
    "a host that is none of the front door's names",
    { apis: { ...twoApis(), orders: { api: orders(), hostName: "orders.example.net" } }, frontDoor },
    ["apis.orders.hostName and frontDoor.domain: go together: it is none of the front door's names"],
  ],
];

test.each(CASES)("refuses %s", (_title, args, problems) => {
  expect(problemsOf(args)).toEqual(problems);
});

test("refuses retention that CloudWatch does not know", () => {
  expect(pathsOf({ retentionDays: 31 })).toEqual(["retentionDays"]);
});

test("takes a long name under a certificate that exists, and hosts that a wildcard of the front door covers", () => {
  const certificate = { domainName: `${"a".repeat(53)}.example.com`, existingCertificateArn: certificateArn };
  expect(pathsOf({ certificate })).toEqual([]);
  const apis = { ...twoApis(), orders: { api: orders(), hostName: "orders.example.org" } };
  expect(pathsOf({ apis, frontDoor })).toEqual([]);
});

test("looks at the front door though the secret is missing", () => {
  const behavior = { grpc: true, originRequestPolicyId: OriginRequestPolicy.AllViewer };
  expect(pathsOf(untyped({ secretHeader: undefined, frontDoor: { ...frontDoor, behavior } }))).toEqual([
    "secretHeader.value",
    "frontDoor.behavior.grpc and frontDoor.origin",
  ]);
});

test("does not judge what is not known yet", () => {
  const later = pulumi.output(Promise.resolve("anything"));
  expect(
    pathsOf({
      network: {
        vpcId: later,
        internetGatewayId: later,
        subnets: [
          { id: later, availabilityZoneId: later },
          { id: later, availabilityZoneId: later },
        ],
        existingEndpoint: { id: later, securityGroupId: later, subnetConfigurations: pulumi.output([]) },
      },
      certificate: { domainName: originName, existingCertificateArn: later },
      secretHeader: { value: later, previousValue: later },
      tags: { team: later },
    }),
  ).toEqual([]);
});

test("says everything at once, in the order of the arguments, and registers nothing", async () => {
  let error: unknown;
  const { resources } = await recordStack(
    () => {
      try {
        new PrivateApiOrigin("Orders", {
          network: {
            vpcId: "vpc-1",
            internetGatewayId: "igw-1",
            subnets: [{ id: "subnet-a", availabilityZoneId: "use1-az3" }],
          },
          api: openApi({ document: "paths: {}" }),
          certificate: { domainName: originName, existingCertificateArn: certificateArn.replace(REGION, "eu-west-1") },
          secretHeader: { value: "s3cr3t" },
          frontDoor: { domain: { name: "*.example.com", hostedZoneId } },
        });
      } catch (thrown) {
        error = thrown;
      }
    },
    { config: { "aws:region": REGION } },
  );
  expect(error).toBeInstanceOf(ComponentInputError);
  expect(String(error)).toBe(
    [
      'ComponentInputError: PrivateApiOrigin "Orders": 7 invalid arguments',
      '  name: must be at most 16 lower-case letters, digits and single hyphens, starting with a letter: bucket names start with it; got "Orders"; use "orders"',
      "  network.subnets: must be two or more, in different zones; got 1",
      '  network.subnets: must not name a zone without VPC origins (use1-az3, usw1-az2, apne1-az3, cac1-az3); got "use1-az3"; use a subnet in another zone',
      "  api.document: must be an OpenAPI document: an object, or its JSON text",
      `  certificate.existingCertificateArn: must be a certificate in eu-central-1: the load balancer uses no other Region's; got "${certificateArn.replace(REGION, "eu-west-1")}"`,
      "  secretHeader.value: must have 16 to 128 characters; got 6",
      '  frontDoor.domain.name: must be a full domain name in lower case, without scheme, path or wildcard; got "*.example.com"; use "example.com"',
    ].join("\n"),
  );
  expect(resources).toEqual([]);
});
