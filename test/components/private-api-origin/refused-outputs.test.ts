// What is wrong with arguments that are known only while the program runs: the error names the argument, and CloudFront is led nowhere.

import path from "node:path";
import { type FailedProgram, runFailing } from "../failing-programs";

const ELSEWHERE = "arn:aws:acm:eu-west-1:123456789012:certificate/handmade";

/** By program; the rest of each error is where the value was to be used. */
const REASONS: Readonly<Record<string, string>> = {
  certificateElsewhere: `PrivateApiOrigin "orders": 1 invalid argument\n  certificate.existingCertificateArn: must be a certificate in eu-central-1: the load balancer uses no other Region's; got "${ELSEWHERE}"`,
  anotherApi:
    'PrivateApiOrigin "orders": 1 invalid argument\n  api.restApi.id and api.restApi.executionArn: must name the same API; got "f6g7h8i9j0"',
  apiElsewhere:
    'PrivateApiOrigin "orders": 1 invalid argument\n  apis.orders.api.restApi.region: must be eu-central-1: an endpoint leads to the private APIs of its own Region; got "eu-west-1"',
  noFunction:
    'PrivateApiOrigin "orders": 1 invalid argument\n  api.routes["GET /"].arn: must be the ARN of a function; got "orders-handler"',
  noDocument:
    'PrivateApiOrigin "orders": 1 invalid argument\n  api.document: must be an OpenAPI document: an object, or its JSON text',
  zoneWithoutVpcOrigins:
    'PrivateApiOrigin "orders": 1 invalid argument\n  network.subnets: must not name a zone without VPC origins (use1-az3, usw1-az2, apne1-az3, cac1-az3); got "use1-az3"; use a subnet in another zone',
  endpointInOneSubnet:
    'PrivateApiOrigin "orders": 1 invalid argument\n  network.existingEndpoint.subnetConfigurations: must have an address of the endpoint in each of the subnets; got "subnet-b"',
  shortSecret: 'secret header "x-origin-verify": 1 invalid argument\n  value: must have 16 to 128 characters; got 15',
};

let programs: Readonly<Record<string, FailedProgram>>;

beforeAll(() => {
  programs = runFailing(path.join(__dirname, "refused-programs.ts"));
}, 60_000);

test.each(Object.entries(REASONS))("%s is told in the same words wherever it is used", (program, reason) => {
  const errors = programs[program]?.errors.map((error) => error.replace(/^(error serializing property "\w+": )+/, ""));
  expect(new Set(errors)).toEqual(new Set([reason]));
});

test("a sound program is made", () => {
  expect(programs.sound?.errors).toEqual([]);
  expect(programs.sound?.created).toContain("aws:lb/listenerRule:ListenerRule orders-rule-api");
});

test("a value of a secret is not in the message", () => {
  expect(JSON.stringify(programs.shortSecret)).not.toContain("0123456789abcde");
});
