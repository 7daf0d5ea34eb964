// The test kit that others use for packs of their own: here for a pack that has nothing to do with this one.

import * as aws from "@pulumi/aws";
import {
  type ResourceValidationPolicy,
  type StackValidationPolicy,
  validateResourceOfType,
  validateStackResourcesOfType,
} from "@pulumi/policy";
import { judgePack, judgeResource, judgeStack, unknown, unknownOf, urnOf } from "../../policy/testing";

const bucket = "aws:s3/bucket:Bucket";
const queue = "aws:sqs/queue:Queue";

const named: ResourceValidationPolicy = {
  name: "named",
  description: "Buckets have names.",
  enforcementLevel: "mandatory",
  validateResource: validateResourceOfType(aws.s3.Bucket, ({ bucket: name }, { getConfig }, report) => {
    const { prefix = "" } = getConfig<{ prefix?: string }>();
    if (!name?.startsWith(prefix) || name === "") report(`bucket: must begin with "${prefix}"`);
  }),
};

const encrypted: ResourceValidationPolicy = {
  name: "encrypted",
  description: "Queues are encrypted.",
  enforcementLevel: "mandatory",
  validateResource: (args, report) => {
    if (!args.isType(aws.sqs.Queue)) return args.notApplicable("no queue");
    if (args.stackTags.get("stage") === "test") return;
    if (args.asType(aws.sqs.Queue)?.kmsMasterKeyId === undefined && args.provider?.props.region !== "us-east-1")
      report("kmsMasterKeyId: is not set");
  },
};

const unprotected: StackValidationPolicy = {
  name: "unprotected",
  description: "What holds data is protected.",
  enforcementLevel: "mandatory",
  validateStack: (args, report) => {
    for (const { opts, urn, propertyDependencies, parent } of args.resources)
      if (!opts.protect)
        report(
          `below ${parent?.name ?? "nothing"}, from ${(propertyDependencies.policy ?? []).map(({ name }) => name).join() || "nothing"}`,
          urn,
        );
  },
};

const only: StackValidationPolicy = {
  name: "only",
  description: "There are no buckets.",
  enforcementLevel: "advisory",
  validateStack: validateStackResourcesOfType(aws.s3.Bucket, (buckets, _, report) =>
    report(`${buckets.length} buckets`),
  ),
};

describe("one resource", () => {
  test("is judged by its inputs and the policy's part of the config", async () => {
    const example = { type: bucket, props: { bucket: "shop-logs" } };
    expect(await judgeResource(named, example)).toEqual({ reported: [], undecided: undefined, applicable: true });
    expect(await judgeResource(named, example, { config: { prefix: "bank" } })).toEqual({
      reported: [{ message: 'bucket: must begin with "bank"' }],
      undecided: undefined,
      applicable: true,
    });
  });

  test("of another type is nothing that the policy is about, whichever way it says so", async () => {
    const neither = { reported: [], undecided: undefined, applicable: false };
    expect(await judgeResource(named, { type: queue, props: {} })).toEqual(neither);
    expect(await judgeResource(encrypted, { type: bucket, props: {} })).toEqual(neither);
  });

  test("is undecided where the policy reads what a preview does not know, of any kind", async () => {
    for (const value of [unknown, ...Object.values(unknownOf)])
      expect(await judgeResource(named, { type: bucket, props: { bucket: value } })).toEqual({
        reported: [],
        undecided: "bucket",
        applicable: true,
      });
    expect(await judgeResource(named, { type: bucket, props: { bucket: "a", tags: unknown } })).toMatchObject({
      undecided: undefined,
    });
  });

  test("has the tags of its stack, and its provider", async () => {
    const example = { type: queue, props: {} };
    expect((await judgeResource(encrypted, example)).reported).toEqual([{ message: "kmsMasterKeyId: is not set" }]);
    expect((await judgeResource(encrypted, example, { stackTags: { stage: "test" } })).reported).toEqual([]);
    const provider = { type: "pulumi:providers:aws", props: { region: "us-east-1" } };
    expect((await judgeResource(encrypted, { ...example, provider })).reported).toEqual([]);
  });

  test("is each function's own where there are several: none loses what another finds", async () => {
    const both = { ...named, validateResource: [named.validateResource, encrypted.validateResource].flat() };
    const policy = { ...both, validateResource: both.validateResource.flatMap((validate) => validate ?? []) };
    expect(await judgeResource(policy, { type: queue, props: {} })).toEqual({
      reported: [{ message: "kmsMasterKeyId: is not set" }],
      undecided: undefined,
      applicable: true,
    });
  });

  test("keeps what a policy reported before it met something unknown", async () => {
    const policy: ResourceValidationPolicy = {
      ...named,
      validateResource: ({ props }, report) => {
        report("first");
        if (props.other) report("second");
      },
    };
    expect(await judgeResource(policy, { type: bucket, props: { other: unknown } })).toEqual({
      reported: [{ message: "first" }],
      undecided: "other",
      applicable: true,
    });
  });

  test("a policy that fails, fails the test", async () => {
    const policy: ResourceValidationPolicy = {
      ...named,
      validateResource: () => {
        throw new TypeError("boom");
      },
    };
    await expect(judgeResource(policy, { type: bucket, props: {} })).rejects.toThrow("boom");
    await expect(judgeResource({ ...named, validateResource: undefined }, { type: bucket, props: {} })).rejects.toThrow(
      'policy "named" judges no single resources',
    );
  });
});

describe("a stack", () => {
  const shop = { type: "shop:index:Shop", name: "shop", props: {}, opts: { protect: true } };
  const logs = { type: bucket, name: "logs", props: {}, parent: "shop" };
  const rules = { type: "aws:s3/bucketPolicy:BucketPolicy", name: "rules", props: {}, sources: { policy: ["logs"] } };

  test("has parents, what properties were made from, and options", async () => {
    expect(await judgeStack(unprotected, [shop, logs, rules])).toEqual({
      reported: [
        { message: "below shop, from nothing", urn: urnOf(logs) },
        { message: "below nothing, from logs", urn: urnOf(rules) },
      ],
      undecided: undefined,
      applicable: true,
    });
  });

  test("without a resource of its type is nothing that the policy is about", async () => {
    expect((await judgeStack(only, [logs, logs])).reported).toEqual([{ message: "2 buckets" }]);
    expect((await judgeStack(only, [shop])).applicable).toBe(false);
    await expect(judgeStack(named, [shop])).rejects.toThrow('policy "named" judges no stacks');
  });

  test("is judged by a whole pack, each resource and then the stack", async () => {
    const named2 = { type: bucket, name: "logs", props: { bucket: "shop" }, parent: "shop" };
    const outcomes = await judgePack([named, encrypted, only], [named2, shop], { named: { prefix: "bank" } });
    expect(outcomes.map(({ policy, example, reported }) => [policy, example?.name, reported.length])).toEqual([
      ["named", "logs", 1],
      ["only", undefined, 1],
    ]);
  });
});
