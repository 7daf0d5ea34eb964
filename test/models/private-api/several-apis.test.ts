// Requests for several APIs behind one load balancer.

import { ApiRouting, EdgeFrontDoor, OriginRequestPolicy, openApi, PrivateApiOrigin } from "../../../components";
import { BARE } from "../../components/edge-front-door/origins/serve";
import { argsWith, document, frontDoor } from "../../components/private-api-origin/variants";
import { apiHost, CLOUDFRONT_NAME, emitted, emittedFor } from "./emitted";
import { fromViewer } from "./push";
import type { Outcome } from "./request";

const host = CLOUDFRONT_NAME;
const api = (stage?: string) => openApi({ document, stage: stage === undefined ? undefined : { name: stage } });

/** `<API> <stage> <path>`, or the gate. */
function where(outcome: Outcome): string {
  if ("refused" in outcome) {
    return outcome.refused.gate;
  }
  const { restApiId, stage, path, host: seen } = outcome.reached;
  expect(seen).toBe(apiHost(restApiId));
  return `${restApiId} ${stage} ${path}`;
}

describe("by path, in one stage", () => {
  let made: Awaited<ReturnType<typeof emittedFor>>;

  beforeAll(async () => {
    made = await emittedFor(
      argsWith({
        apis: {
          archive: { api: api(), pathPrefix: "/orders/archive" },
          orders: { api: api(), pathPrefix: "/orders" },
          stock: { api: api(), pathPrefix: "/stock" },
        },
      }),
    );
  });

  test.each([
    ["/orders", "orders-orders-api-id live /orders"],
    ["/orders/7?full=1", "orders-orders-api-id live /orders/7?full=1"],
    ["/orders/archive", "orders-archive-api-id live /orders/archive"],
    ["/orders/archive/1999", "orders-archive-api-id live /orders/archive/1999"],
    ["/orders/archived", "orders-orders-api-id live /orders/archived"],
    ["/stock/a%2Fb", "orders-stock-api-id live /stock/a%2Fb"],
    // Nothing but the path counts, and that by its capitals.
    ["/stock?next=/orders/7", "orders-stock-api-id live /stock?next=/orders/7"],
    ["/ordersx", "listener, default action"],
    ["/Orders", "listener, default action"],
    ["/", "listener, default action"],
    ["/live/orders", "listener, default action"],
  ])("%s: %s", (path, expected) => {
    expect(where(fromViewer(made.stack, made.front, { host, path }))).toBe(expected);
  });
});

describe("by path, in stages of their own", () => {
  let made: Awaited<ReturnType<typeof emittedFor>>;

  beforeAll(async () => {
    made = await emittedFor(
      argsWith({
        apis: { orders: { api: api("v1"), pathPrefix: "/orders" }, stock: { api: api("v2"), pathPrefix: "/stock" } },
      }),
    );
  });

  test.each([
    ["/orders/7?full=1&at=/stock", "orders-orders-api-id v1 /orders/7?full=1&at=/stock"],
    ["/stock", "orders-stock-api-id v2 /stock"],
    // The load balancer puts the stage in front and decodes the path: one part becomes two.
    ["/stock/a%2Fb", "orders-stock-api-id v2 /stock/a/b"],
    ["/v2/stock", "listener, default action"],
  ])("%s: %s", (path, expected) => {
    expect(where(fromViewer(made.stack, made.front, { host, path }))).toBe(expected);
  });
});

describe("by host", () => {
  const apis = {
    orders: { api: api(), hostName: "orders.example.com" },
    stock: { api: api(), hostName: "stock.example.org", pathPrefix: "/v1" },
  };

  let made: Awaited<ReturnType<typeof emittedFor>>;

  beforeAll(async () => {
    made = await emittedFor(argsWith({ apis, frontDoor }));
  });

  test.each([
    ["orders.example.com", "/7", "orders-orders-api-id live /7"],
    ["ORDERS.example.com", "/7", "orders-orders-api-id live /7"],
    ["stock.example.org", "/v1/nails", "orders-stock-api-id live /v1/nails"],
    ["stock.example.org", "/v2/nails", "listener, default action"],
    ["other.example.org", "/7", "listener, default action"],
    ["orders.example.net", "/7", "CloudFront"],
  ])("%s%s: %s", (name, path, expected) => {
    expect(where(fromViewer(made.stack, made.front, { host: name, path }))).toBe(expected);
  });

  test("a route that does not forward the host reaches none of them", async () => {
    const behavior = { originRequestPolicyId: OriginRequestPolicy.AllViewerExceptHostHeader };
    const { stack, front } = await emittedFor(argsWith({ apis, frontDoor: { ...frontDoor, behavior } }));
    expect(where(fromViewer(stack, front, { host: "orders.example.com", path: "/7" }))).toBe(
      "listener, default action",
    );
  });
});

describe("by the header that CloudFront adds, each with an origin of its own", () => {
  let made: Awaited<ReturnType<typeof emitted>>;

  beforeAll(async () => {
    made = await emitted(() => {
      const apis = { orders: { api: api("v1") }, stock: { api: api("v2") } };
      const orders = new PrivateApiOrigin("orders", argsWith({ routing: ApiRouting.ApiIdHeader, apis }));
      const routes = [{ name: "stock", pathPattern: "/stock/*", origin: orders.origin("stock") }];
      return new EdgeFrontDoor("site", { ...BARE, origin: orders.origin(), routes });
    });
  });

  test.each([
    ["/orders/7", "orders-orders-api-id", "v1"],
    ["/stock/a%2Fb", "orders-stock-api-id", "v2"],
    ["/", "orders-orders-api-id", "v1"],
  ])("%s: %s %s", (path, restApiId, stage) => {
    expect(fromViewer(made.stack, made.distribution("site"), { host, path })).toEqual({
      reached: { restApiId, stage, path, host: "orders-origin.example.com" },
    });
  });
});
