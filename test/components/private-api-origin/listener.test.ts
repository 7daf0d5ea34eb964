// What the listener takes, and what it makes of it.

import * as pulumi from "@pulumi/pulumi";
import { ApiRouting, openApi } from "../../../components";
import { find } from "../record-stack";
import { build } from "./build";
import { argsWith, certificateArn, document, orders, originName, REGION, secret, tags } from "./variants";

const LISTENER = `arn:aws:elasticloadbalancing:${REGION}:123456789012:listener/app/orders-listener/0/1`;
const TARGETS = `arn:aws:elasticloadbalancing:${REGION}:123456789012:targetgroup/orders-target-group/0`;
const FORBIDDEN = { type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "403" } };
const RULE = { listenerArn: LISTENER, actions: [{ type: "forward", targetGroupArn: TARGETS }], tags };
const withSecret = (...values: string[]) => ({ httpHeader: { httpHeaderName: "x-origin-verify", values } });
const toHost = (api: string) => ({
  type: "host-header-rewrite",
  hostHeaderRewriteConfig: { rewrite: { regex: "^.*$", replace: `${api}.execute-api.${REGION}.amazonaws.com` } },
});
const intoStage = (stage: string) => ({
  type: "url-rewrite",
  urlRewriteConfig: { rewrite: { regex: "^/", replace: `/${stage}/` } },
});
const v2 = () => openApi({ document, stage: { name: "v2" } });

test("speaks TLS of today with the certificate that was issued, and refuses what no rule takes", async () => {
  const { inputsOf } = await build(argsWith());
  expect(inputsOf("orders-listener")).toEqual({
    loadBalancerArn: `arn:aws:elasticloadbalancing:${REGION}:123456789012:loadbalancer/app/orders-load-balancer/0`,
    port: 443,
    protocol: "HTTPS",
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    certificateArn: `arn:aws:acm:${REGION}:123456789012:certificate/orders-certificate`,
    defaultActions: [FORBIDDEN],
    tags,
  });
});

test("takes an existing certificate as it is", async () => {
  const certificate = { domainName: originName, existingCertificateArn: certificateArn };
  const { inputsOf, resources } = await build(argsWith({ certificate }));
  expect(inputsOf("orders-listener")).toMatchObject({ certificateArn });
  expect(resources.filter(({ type }) => /^aws:(acm|route53)\//.test(type))).toEqual([]);
});

describe("one API", () => {
  test("is given its own name as the host; the stage is CloudFront's to say", async () => {
    const { inputsOf, namesOf } = await build(argsWith());
    expect(namesOf("lb/listenerRule:ListenerRule").sort()).toEqual(["orders-refuse-api-id", "orders-rule-api"]);
    expect(inputsOf("orders-rule-api")).toEqual({
      ...RULE,
      priority: 10,
      conditions: [withSecret(secret)],
      transforms: [toHost("orders-api-id")],
    });
  });

  test("that CloudFront names is passed on as it is", async () => {
    const { inputsOf, namesOf } = await build(argsWith({ routing: ApiRouting.ApiIdHeader }));
    expect(namesOf("lb/listenerRule:ListenerRule")).toEqual(["orders-rule-api"]);
    expect(inputsOf("orders-rule-api")).toEqual({ ...RULE, priority: 10, conditions: [withSecret(secret)] });
  });

  test("with a domain is passed on as it is", async () => {
    const { inputsOf } = await build(argsWith({ routing: ApiRouting.CustomDomain }));
    expect(inputsOf("orders-rule-api")).toEqual({ ...RULE, priority: 10, conditions: [withSecret(secret)] });
  });
});

test.each([ApiRouting.ListenerTransform, ApiRouting.CustomDomain])(
  "with %s viewers who name an API to the endpoint are refused before all else",
  async (routing) => {
    const { inputsOf } = await build(argsWith({ routing }));
    expect(inputsOf("orders-refuse-api-id")).toEqual({
      listenerArn: LISTENER,
      priority: 1,
      conditions: [{ httpHeader: { httpHeaderName: "x-apigw-api-id", values: ["*"] } }],
      actions: [FORBIDDEN],
      tags,
    });
  },
);

describe("several APIs", () => {
  test("in one stage are told apart by paths with the stage in front, in the order in which they were given", async () => {
    const apis = {
      stock: { api: openApi({ document }), pathPrefix: "/stock" },
      orders: { api: orders(), pathPrefix: "/orders" },
    };
    const { inputsOf } = await build(argsWith({ apis }));
    expect(inputsOf("orders-rule-stock")).toEqual({
      ...RULE,
      priority: 10,
      conditions: [withSecret(secret), { pathPattern: { values: ["/live/stock", "/live/stock/*"] } }],
      transforms: [toHost("orders-stock-api-id")],
    });
    expect(inputsOf("orders-rule-orders")).toMatchObject({
      priority: 20,
      conditions: [withSecret(secret), { pathPattern: { values: ["/live/orders", "/live/orders/*"] } }],
      transforms: [toHost("orders-orders-api-id")],
    });
  });

  test("in stages of their own have these put in front by the load balancer", async () => {
    const apis = { orders: { api: orders(), pathPrefix: "/orders" }, stock: { api: v2(), pathPrefix: "/stock" } };
    const { inputsOf } = await build(argsWith({ apis }));
    expect(inputsOf("orders-rule-orders")).toMatchObject({
      conditions: [withSecret(secret), { pathPattern: { values: ["/orders", "/orders/*"] } }],
      transforms: [toHost("orders-orders-api-id"), intoStage("live")],
    });
    expect(inputsOf("orders-rule-stock")).toMatchObject({
      transforms: [toHost("orders-stock-api-id"), intoStage("v2")],
    });
  });

  test("are told apart by host, or by both", async () => {
    const apis = {
      orders: { api: orders(), hostName: "orders.example.com" },
      stock: { api: openApi({ document }), hostName: "stock.example.com", pathPrefix: "/v1" },
    };
    const { inputsOf } = await build(argsWith({ apis }));
    expect(inputsOf("orders-rule-orders").conditions).toEqual([
      withSecret(secret),
      { hostHeader: { values: ["orders.example.com"] } },
    ]);
    expect(inputsOf("orders-rule-stock").conditions).toEqual([
      withSecret(secret),
      { pathPattern: { values: ["/live/v1", "/live/v1/*"] } },
      { hostHeader: { values: ["stock.example.com"] } },
    ]);
  });

  test("that CloudFront names have a rule each", async () => {
    const apis = { orders: { api: orders() }, stock: { api: v2() } };
    const { inputsOf } = await build(argsWith({ routing: ApiRouting.ApiIdHeader, apis }));
    for (const [name, priority] of [
      ["orders-rule-orders", 10],
      ["orders-rule-stock", 20],
    ] as const) {
      expect(inputsOf(name)).toEqual({ ...RULE, priority, conditions: [withSecret(secret)] });
    }
  });
});

test("while the secret changes, both values are accepted, and they are secret even if they were given in the open", async () => {
  const secretHeader = { name: "X-Shop", value: secret, previousValue: pulumi.output("fedcba9876543210") };
  const { inputsOf, resources } = await build(argsWith({ secretHeader }));
  expect(inputsOf("orders-rule-api").conditions).toEqual([
    { httpHeader: { httpHeaderName: "X-Shop", values: [secret, "fedcba9876543210"] } },
  ]);
  expect(find(resources, "orders-rule-api").secrets).toEqual(["conditions"]);
  expect(find(resources, "orders-refuse-api-id").secrets).toEqual([]);
});
