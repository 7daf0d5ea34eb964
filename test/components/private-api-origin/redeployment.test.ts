// A deployment is a copy of the API: it is made anew for every change of what it copies, and for nothing else.

import { ExecutionLogLevel, lambdaRoutes, openApi, type PrivateApiOriginArgs } from "../../../components";
import { build } from "./build";
import { argsWith, document, existingEndpoint, handler, network } from "./variants";

async function deploymentOf(args: Partial<PrivateApiOriginArgs>): Promise<unknown> {
  const { inputsOf } = await build(argsWith(args));
  const { triggers, ...inputs } = inputsOf("orders-api-deployment");
  expect(inputs).toEqual({ restApi: "orders-api-id" });
  expect(triggers).toEqual({ redeployment: expect.stringMatching(/^[0-9a-f]{64}$/) });
  return triggers;
}

const withDocument = (more: object): Partial<PrivateApiOriginArgs> => ({
  api: openApi({ document: { ...document, ...more } }),
});

test.each<[string, Partial<PrivateApiOriginArgs>, Partial<PrivateApiOriginArgs>]>([
  ["another path", withDocument({}), withDocument({ paths: { "/orders": {}, "/stock": {} } })],
  [
    "another function",
    { api: lambdaRoutes({ routes: { "GET /": handler } }) },
    { api: lambdaRoutes({ routes: { "GET /": { ...handler, arn: `${handler.arn}:live` } } }) },
  ],
  ["another endpoint, which the policy names", {}, { network: { ...network, existingEndpoint } }],
])("%s is deployed", async (_title, before, after) => {
  expect(await deploymentOf(after)).not.toEqual(await deploymentOf(before));
});

test("the same document is not deployed again, whether it is an object or text", async () => {
  const first = await deploymentOf(withDocument({}));
  expect(await deploymentOf(withDocument({}))).toEqual(first);
  expect(await deploymentOf({ api: openApi({ document: JSON.stringify(document) }) })).toEqual(first);
});

test("settings of the stage, tags, retention and the front door's secret change nothing that is deployed", async () => {
  const stage = {
    name: "prod",
    throttlingRateLimit: 1,
    throttlingBurstLimit: 1,
    cacheSizeGigabytes: 6.1,
    tracing: false,
    executionLogLevel: ExecutionLogLevel.Info,
  };
  const changed = {
    api: openApi({ document, stage }),
    tags: { team: "stock" },
    retentionDays: 7,
    secretHeader: { value: "fedcba9876543210" },
  };
  expect(await deploymentOf(changed)).toEqual(await deploymentOf(withDocument({})));
});
