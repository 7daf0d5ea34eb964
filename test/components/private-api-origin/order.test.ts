// What waits for what. `pulumi up` follows these edges and `pulumi destroy` follows them backwards.

import * as aws from "@pulumi/aws";
import { ApiRouting, EdgeFrontDoor, PrivateApiOrigin } from "../../../components";
import { BARE } from "../edge-front-door/origins/serve";
import { follows, type RecordedResource, recordStack } from "../record-stack";
import { argsWith, frontDoor, hostedZoneId, network } from "./variants";

let resources: readonly RecordedResource[];

beforeAll(async () => {
  ({ resources } = await recordStack(() => {
    const gateway = new aws.ec2.InternetGateway("gateway");
    const args = argsWith({
      network: { ...network, internetGatewayId: gateway.id },
      frontDoor,
      manageAccountLogging: true,
      shareWith: ["210987654321"],
    });
    return new PrivateApiOrigin("orders", args);
  }));
});

test.each([
  // Destroying starts with the front door and ends with the network.
  ["orders-edge-distribution", "orders-vpc-origin"],
  ["orders-vpc-origin", "gateway"],
  ["orders-vpc-origin", "orders-load-balancer"],
  ["orders-vpc-origin", "orders-listener"],
  // CloudFront deletes its group with the last VPC origin of a VPC, and not while a rule names it.
  ["orders-vpc-origin-ingress", "orders-vpc-origin"],
  ["orders-share-vpc-origin", "orders-vpc-origin"],
  // API Gateway deploys no private API without a policy.
  ["orders-api-policy", "orders-api"],
  ["orders-api-deployment", "orders-api-policy"],
  ["orders-api-stage", "orders-api-deployment"],
  ["orders-api-stage", "orders-api-gateway-account"],
  ["orders-api-gateway-account", "orders-logging-role-policy"],
  ["orders-api-method-settings", "orders-api-stage"],
  // The APIs name the endpoint, and its policy names them.
  ["orders-api", "orders-endpoint"],
  ["orders-endpoint-policy", "orders-api"],
  ["orders-endpoint-policy", "orders-endpoint"],
  // Load balancers take no certificate that is not issued yet.
  ["orders-certificate-validation", "orders-validation-orders-origin.example.com"],
  ["orders-listener", "orders-certificate-validation"],
  // The load balancer writes a first object when it is told where to log.
  ["orders-load-balancer", "orders-load-balancer-log-policy"],
  ["orders-load-balancer-log-policy", "orders-load-balancer-log-public-access"],
  ["orders-load-balancer-log-public-access", "orders-load-balancer-log-ownership"],
  ["orders-target-1", "orders-endpoint"],
  ["orders-rule-api", "orders-target-group"],
  ["orders-rule-api", "orders-listener"],
  ["orders-refuse-api-id", "orders-listener"],
])("%s follows %s", (later, earlier) => {
  expect(follows(resources, later, earlier)).toBe(true);
});

/** Without each of them a request would end on its way. */
const NEEDED = [
  "orders-vpc-origin-ingress",
  "orders-refuse-api-id",
  "orders-rule-api",
  "orders-target-1",
  "orders-target-2",
  "orders-load-balancer-egress",
  "orders-endpoint-ingress",
  "orders-endpoint-policy",
  "orders-api-stage",
  "orders-invoke-any-proxy",
];

test.each(NEEDED)("the component's front door calls after %s exists, and stops before it goes", (earlier) => {
  expect(follows(resources, "orders-edge-distribution", earlier)).toBe(true);
});

test("any other front door waits for the same", async () => {
  const { resources: made } = await recordStack(() => {
    const orders = new PrivateApiOrigin("orders", argsWith({ routing: ApiRouting.ApiIdHeader }));
    return new EdgeFrontDoor("site", { ...BARE, origin: orders.origin() });
  });
  const needed = NEEDED.filter((name) => name !== "orders-refuse-api-id");
  const waiting = needed.filter((earlier) => follows(made, "site-distribution", earlier));
  expect(waiting).toEqual(needed);
});

test("while a distribution moves to another VPC origin, both exist", async () => {
  const vpcOrigin = resources.find(({ name }) => name === "orders-vpc-origin");
  expect(vpcOrigin).toMatchObject({ replaceOnChanges: ["vpcOriginEndpointConfig"], deleteBeforeReplace: false });
});

test("nothing of the network waits for the APIs, nor the APIs for the load balancer", () => {
  for (const [later, earlier] of [
    ["orders-load-balancer", "orders-api"],
    ["orders-vpc-origin", "orders-api"],
    ["orders-api-stage", "orders-load-balancer"],
    ["orders-certificate", "orders-endpoint"],
  ] as const) {
    expect([later, earlier, follows(resources, later, earlier)]).toEqual([later, earlier, false]);
  }
});

test("the zone's record is made once for the name of the origin and once for the front door's", () => {
  const records = resources.filter(({ name }) => name.includes("-validation-"));
  expect(records.map(({ inputs }) => inputs.zoneId)).toEqual(records.map(() => hostedZoneId));
  expect(records.map(({ name }) => name).sort()).toEqual([
    "orders-edge-validation-example.org",
    "orders-edge-validation-orders.example.com",
    "orders-validation-orders-origin.example.com",
  ]);
});
