// The load balancer of a Region, and what it takes for a request of this front door.

import * as pulumi from "@pulumi/pulumi";
import { type Served, secret, serve, tags } from "./serve";

const shop = "shop-eu-central-1";
const region = "eu-central-1";
const elb = "arn:aws:elasticloadbalancing:eu-central-1:123456789012";
const old = "fedcba9876543210";

let plain: Served;
let rotating: Served;
beforeAll(async () => {
  plain = await serve({ tags });
  rotating = await serve({
    tags,
    container: { port: 3000, healthCheckPath: "/ready?deep=1" },
    secretHeader: { name: "x-shop", value: pulumi.secret(secret), previousValue: old },
    deletionProtection: false,
  });
});

test("is public, for HTTPS, in the public subnets, and logs", () => {
  expect(plain.inputsOf(`${shop}-load-balancer`)).toEqual({
    region,
    namePrefix: "shop-",
    internal: false,
    loadBalancerType: "application",
    subnets: [`${shop}-public-euc1-az1-id`, `${shop}-public-euc1-az2-id`],
    securityGroups: [`${shop}-alb-security-group-id`],
    idleTimeout: 60,
    dropInvalidHeaderFields: true,
    desyncMitigationMode: "defensive",
    enableDeletionProtection: true,
    accessLogs: { bucket: `${shop}-load-balancer-log-0123456`, enabled: true },
    tags: { Name: shop, ...tags },
  });
  expect(rotating.inputsOf(`${shop}-load-balancer`).enableDeletionProtection).toBe(false);
});

test("answers 403 to whoever does not come through the front door", () => {
  expect(plain.inputsOf(`${shop}-listener`)).toEqual({
    region,
    loadBalancerArn: `${elb}:loadbalancer/app/${shop}-load-balancer/0`,
    port: 443,
    protocol: "HTTPS",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    certificateArn: "arn:aws:acm:eu-central-1:123456789012:certificate/shop-global-certificate-eu-central-1",
    defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "403" } }],
    tags,
  });
});

function rule(name: string, values: string[]) {
  return {
    region,
    listenerArn: `${elb}:listener/app/${shop}-listener/0/1`,
    priority: 10,
    conditions: [{ httpHeader: { httpHeaderName: name, values } }],
    actions: [{ type: "forward", targetGroupArn: `${elb}:targetgroup/${shop}-target-group/0` }],
    tags,
  };
}

test("takes requests with the secret, which is one to Pulumi, too", () => {
  expect(plain.ofType("aws:lb/listenerRule:ListenerRule")).toHaveLength(2);
  expect(plain.inputsOf(`${shop}-listener-rule`)).toEqual(rule("x-origin-verify", [secret]));
  expect(plain.resource(`${shop}-listener-rule`).secrets).toEqual(["conditions"]);
});

test("takes the old secret beside the new one while they rotate, in every Region", () => {
  expect(rotating.inputsOf(`${shop}-listener-rule`)).toEqual(rule("x-shop", [secret, old]));
  expect(rotating.inputsOf("shop-eu-west-1-listener-rule").conditions).toEqual(
    rule("x-shop", [secret, old]).conditions,
  );
});

test("sends to tasks by their addresses, and asks each whether it can serve", () => {
  const targetGroup = {
    region,
    namePrefix: "shop-",
    vpcId: `${shop}-vpc-id`,
    targetType: "ip",
    protocol: "HTTP",
    port: 8080,
    deregistrationDelay: 30,
    healthCheck: { path: "/health", matcher: "200", interval: 10, healthyThreshold: 2, unhealthyThreshold: 2 },
    tags: { Name: shop, ...tags },
  };
  expect(plain.inputsOf(`${shop}-target-group`)).toEqual(targetGroup);
  expect(rotating.inputsOf(`${shop}-target-group`)).toEqual({
    ...targetGroup,
    port: 3000,
    healthCheck: { ...targetGroup.healthCheck, path: "/ready?deep=1" },
  });
});
