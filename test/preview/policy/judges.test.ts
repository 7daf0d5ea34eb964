import * as aws from "@pulumi/aws";
import {
  type Policy,
  type ReportViolation,
  type ResourceValidationArgs,
  type ResourceValidationPolicy,
  remediateResourceOfType,
  type StackValidationPolicy,
  validateRemediateResourceOfType,
  validateResourceOfType,
  validateStackResourcesOfType,
} from "@pulumi/policy";
import { makeSecret, unknownValue } from "../../../preview/engine/deployment/properties";
import { PackJudges } from "../../../preview/policy/judges";
import { removeTemporaryFolders } from "../project/temporary-project";
import { judge, judgesOf, packOf, resource } from "./packs";

afterAll(removeTemporaryFolders);

type Validate = ResourceValidationPolicy["validateResource"];

const rule = (validateResource: Validate, more: Partial<Policy> = {}): ResourceValidationPolicy => ({
  name: "rule",
  description: "Buckets are named.",
  enforcementLevel: "mandatory",
  ...more,
  validateResource,
});

const urn = "urn:pulumi:dev::p::aws:s3/bucket:Bucket::site";

describe("violations", () => {
  test("a synchronous and an asynchronous policy are both heard, with everything that they say of themselves", async () => {
    const about = { url: "https://example.com/rule", remediationSteps: "Name it.", severity: "high" } as const;
    const violations = [rule((_, report) => report("It is not."), { ...about, name: "now" })];
    violations.push(
      rule(
        async (_, report) => {
          await new Promise((resolve) => setTimeout(resolve, 5));
          report("It is not.", "urn:other");
        },
        { name: "later", enforcementLevel: "advisory" },
      ),
    );
    const said = await judge(violations);
    const common = { phase: "preview", packName: "rules", packVersion: "1.2.3" };
    const text = { message: "Buckets are named.\nIt is not.", description: "Buckets are named." };
    expect(said.violations).toEqual([
      { ...common, ...text, ...about, policyName: "now", enforcementLevel: "mandatory", resourceUrn: urn },
      { ...common, ...text, policyName: "later", enforcementLevel: "advisory", resourceUrn: "urn:other" },
    ]);
    expect(said).toMatchObject({ evaluated: 1, undecided: [], failures: [] });
    expect(said.packs).toEqual([{ name: "rules", version: "1.2.3", dir: expect.any(String), policies: 2, enabled: 2 }]);
  });

  test("a violation as an object names its own level, severity, policy, URN and text", async () => {
    const report = (_: ResourceValidationArgs, violate: ReportViolation) => {
      const say: (violation: object) => void = violate as never;
      say({ message: "own", urn: "urn:own", enforcementLevel: "advisory", severity: "low", name: "other" });
      say({ description: "only a description" });
      say({ message: "", enforcementLevel: "" });
      say({ message: 5 });
    };
    const { violations, failures } = await judge([rule(report, { severity: "high" })]);
    expect(failures).toEqual([]);
    expect(violations).toEqual([
      expect.objectContaining({
        message: "own",
        resourceUrn: "urn:own",
        enforcementLevel: "advisory",
        severity: "low",
        policyName: "other",
        description: "Buckets are named.",
      }),
      expect.objectContaining({ message: "only a description", description: "only a description", resourceUrn: urn }),
      expect.objectContaining({ message: "Buckets are named.", enforcementLevel: "mandatory", severity: "high" }),
      expect.objectContaining({ message: "5" }),
    ]);
  });

  test("a line that names a property of the resource, or has the form of a path and a fix, tells the property", async () => {
    const messages: [string, string | undefined][] = [
      ["tags.Name: is empty", "tags.Name"],
      ["so it is\ntags[0].Name: is empty", "tags[0].Name"],
      ["(resource): is old; fix: replace it", "(resource)"],
      ["absent.path: is missing; fix: set it", "absent.path"],
      ["absent: is missing", undefined],
      ["toString: is no property", undefined],
      ["no path at all", undefined],
    ];
    const said = await judge(
      messages.map(([message]) => rule((_, report) => report(message))),
      resource({ tags: {} }),
    );
    expect(said.violations.map(({ property }) => property)).toEqual(messages.map(([, property]) => property));
  });

  test("every function of an array is asked, and one that does not apply stops none of the others", async () => {
    const { violations, failures } = await judge([
      rule([
        (_, report) => report("first"),
        (args) => args.notApplicable("not mine"),
        async (args) => args.notApplicable(),
        (_, report) => report("last"),
      ]),
    ]);
    expect(violations.map(({ message }) => message.split("\n")[1])).toEqual(["first", "last"]);
    expect(failures).toEqual([]);
  });

  test("a policy for one class of resources is asked about those only", async () => {
    const seen: string[] = [];
    const policies = [
      rule(validateResourceOfType(aws.s3.Bucket, (bucket) => void seen.push(`bucket ${bucket.bucket}`))),
      rule(validateResourceOfType(aws.s3.BucketPolicy, () => void seen.push("policy"))),
      rule(
        (args) =>
          void seen.push(
            `${args.isType(aws.s3.Bucket)} ${args.asType(aws.sqs.Queue)} ${args.asType(aws.s3.Bucket)?.bucket}`,
          ),
      ),
    ];
    const { failures } = await judge(policies, resource({ bucket: "b" }));
    expect(seen).toEqual(["bucket b", "true undefined b"]);
    expect(failures).toEqual([]);
  });
});

describe("what a policy is given", () => {
  test("secrets are plain, assets are objects, references are ids, options and provider are there", async () => {
    const received: ResourceValidationArgs[] = [];
    const { failures } = await judge(
      [rule((args) => void received.push(args))],
      resource(
        { password: makeSecret("p"), list: [makeSecret({ deep: 1 })], tags: { a: "b" } },
        {
          provider: {
            type: "pulumi:providers:aws",
            urn: "urn:provider",
            name: "default",
            inputs: { region: "eu-west-1", token: makeSecret("t"), __internal: {}, version: "7.0.0" },
          },
          options: {
            protect: true,
            ignoreChanges: ["tags"],
            deleteBeforeReplace: false,
            aliases: ["urn:alias"],
            customTimeouts: { create: 60, update: 0, delete: 0 },
            additionalSecretOutputs: ["password"],
            parent: "urn:parent",
          },
        },
      ),
    );
    const [given] = received;
    expect(failures).toEqual([]);
    expect(JSON.parse(JSON.stringify(given?.props))).toEqual({ password: "p", list: [{ deep: 1 }], tags: { a: "b" } });
    expect(given?.opts).toEqual({
      protect: true,
      ignoreChanges: ["tags"],
      deleteBeforeReplace: false,
      aliases: ["urn:alias"],
      customTimeouts: { createSeconds: 60, updateSeconds: 0, deleteSeconds: 0 },
      additionalSecretOutputs: ["password"],
      parent: "urn:parent",
    });
    expect(given?.provider).toMatchObject({ type: "pulumi:providers:aws", urn: "urn:provider", name: "default" });
    expect(JSON.parse(JSON.stringify(given?.provider?.props))).toEqual({
      region: "eu-west-1",
      token: "t",
      version: "7.0.0",
    });
    expect([given?.type, given?.name, given?.urn, given?.stackTags.size]).toEqual([
      "aws:s3/bucket:Bucket",
      "site",
      urn,
      0,
    ]);
  });

  test("a policy that changes what it is given misleads nobody", async () => {
    const judged = resource({ tags: { a: "b" }, list: [1] });
    const seen: unknown[] = [];
    const change = rule((args) => {
      args.props.tags.a = "changed";
      args.props.list.push(2);
      args.props.added = true;
      delete args.props.bucket;
      args.opts.ignoreChanges.push("all");
      Object.assign(args.getConfig(), { limit: 2 });
    });
    const look = rule((args) => {
      seen.push(JSON.parse(JSON.stringify([args.props, args.opts.ignoreChanges, args.getConfig()])));
    });
    const { failures } = await judge([change, look, change, look], judged, { rule: { limit: 1 } });
    expect(failures).toEqual([]);
    const untouched = [{ tags: { a: "b" }, list: [1] }, [], { limit: 1 }];
    expect(seen).toEqual([untouched, untouched]);
    expect(judged.properties).toEqual({ tags: { a: "b" }, list: [1] });
  });

  test("config is the policy's own, without its level", async () => {
    const seen: unknown[] = [];
    const named = (name: string) => rule((args) => void seen.push(args.getConfig()), { name });
    await judge([named("a"), named("b"), named("c")], resource(), {
      a: { enforcementLevel: "advisory", limit: 3 },
      b: "mandatory",
    });
    expect(seen).toEqual([{ limit: 3 }, {}, {}]);
  });
});

describe("unknown values", () => {
  test.each<[string, (args: ResourceValidationArgs) => unknown, string]>([
    ["a property", (args) => args.props.bucket.length, "bucket"],
    ["an element of an object in a list", (args) => args.props.rules[1].status, "rules.1.status"],
    ["a secret that is unknown", (args) => args.props.password === "", "password"],
    ["a property of the provider", (args) => args.provider?.props.region, "region"],
  ])("a policy that looks at %s is undecided, with its path", async (_, look, property) => {
    for (const validate of [
      (args: ResourceValidationArgs) => void look(args),
      async (args: ResourceValidationArgs) => void look(args),
    ]) {
      const said = await judge(
        [rule(validate)],
        resource(
          {
            bucket: unknownValue,
            rules: [{ status: "on" }, { status: unknownValue }],
            password: makeSecret(unknownValue),
          },
          { provider: { type: "pulumi:providers:aws", urn: "urn:p", name: "p", inputs: { region: unknownValue } } },
        ),
      );
      expect(said.undecided).toEqual([
        { phase: "preview", policyName: "rule", packName: "rules", resourceUrn: urn, property },
      ]);
      expect(said.violations).toEqual([]);
      expect(said.failures).toEqual([]);
    }
  });

  test("a policy that never looks at the unknown value decides", async () => {
    const said = await judge(
      [rule((args, report) => report(`has ${Object.keys(args.props).join()}`))],
      resource({ bucket: unknownValue }),
    );
    expect(said.undecided).toEqual([]);
    expect(said.violations.map(({ message }) => message)).toEqual(["Buckets are named.\nhas bucket"]);
  });
});

describe("levels", () => {
  const levels = async (policies: Policy[], config?: Record<string, unknown>) =>
    (await judge(policies, resource(), config)).violations.map(({ policyName, enforcementLevel }) => [
      policyName,
      enforcementLevel,
    ]);
  const named = (name: string, more: Partial<Policy> = {}) => rule((_, report) => report(""), { name, ...more });

  test("config comes before the policy's own level, the policy's before the pack's, the pack's before advisory", async () => {
    const { enforcementLevel: _, ...unlevelled } = named("c");
    expect(await levels([named("a"), named("b"), unlevelled], { a: "advisory" })).toEqual([
      ["a", "advisory"],
      ["b", "mandatory"],
      ["c", "advisory"],
    ]);
  });

  test("`all` sets the level of every policy that is not named", async () => {
    expect(await levels([named("a"), named("b")], { all: "advisory", b: { enforcementLevel: "mandatory" } })).toEqual([
      ["a", "advisory"],
      ["b", "mandatory"],
    ]);
    expect(await levels([named("a"), named("b")], { all: "disabled", b: "advisory" })).toEqual([["b", "advisory"]]);
  });

  test("a disabled policy is never called and does not count as enabled", async () => {
    const validate = jest.fn();
    const judges = judgesOf([rule(validate, { enforcementLevel: "disabled" })]);
    await judges.analyze(resource());
    expect(validate).not.toHaveBeenCalled();
    expect(judges.result().packs).toMatchObject([{ policies: 1, enabled: 0 }]);
  });

  test("what remediation leaves behind counts as mandatory", async () => {
    expect(await levels([named("a", { enforcementLevel: "remediate" })])).toEqual([["a", "mandatory"]]);
  });
});

describe("remediation", () => {
  const fix = (
    remediateResource: ResourceValidationPolicy["remediateResource"],
    more: Partial<Policy> = {},
  ): ResourceValidationPolicy => ({
    name: "fix",
    description: "Fixes.",
    enforcementLevel: "remediate",
    ...more,
    remediateResource,
  });

  test("each remediation sees what the one before it made; secrets and unknown values stay what they are", async () => {
    const judges = judgesOf([
      fix(
        remediateResourceOfType(aws.s3.Bucket, (bucket) => {
          bucket.tags = { a: "1" };
          return bucket;
        }),
        { name: "typed" },
      ),
      fix(async ({ props }) => {
        props.tags.b = "2";
        props.password = "changed";
        return props;
      }),
      fix(
        remediateResourceOfType(aws.s3.BucketPolicy, () => ({ wrong: true })),
        { name: "other type" },
      ),
      fix((args) => args.notApplicable(), { name: "none" }),
      fix(() => undefined, { name: "nothing" }),
      fix(({ props }) => ({ ...props, off: true }), { name: "off", enforcementLevel: "mandatory" }),
    ]);
    const remediated = await judges.remediate(resource({ password: makeSecret("p"), bucket: unknownValue }));
    expect(remediated).toEqual({
      password: makeSecret("changed"),
      tags: { a: "1", b: "2" },
      bucket: unknownValue,
    });
    expect(judges.failures).toEqual([]);
    expect(judges.result().undecided).toEqual([]);
  });

  test("one function that validates and remediates, by the level it runs at", async () => {
    const both = validateRemediateResourceOfType(aws.s3.Bucket, (bucket, _, report) => {
      if (bucket.forceDestroy === false) return undefined;
      report("destroys");
      return { ...bucket, forceDestroy: false };
    });
    const policy = { name: "both", description: "Stays.", ...both };
    const on = judgesOf([{ ...policy, enforcementLevel: "remediate" as const }]);
    const properties = await on.remediate(resource({ forceDestroy: true }));
    expect(properties).toEqual({ forceDestroy: false });
    await on.analyze(resource(properties));
    expect(on.result().violations).toEqual([]);

    const off = judgesOf([{ ...policy, enforcementLevel: "advisory" as const }]);
    expect(off.remediate(resource({ forceDestroy: true }))).toBeUndefined();
    await off.analyze(resource({ forceDestroy: true }));
    expect(off.result().violations).toMatchObject([{ enforcementLevel: "advisory", message: "Stays.\ndestroys" }]);
  });

  test("one that touches an unknown value changes nothing and is undecided; one that throws is a failure", async () => {
    const judges = judgesOf([
      fix(({ props }) => ({ ...props, length: props.bucket.length }), { name: "looks" }),
      fix(() => Promise.reject(new Error("broken")), { name: "throws" }),
    ]);
    const judged = resource({ bucket: unknownValue });
    expect(await judges.remediate(judged)).toEqual({ bucket: unknownValue });
    expect(judges.result().undecided).toMatchObject([{ policyName: "looks", property: "bucket" }]);
    expect(judges.failures).toEqual([
      { severity: "error", urn, message: 'policy "throws" of policy pack "rules" failed: broken' },
    ]);
  });
});

test("a policy that throws is an error of the run, told once, and takes no finding of another with it", async () => {
  const judges = judgesOf([
    rule(
      () => {
        throw new TypeError("x is undefined");
      },
      { name: "throws" },
    ),
    rule(() => Promise.reject("just text"), { name: "rejects" }),
    rule((_, report) => report("found"), { name: "works" }),
  ]);
  await judges.analyze(resource());
  await judges.analyze(resource({}, { name: "second" }));
  await judges.analyze(resource({}, { name: "third" }));
  expect(judges.failures).toEqual([
    {
      severity: "error",
      urn,
      message: 'policy "throws" of policy pack "rules" failed: x is undefined (and 2 more times)',
    },
    {
      severity: "error",
      urn,
      message: 'policy "rejects" of policy pack "rules" failed: \'just text\' (and 2 more times)',
    },
  ]);
  expect(judges.result().violations).toHaveLength(3);
  expect(judges.result().evaluated).toBe(3);
});

test("two packs judge side by side, each with its own config, name and level", async () => {
  const validate = rule((args, report) => report(JSON.stringify(args.getConfig())));
  const first = { ...packOf([validate], { rule: { limit: 1 } }), name: "first" };
  const second = { ...packOf([validate], { rule: { limit: 2, enforcementLevel: "advisory" } }), name: "second" };
  const judges = new PackJudges([first, second], "deployed");
  await judges.analyze(resource());
  expect(
    judges.result().violations.map((v) => [v.phase, v.packName, v.enforcementLevel, v.message.split("\n")[1]]),
  ).toEqual([
    ["deployed", "first", "mandatory", '{"limit":1}'],
    ["deployed", "second", "advisory", '{"limit":2}'],
  ]);
});

describe("stack policies", () => {
  const onStack = (
    validateStack: StackValidationPolicy["validateStack"],
    more: Partial<Policy> = {},
  ): StackValidationPolicy => ({
    name: "stack-rule",
    description: "Whole.",
    ...more,
    validateStack,
  });
  const stack = resource({}, { type: "pulumi:pulumi:Stack", name: "p-dev" });
  const component = resource({}, { type: "my:index:Site", name: "c", parent: stack.urn });
  const bucket = resource({ bucket: "b", password: makeSecret("p") }, { parent: component.urn });
  const policy = resource(
    { bucket: "b" },
    {
      type: "aws:s3/bucketPolicy:BucketPolicy",
      dependencies: [bucket.urn, "urn:unknown"],
      propertyDependencies: { bucket: [bucket.urn], policy: ["urn:unknown"] },
    },
  );

  test("resources, their parents and what they depend on are the same objects", async () => {
    const judges = judgesOf(
      [
        onStack(({ resources, getConfig }, report) => {
          const [theStack, site, theBucket, thePolicy] = resources;
          expect(resources.map(({ name, type }) => `${type} ${name}`)).toEqual([
            "pulumi:pulumi:Stack p-dev",
            "my:index:Site c",
            "aws:s3/bucket:Bucket site",
            "aws:s3/bucketPolicy:BucketPolicy site",
          ]);
          expect(theBucket?.parent).toBe(site);
          expect(site?.parent).toBe(theStack);
          expect(theStack?.parent).toBeUndefined();
          expect(thePolicy?.dependencies).toEqual([theBucket]);
          expect(thePolicy?.propertyDependencies).toEqual({ bucket: [theBucket], policy: [] });
          expect(theBucket?.props.password).toBe("p");
          expect(thePolicy?.asType(aws.s3.BucketPolicy)?.bucket).toBe("b");
          report(`limit ${getConfig<{ limit: number }>().limit}`);
          report("that one", theBucket?.urn);
        }),
      ],
      { "stack-rule": { limit: 7, enforcementLevel: "remediate" } },
    );
    await judges.analyzeStack([stack, component, bucket, policy]);
    expect(judges.failures).toEqual([]);
    expect(judges.result().violations).toMatchObject([
      { message: "Whole.\nlimit 7", resourceUrn: stack.urn, enforcementLevel: "mandatory" },
      { message: "Whole.\nthat one", resourceUrn: bucket.urn, enforcementLevel: "mandatory" },
    ]);
  });

  test("one for a class of resources is not asked where there are none, and gets only those where there are", async () => {
    const seen: unknown[] = [];
    const judges = judgesOf([
      onStack(validateStackResourcesOfType(aws.sqs.Queue, () => void seen.push("queue"))),
      onStack(
        validateStackResourcesOfType(
          aws.s3.Bucket,
          (buckets, args) => void seen.push([buckets.length, args.resources.length]),
        ),
      ),
    ]);
    await judges.analyzeStack([stack, bucket, policy]);
    expect(seen).toEqual([[1, 1]]);
    expect(judges.failures).toEqual([]);
  });

  test("unknown values, not applicable and failures are told as for resources", async () => {
    const judges = judgesOf([
      onStack(({ resources }) => void resources.map(({ props }) => props.bucket?.length)),
      onStack(async (args) => args.notApplicable("not here"), { name: "none" }),
      onStack(() => Promise.reject(new Error("broken")), { name: "broken" }),
    ]);
    await judges.analyzeStack([stack, resource({ bucket: unknownValue })]);
    expect(judges.result().undecided).toMatchObject([
      { policyName: "stack-rule", property: "bucket", resourceUrn: stack.urn },
    ]);
    expect(judges.result().violations).toEqual([]);
    expect(judges.failures).toEqual([
      { severity: "error", urn: stack.urn, message: 'policy "broken" of policy pack "rules" failed: broken' },
    ]);
  });
});
