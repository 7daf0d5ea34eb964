// The pack in its own process, as `pulumi preview --policy-pack policy` starts it, over the engine's protocol.

import { PolicySeverity, PolicyType } from "@pulumi/pulumi/proto/analyzer_pb";
import { withTwins } from "../../policy/aws/type-twins";
import devConfig from "../../policy/dev.json";
import { packName, packVersion, rules } from "../../policy/pack";
import type { Rule } from "../../policy/rule";
import { Analyzer, type Diagnostic } from "./kit/analyzer";
import { propertyOf, undecidedPropertyOf, unjudged, verdicts } from "./verdicts";

let analyzer: Analyzer;

const allMandatory = Object.fromEntries(rules.map((rule) => [rule.name, { level: "mandatory" as const }]));
const dev = {
  ...allMandatory,
  ...Object.fromEntries(unjudged.map((name) => [name, { level: "disabled" as const }])),
  waivers: { level: "mandatory" as const },
  all: { level: "mandatory" as const },
  "region-residency": { level: "mandatory" as const, properties: { ...devConfig["region-residency"] } },
};

beforeAll(async () => {
  analyzer = await Analyzer.start();
});

afterAll(() => analyzer.stop());

/** Those with parameters are about the stack resource too: there they say which are missing. */
function isAbout({ types, parameters }: Rule, type: string): boolean {
  if (type === "pulumi:pulumi:Stack") return parameters !== undefined;
  return typeof types === "function" ? types(type) : types.flatMap(withTwins).includes(type);
}

function split(diagnostics: readonly Diagnostic[]) {
  const undecided = diagnostics.filter(({ message }) => undecidedPropertyOf(message) !== undefined);
  return {
    expected: diagnostics
      .filter((diagnostic) => !undecided.includes(diagnostic))
      .map(({ policy, level, message }) => [policy, level, propertyOf(message)])
      .sort(),
    undecided: undecided.map(({ policy, message }) => [policy, undecidedPropertyOf(message)]).sort(),
  };
}

test("the pack describes itself and each of its rules", async () => {
  const info = await analyzer.info();
  expect({ name: info.name, version: info.version, config: info.supportsconfig }).toEqual({
    name: packName,
    version: packVersion,
    config: true,
  });
  // The waivers come last, because they tell which of them no policy before has used.
  expect(info.policiesList.map((policy) => policy.name)).toEqual([
    ...rules.map((rule) => rule.name),
    "profile",
    "waivers",
  ]);
  for (const [index, policy] of info.policiesList.slice(0, -2).entries()) {
    // What only a whole stack can violate judges no single resource.
    const isOfStack = rules[index]?.check === undefined;
    expect(policy).toMatchObject({
      policyType: isOfStack ? PolicyType.POLICY_TYPE_STACK : PolicyType.POLICY_TYPE_RESOURCE,
      remediationSteps: expect.stringMatching(/\.$/),
      url: expect.stringMatching(/^https:\/\/docs\.aws\.amazon\.com\//),
    });
    expect(policy.severity).not.toBe(PolicySeverity.POLICY_SEVERITY_UNSPECIFIED);
  }
  expect(info.policiesList.find((policy) => policy.name === "cloudfront-viewer-https")?.framework).toEqual({
    name: "AWS Security Hub",
    version: "FSBP 1.0.0",
    reference: "AWS Security Hub FSBP 1.0.0 CloudFront.3; PCI DSS 4.0.1 4.2.1",
    specification: "CloudFront.3: equal; 4.2.1: looser",
  });
});

test.each(verdicts.map((verdict) => [verdict.title, verdict] as const))("%s", async (_title, verdict) => {
  await analyzer.configure(dev);
  expect(split(await analyzer.analyze(verdict))).toEqual({ expected: verdict.expected, undecided: verdict.undecided });
});

test("a message has the rule's reason, then the property, what is wrong and the fix", async () => {
  await analyzer.configure(dev);
  const [diagnostic] = await analyzer.analyze({ type: "aws:sqs/queue:Queue", props: { region: "us-west-2" } });
  expect(diagnostic?.message).toBe(
    "Data must stay in the Regions that this environment allows.\nregion: is us-west-2; fix: use one of eu-central-1",
  );
});

test("a rule over the whole stack reports each resource, and what it cannot decide under the resource's name", async () => {
  await analyzer.configure(dev);
  const bucket = { type: "aws:s3/bucket:Bucket", name: "logs", props: { region: "eu-central-1" } };
  const site = {
    type: "aws:cloudfront/distribution:Distribution",
    name: "site",
    props: { viewerCertificate: { acmCertificateArn: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" } },
  };
  const diagnostics = await analyzer.analyzeStack([bucket, site]);
  expect(diagnostics.map(({ policy, level, urn }) => [policy, level, urn])).toEqual([
    ["cloudfront-certificate-region", "advisory", ""],
    ["s3-block-public-access", "mandatory", "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs"],
    ["s3-tls-only", "mandatory", "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs"],
  ]);
  expect(undecidedPropertyOf(diagnostics[0]?.message ?? "")).toBe("site:viewerCertificate.acmCertificateArn");
});

test("a rule over the whole stack alone names both resources of which one must give way", async () => {
  await analyzer.configure(dev);
  const site = (name: string) => ({
    type: "aws:cloudfront/distribution:Distribution",
    name,
    props: { aliases: ["shop.example.com"] },
  });
  const diagnostics = await analyzer.analyzeStack([site("new"), site("old")]);
  expect(diagnostics.map(({ policy, level, urn }) => [policy, level, urn.split("::").at(-1)])).toEqual([
    ["cloudfront-alias-unique", "mandatory", "new"],
    ["cloudfront-alias-unique", "mandatory", "old"],
  ]);
});

test("resources judged side by side are each judged by the rules about their type, and the others pass them over", async () => {
  await analyzer.configure(dev);
  const examples = [
    { type: "aws:sqs/queue:Queue", props: { region: "us-west-2" } },
    { type: "random:index/randomId:RandomId", props: { byteLength: 4 } },
    { type: "aws:s3/bucketV2:BucketV2", props: { region: "us-east-2" } },
    { type: "pulumi:pulumi:Stack", props: {} },
    { type: "aws:cloudfront/distribution:Distribution", props: { defaultCacheBehavior: {} } },
  ];
  const alone: Awaited<ReturnType<Analyzer["judge"]>>[] = [];
  for (const example of examples) alone.push(await analyzer.judge(example));
  const many = Array.from({ length: 40 }, () => examples).flat();
  const together = await Promise.all(many.map((example) => analyzer.judge(example)));
  expect(together).toEqual(Array.from({ length: 40 }, () => alone).flat());
  expect(alone.map(({ found }) => found.length > 0)).toEqual([true, false, true, false, true]);
  for (const [index, { passedOver }] of alone.entries()) {
    const type = examples[index]?.type ?? "";
    const others = rules.filter(
      (rule) => rule.check !== undefined && !unjudged.includes(rule.name) && !isAbout(rule, type),
    );
    expect(passedOver.filter((name) => name !== "profile" && name !== "waivers")).toEqual(
      others.map(({ name }) => name),
    );
  }
});

test("levels follow the config", async () => {
  const queue = { type: "aws:sqs/queue:Queue", props: { region: "us-west-2" } };
  await analyzer.configure({ ...dev, "region-residency": { ...dev["region-residency"], level: "advisory" } });
  expect((await analyzer.analyze(queue)).map(({ level }) => level)).toEqual(["advisory"]);
  await analyzer.configure({ ...dev, "region-residency": { ...dev["region-residency"], level: "disabled" } });
  expect(await analyzer.analyze(queue)).toEqual([]);
});

test("what is set for region-residency holds for the other rules about Regions, unless they set it themselves", async () => {
  const app = { type: "aws:amplify/app:App", props: { region: "eu-central-1", tags: { "data-class": "restricted" } } };
  const judged = async (own: Record<string, string[]>) => {
    const properties = { ...dev["region-residency"].properties, strictDataClasses: ["restricted"] };
    await analyzer.configure({
      ...dev,
      "region-residency": { level: "mandatory", properties },
      "region-edge-cache": { level: "mandatory", properties: own },
    });
    return (await analyzer.analyze(app)).map(({ policy }) => policy);
  };
  expect(await judged({})).toEqual(["region-edge-cache"]);
  expect(await judged({ strictDataClasses: ["secret"] })).toEqual([]);
});

test("unknown rules, keys and values in the config are one error that names them all", async () => {
  const bad = {
    ...dev,
    "s3-tls-onyl": { level: "advisory" as const },
    "cloudfront-waf": { level: "mandatory" as const, properties: { exempt: ["a"] } },
    "region-residency": { level: "mandatory" as const, properties: { allowedRegions: ["eu-central-1", "Europe"] } },
  };
  await expect(analyzer.configure(bad)).rejects.toThrow(
    [
      "policy pack config: 3 problems",
      "  cloudfront-waf.exempt: is not a parameter of this rule; known are enforcementLevel",
      '  region-residency.allowedRegions[1]: must be text such as "eu-central-1"',
      '  s3-tls-onyl: is not a rule of this pack; did you mean "s3-tls-only"?',
    ].join("\n"),
  );
});

describe("waivers", () => {
  const stack = { type: "pulumi:pulumi:Stack", name: "shop-dev", props: {} };
  const away = { type: "aws:codepipeline/pipeline:Pipeline", name: "away", props: { region: "us-west-2" } };
  const logs = { type: "aws:s3/bucket:Bucket", name: "logs", props: { region: "eu-central-1" } };
  const far = "2999-12-31";
  const past = "2001-01-31";

  const withWaivers = (properties: Record<string, Record<string, string>>) => ({
    ...dev,
    waivers: { level: "mandatory" as const, properties },
  });
  const shown = (diagnostics: readonly Diagnostic[]) =>
    diagnostics.map(({ policy, level, message }) => ({ policy, level, message: message.split("\n") }));

  /** The calls of the engine, in its order. */
  async function run(properties: Record<string, Record<string, string>>) {
    await analyzer.configure(withWaivers(properties));
    return {
      onStack: shown(await analyzer.analyze(stack)),
      onQueue: shown(await analyzer.analyze(away)),
      atEnd: await analyzer.analyzeStack([stack, away, logs]),
    };
  }

  const residency = {
    policy: "region-residency",
    resource: "away",
    reason: "moves with the next release",
    owner: "queue-team",
    ticket: "OPS-1",
  };
  const finding = [
    "Data must stay in the Regions that this environment allows.",
    "region: is us-west-2; fix: use one of eu-central-1",
  ];

  test("that hold make advisories of violations, each about its own resource, and unused ones are told at the end", async () => {
    const { onStack, onQueue, atEnd } = await run({
      away: { ...residency, expires: far },
      logs: { ...residency, policy: "s3-tls-only", resource: "urn:pulumi:dev::*::logs", expires: far },
      gone: { ...residency, resource: "gone", expires: far },
    });
    expect(onStack).toEqual([]);
    expect(onQueue).toEqual([
      {
        policy: "region-residency",
        level: "advisory",
        message: ["waived until 2999-12-31 by queue-team (OPS-1): moves with the next release", ...finding],
      },
    ]);
    expect(atEnd.map(({ policy, level, urn }) => [policy, level, urn])).toEqual([
      ["s3-block-public-access", "mandatory", "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs"],
      ["s3-tls-only", "advisory", "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs"],
      ["waivers", "advisory", ""],
    ]);
    expect(atEnd[2]?.message).toBe(
      'unused waiver "gone": in this run no resource that "gone" matches violates region-residency; remove it',
    );
  });

  test("that have expired are violations, beside what they covered", async () => {
    const { onStack, onQueue, atEnd } = await run({ away: { ...residency, expires: past } });
    expect(onStack).toEqual([
      {
        policy: "waivers",
        level: "mandatory",
        message: [
          "A waiver must be needed and within its last day, so that what it lets pass is put right or decided anew.",
          "waivers.away.expires: is 2001-01-31, which has passed; fix: remove it, or agree on a later day with queue-team (OPS-1)",
        ],
      },
    ]);
    expect(onQueue).toEqual([
      {
        policy: "region-residency",
        level: "mandatory",
        message: [...finding, 'The waiver "away" expired on 2001-01-31.'],
      },
    ]);
    expect(atEnd.filter(({ policy }) => policy === "waivers")).toEqual([]);
  });

  test("do not hold where their own policy is disabled", async () => {
    const config = withWaivers({ away: { ...residency, expires: far }, past: { ...residency, expires: past } });
    const fresh = await Analyzer.start();
    try {
      await fresh.configure({ ...config, waivers: { ...config.waivers, level: "disabled" } });
      expect(await fresh.analyze(stack)).toEqual([]);
      expect(shown(await fresh.analyze(away))).toEqual([
        { policy: "region-residency", level: "mandatory", message: finding },
      ]);
    } finally {
      await fresh.stop();
    }
  });

  test("that are wrong are an error before anything is judged", async () => {
    const config = withWaivers({ away: { ...residency, expires: "2027-02-30" }, other: { policy: "s3-tls-onyl" } });
    await expect(analyzer.configure(config)).rejects.toThrow(
      /policy pack config: 6 problems\n {2}waivers\.away\.expires: is not a day of the calendar\n {2}waivers\.other\.policy: is not a rule of this pack; did you mean "s3-tls-only"\?\n/,
    );
  });
});
