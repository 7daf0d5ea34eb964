// CloudFront Functions and the stores they read.

import * as pulumi from "@pulumi/pulumi";
import {
  cloudFrontFunction,
  existingCloudFrontFunction,
  existingKeyValueStore,
  httpOrigin,
  keyValueStore,
  s3Origin,
} from "../../../../components";
import { find, follows } from "../../record-stack";
import { build } from "../build";

const code = "import cf from 'cloudfront';\nasync function handler(event) { return event.request; }\n";
const api = httpOrigin({ domainName: "api.example.com" });
const arnOf = (name: string): string => `arn:aws:cloudfront::123456789012:function/site-function-${name}-0123456`;

test("a function is published for the runtime that stores need, and runs at its event", async () => {
  const { inputsOf, resources } = await build({
    origin: s3Origin(),
    behavior: {
      functions: {
        viewerRequest: cloudFrontFunction({ name: "redirects", code }),
        viewerResponse: cloudFrontFunction({ name: "headers", code: pulumi.output(code) }),
      },
    },
  });
  expect(inputsOf("site-function-redirects")).toEqual({
    comment: "redirects of site",
    runtime: "cloudfront-js-2.0",
    code,
    publish: true,
  });
  expect(inputsOf("site-function-headers").code).toBe(code);
  expect(resources.filter(({ type }) => /:Key[Vv]alue/.test(type))).toEqual([]);
  expect(inputsOf("site-distribution").defaultCacheBehavior).toMatchObject({
    functionAssociations: [
      { eventType: "viewer-request", functionArn: arnOf("redirects") },
      { eventType: "viewer-response", functionArn: arnOf("headers") },
    ],
  });
  expect(inputsOf("site-distribution").defaultCacheBehavior).not.toHaveProperty("lambdaFunctionAssociations");
});

test("a function that several behaviors and events use is made once", async () => {
  const shared = cloudFrontFunction({ name: "shared", code });
  const { inputsOf, resources } = await build({
    origin: s3Origin(),
    behavior: { functions: { viewerRequest: shared, viewerResponse: shared } },
    routes: [{ name: "api", pathPattern: "/api/*", origin: api, functions: { viewerRequest: shared } }],
  });
  expect(resources.filter(({ type }) => type === "aws:cloudfront/function:Function")).toHaveLength(1);
  expect(inputsOf("site-distribution").orderedCacheBehaviors).toMatchObject([
    { functionAssociations: [{ eventType: "viewer-request", functionArn: arnOf("shared") }] },
  ]);
});

test("functions made elsewhere are used by their ARN", async () => {
  const functionArn = "arn:aws:cloudfront::123456789012:function/handmade";
  const { inputsOf, resources } = await build({
    origin: s3Origin(),
    behavior: {
      functions: {
        viewerRequest: existingCloudFrontFunction(functionArn),
        viewerResponse: existingCloudFrontFunction(pulumi.output(functionArn)),
      },
    },
  });
  expect(resources.filter(({ type }) => type === "aws:cloudfront/function:Function")).toEqual([]);
  expect(inputsOf("site-distribution").defaultCacheBehavior).toMatchObject({
    functionAssociations: [
      { eventType: "viewer-request", functionArn },
      { eventType: "viewer-response", functionArn },
    ],
  });
});

describe("a store", () => {
  const storeArn = "arn:aws:cloudfront::123456789012:key-value-store/site-key-value-store-flags";

  test("holds exactly the entries, and is there before the function that reads them", async () => {
    const store = keyValueStore({ name: "flags", entries: { "/old": "/new", beta: pulumi.output("on") } });
    const { inputsOf, resources } = await build({
      origin: s3Origin(),
      behavior: { functions: { viewerRequest: cloudFrontFunction({ name: "flags", code, keyValueStore: store }) } },
      routes: [
        {
          name: "api",
          pathPattern: "/api/*",
          origin: api,
          functions: { viewerRequest: cloudFrontFunction({ name: "api-flags", code, keyValueStore: store }) },
        },
      ],
    });
    expect(inputsOf("site-key-value-store-flags")).toEqual({ comment: "flags of site" });
    expect(inputsOf("site-key-value-store-flags-entries")).toEqual({
      keyValueStoreArn: storeArn,
      resourceKeyValuePairs: [
        { key: "/old", value: "/new" },
        { key: "beta", value: "on" },
      ],
    });
    expect(resources.filter(({ type }) => type === "aws:cloudfront/keyValueStore:KeyValueStore")).toHaveLength(1);
    for (const name of ["site-function-flags", "site-function-api-flags"]) {
      expect(inputsOf(name).keyValueStoreAssociations).toEqual([storeArn]);
      expect(follows(resources, name, "site-key-value-store-flags-entries")).toBe(true);
    }
    expect(follows(resources, "site-distribution", "site-key-value-store-flags-entries")).toBe(true);
  });

  test("is filled elsewhere when it has no entries, and emptied when they are empty", async () => {
    const withStore = (store: ReturnType<typeof keyValueStore>) =>
      build({
        origin: s3Origin(),
        behavior: { functions: { viewerRequest: cloudFrontFunction({ name: "flags", code, keyValueStore: store }) } },
      });
    const unmanaged = await withStore(keyValueStore({ name: "flags" }));
    expect(unmanaged.inputsOf("site-function-flags").keyValueStoreAssociations).toEqual([storeArn]);
    expect(unmanaged.resources.filter(({ name }) => name.endsWith("-entries"))).toEqual([]);
    const empty = await withStore(keyValueStore({ name: "flags", entries: {} }));
    expect(empty.inputsOf("site-key-value-store-flags-entries")).toEqual({
      keyValueStoreArn: storeArn,
      resourceKeyValuePairs: [],
    });
  });

  test("made elsewhere is used by its ARN", async () => {
    const handmade = "arn:aws:cloudfront::123456789012:key-value-store/handmade";
    const { inputsOf, resources } = await build({
      origin: s3Origin(),
      behavior: {
        functions: {
          viewerRequest: cloudFrontFunction({ name: "flags", code, keyValueStore: existingKeyValueStore(handmade) }),
        },
      },
    });
    expect(inputsOf("site-function-flags").keyValueStoreAssociations).toEqual([handmade]);
    expect(resources.filter(({ type }) => /:Key[Vv]alue/.test(type))).toEqual([]);
  });

  test("keeps its secrets", async () => {
    const store = keyValueStore({ name: "tokens", entries: { token: pulumi.secret("s3cr3t") } });
    const { resources } = await build({
      origin: s3Origin(),
      behavior: { functions: { viewerRequest: cloudFrontFunction({ name: "auth", code, keyValueStore: store }) } },
    });
    expect(find(resources, "site-key-value-store-tokens-entries").secrets).toEqual(["resourceKeyValuePairs"]);
  });
});
