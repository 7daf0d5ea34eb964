// What a front door gets of the component.

import { ApiRouting, EdgeFrontDoor, openApi, PrivateApiOrigin, type PrivateApiOriginArgs } from "../../../components";
import { BARE } from "../edge-front-door/origins/serve";
import { find, known, recordStack } from "../record-stack";
import { build } from "./build";
import { argsWith, document, frontDoor, hostedZoneId, orders, originName, secret } from "./variants";

const ALL_VIEWER = "216adef6-5c7f-47e4-b989-5492eafa07d3";
const ALL_VIEWER_EXCEPT_HOST = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
const SECRET = { name: "x-origin-verify", value: secret };
const ORIGIN = {
  originId: "default",
  domainName: originName,
  originPath: "/live",
  customHeaders: [SECRET],
  vpcOriginConfig: { vpcOriginId: "orders-vpc-origin-id", originReadTimeout: 30 },
};
const v2 = () => openApi({ document, stage: { name: "v2" } });

/** The distribution of a front door for `origin(api)`. */
async function served(args: PrivateApiOriginArgs, api?: string) {
  const { resources } = await recordStack(() => {
    const made = new PrivateApiOrigin("orders", args);
    return new EdgeFrontDoor("site", { ...BARE, origin: made.origin(api) });
  });
  const { inputs, secrets } = find(resources, "site-distribution");
  return { origins: inputs.origins, behavior: inputs.defaultCacheBehavior, secrets };
}

test("is the VPC origin by the name of its certificate, with the secret and the stage", async () => {
  const { origins, behavior, secrets } = await served(argsWith());
  expect(origins).toEqual([ORIGIN]);
  expect(behavior).toMatchObject({
    allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
    cachePolicyId: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
    originRequestPolicyId: ALL_VIEWER_EXCEPT_HOST,
  });
  expect(secrets).toEqual(["origins"]);
});

test("says which API it is where CloudFront has to", async () => {
  const { origins } = await served(argsWith({ routing: ApiRouting.ApiIdHeader, readTimeoutSeconds: 60 }));
  expect(origins).toEqual([
    {
      ...ORIGIN,
      customHeaders: [SECRET, { name: "x-apigw-api-id", value: "orders-api-id" }],
      vpcOriginConfig: { ...ORIGIN.vpcOriginConfig, originReadTimeout: 60 },
    },
  ]);
});

test("forwards the viewer's host to an API with a domain, and leaves the stage to the domain", async () => {
  const certificate = { domainName: "orders.example.com", hostedZoneId };
  const { origins, behavior } = await served(argsWith({ routing: ApiRouting.CustomDomain, certificate }));
  const { originPath, ...origin } = ORIGIN;
  expect(origins).toEqual([{ ...origin, domainName: "orders.example.com" }]);
  expect(behavior).toMatchObject({ originRequestPolicyId: ALL_VIEWER });
});

describe("of several APIs", () => {
  const byPath = { orders: { api: orders(), pathPrefix: "/orders" }, stock: { api: v2(), pathPrefix: "/stock" } };
  const byHost = {
    orders: { api: orders(), hostName: "orders.example.com" },
    stock: { api: orders(), pathPrefix: "/s" },
  };

  test("is the same for all where the load balancer tells them apart, without a stage if they differ in that", async () => {
    const { originPath, ...withoutStage } = ORIGIN;
    for (const api of [undefined, "orders", "stock"]) {
      expect([api, (await served(argsWith({ apis: byPath }), api)).origins]).toEqual([api, [withoutStage]]);
    }
  });

  test("forwards the viewer's host where one of them is found by it", async () => {
    const { origins, behavior } = await served(argsWith({ apis: byHost }));
    expect(origins).toEqual([ORIGIN]);
    expect(behavior).toMatchObject({ originRequestPolicyId: ALL_VIEWER });
  });

  test("is one for each where CloudFront names them, and the first's unless another is asked for", async () => {
    const args = argsWith({
      routing: ApiRouting.ApiIdHeader,
      apis: { orders: { api: orders() }, stock: { api: v2() } },
    });
    const named = (id: string) => ({ customHeaders: [SECRET, { name: "x-apigw-api-id", value: id }] });
    expect((await served(args)).origins).toEqual([{ ...ORIGIN, ...named("orders-orders-api-id") }]);
    expect((await served(args, "stock")).origins).toEqual([
      { ...ORIGIN, originPath: "/v2", ...named("orders-stock-api-id") },
    ]);
  });

  test.each(["api", "Orders", ""])("is none for %j, which is no name of an API", async (name) => {
    const { orders: made } = await build(argsWith({ apis: byPath }));
    expect(() => made.origin(name)).toThrow(
      `PrivateApiOrigin has no API "${name}"; it has orders, stock. Use one of these.`,
    );
  });

  test("have ids by their names", async () => {
    const { orders: made } = await build(argsWith({ apis: byPath }));
    expect(await known(made.restApiIds)).toEqual({ orders: "orders-orders-api-id", stock: "orders-stock-api-id" });
  });
});

describe("a front door of the component", () => {
  test("has this origin, its own settings, and belongs to the component", async () => {
    const { resources, inputsOf, orders: made } = await build(argsWith({ frontDoor }));
    expect(find(resources, "orders-edge")).toMatchObject({
      type: "causeway:index:EdgeFrontDoor",
      parent: "orders",
    });
    expect(inputsOf("orders-edge-distribution")).toMatchObject({
      aliases: ["orders.example.com", "*.example.org"],
      origins: [ORIGIN],
    });
    expect(await known(made.url)).toBe("https://orders.example.com");
  });

  test("is not made unless it is asked for", async () => {
    const { resources, orders: made } = await build(argsWith());
    expect(resources.filter(({ type }) => /EdgeFrontDoor|cloudfront\/distribution/.test(type))).toEqual([]);
    expect(await known(made.url)).toBeUndefined();
  });
});

test("nobody learns the id of the VPC origin in a preview, where nothing can be reached yet", async () => {
  const { orders: made } = await build(argsWith(), { preview: true });
  expect(await known(made.vpcOriginId)).toBeUndefined();
  expect(await known((await build(argsWith())).orders.vpcOriginId)).toBe("orders-vpc-origin-id");
});

test("the component's own inputs keep the secret secret", async () => {
  const { resources } = await build(argsWith());
  expect(find(resources, "orders").secrets).toEqual(["secretHeader"]);
});
