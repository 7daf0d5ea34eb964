import fc from "fast-check";
import { withTwins } from "../../policy/aws/type-twins";
import { policies, rules } from "../../policy/pack";
import type { Rule } from "../../policy/rule";
import { undecided, violated } from "../../policy/rule";
import { type Policy, toPolicy } from "../../policy/sdk-policy";
import { saysNothingOf } from "../../preview/policy/hints";
import {
  type Example,
  isResourcePolicy,
  isStackPolicy,
  type Judgement,
  judgeResource,
  judgeRule,
  judgeStack,
  unknown,
} from "./kit/judge";
import { verdicts } from "./verdicts";

const example: Example = { type: "aws:sqs/queue:Queue", props: {} };
const config = { allowedRegions: ["eu-central-1"] };

function ruleOf(part: Partial<Rule>): Rule {
  return {
    name: "test-rule",
    severity: "low",
    reason: "Tests need rules.",
    remediation: "Nothing.",
    url: "https://docs.aws.amazon.com/",
    frameworks: [],
    profile: "baseline",
    types: [example.type],
    ...part,
  };
}

describe("a rule that fails", () => {
  const failing = ruleOf({
    *check() {
      yield violated("name", "is wrong", "set it");
      JSON.parse("hunter2 is the password");
    },
  });

  test("is a visible advisory, keeps what it found and fails nothing", () => {
    const { violations, advisories, undecided } = judgeRule(failing, example);
    expect({ violations, undecided }).toEqual({ violations: ["name: is wrong; fix: set it"], undecided: undefined });
    expect(advisories).toEqual([
      expect.stringMatching(
        /^internal error in rule test-rule: SyntaxError( at \S+)?; the rule has not judged everything here$/,
      ),
    ]);
  });

  test("does not quote the value it failed on, as the error's own text does", () => {
    expect(JSON.stringify(judgeRule(failing, example))).not.toContain("hunter2");
  });

  test("over a stack is an advisory as well", () => {
    const policy = toPolicy(
      ruleOf({
        join() {
          throw new TypeError("boom");
        },
      }),
    );
    expect(judgeStack(policy, [example]).advisories).toEqual([
      expect.stringMatching(/^internal error in rule test-rule: TypeError/),
    ]);
  });

  test("that throws something else than an error is one, too", () => {
    const rule = ruleOf({
      check() {
        throw "text";
      },
    });
    expect(judgeRule(rule, example).advisories).toEqual([
      "internal error in rule test-rule: string; the rule has not judged everything here",
    ]);
  });
});

test("findings are in the order of their places, each once, with violations before the undecided", () => {
  const rule = ruleOf({
    *check() {
      yield undecided("z");
      yield violated("origins[10].a", "is wrong", "set it");
      yield undecided("b");
      yield violated("origins[2].a", "is wrong", "set it");
      yield violated("origins[2].a", "is wrong", "set it");
    },
  });
  expect(judgeRule(rule, example)).toMatchObject({
    violations: ["origins[2].a: is wrong; fix: set it", "origins[10].a: is wrong; fix: set it"],
    undecided: "b, z",
  });
});

test("a rule with one type tells the SDK, which then skips other resources without decoding them", () => {
  const typeOf = (rule: Rule) => {
    const policy = toPolicy(rule);
    return isResourcePolicy(policy) ? Reflect.get(policy.validateResource ?? {}, "__pulumiType") : undefined;
  };
  expect(typeOf(ruleOf({ *check() {} }))).toBe(example.type);
  // A listener has four tokens.
  expect(typeOf(ruleOf({ types: ["aws:lb/listener:Listener"], *check() {} }))).toBeUndefined();
});

test("a bad parameter stops the pack with one clear error instead of passing everything", () => {
  const policy = policies.find((candidate) => candidate.name === "region-residency");
  if (policy === undefined) throw new Error("no such policy");
  expect(() => judgeResource(policy, example, { allowedRegions: "eu-central-1" })).toThrow(
    'policy config: 1 problem\n  region-residency.allowedRegions: must be a list such as ["eu-central-1"]',
  );
});

const tokens = [
  ...new Set([
    ...rules.flatMap((rule) => (typeof rule.types === "function" ? [] : rule.types.flatMap(withTwins))),
    ...verdicts.map((verdict) => verdict.type),
    "pulumi:providers:aws",
    "pulumi:pulumi:Stack",
  ]),
];

/** Every place in the props, as keys from the top. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

function replaceAt(value: unknown, path: readonly string[], replacement: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((item, i) => (String(i) === key ? replaceAt(item, rest, replacement) : item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([k, inner]) => [k, k === key ? replaceAt(inner, rest, replacement) : inner]),
  );
}

/** Every known resource with each value at each of its places. */
function variants(values: readonly unknown[]): Example[] {
  return verdicts.flatMap((verdict) =>
    placesOf(verdict.props)
      .filter((path) => path.length > 0)
      .flatMap((path) =>
        values.map((value) => ({
          ...verdict,
          props: replaceAt(verdict.props, path, value) as Record<string, unknown>,
        })),
      ),
  );
}

/** What makes a rule look at all that it can. */
function configOf({ configSchema }: Policy): object {
  const settings = { ...config, cloudfrontUnderResidency: "allow-no-cache" };
  return Object.fromEntries(Object.entries(settings).filter(([name]) => configSchema?.properties[name] !== undefined));
}

/** Judges by type, since there are many resources of each: whatever has something to say of it, with its settings. */
const judgesOfType = new Map<string, ((resource: Example) => Judgement)[]>();

function judgesOf(type: string): ((resource: Example) => Judgement)[] {
  let judges = judgesOfType.get(type);
  if (judges === undefined) {
    judges = policies.flatMap((policy) => {
      const settings = configOf(policy);
      const isAbout = isResourcePolicy(policy) && !saysNothingOf(policy.validateResource ?? {}, type);
      return [
        ...(isAbout ? [(resource: Example) => judgeResource(policy, resource, settings)] : []),
        ...(isStackPolicy(policy) ? [(resource: Example) => judgeStack(policy, [resource], settings)] : []),
      ];
    });
    judgesOfType.set(type, judges);
  }
  return judges;
}

function judgeAll(resource: Example): Judgement[] {
  return judgesOf(resource.type).map((judge) => judge(resource));
}

describe("whatever is in the properties", () => {
  const odd = [
    undefined,
    null,
    "",
    0,
    -1,
    true,
    false,
    [],
    {},
    [[]],
    [null],
    { "": null },
    "{",
    "[1",
    '{"Statement":[null]}',
    unknown,
  ];

  test("no rule throws or fails, with anything at any place of a known resource", () => {
    const failures = variants(odd).flatMap((variant) => judgeAll(variant).flatMap(({ advisories }) => advisories));
    expect(failures).toEqual([]);
  });

  test("no rule throws or fails on random properties of any type it knows", () => {
    const key = fc.oneof(
      fc.constantFrom(
        "region",
        "policy",
        "origins",
        "defaultCacheBehavior",
        "rules",
        "defaultActions",
        "bucket",
        "replicas",
      ),
      fc.string(),
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(unknown, null, "", "HTTP", "us-west-2", "arn:aws:s3:::a"),
        fc.double(),
        fc.boolean(),
        fc.string(),
        fc.array(tie("any"), { maxLength: 4 }),
        fc.dictionary(key, tie("any"), { maxKeys: 4 }),
      ),
    })).any;
    fc.assert(
      fc.property(fc.constantFrom(...tokens), fc.dictionary(key, value, { maxKeys: 5 }), (type, props) => {
        for (const { advisories } of judgeAll({ type, props })) {
          expect(advisories.filter((advisory) => advisory.startsWith("internal error"))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a value that nobody asked for never shows in a message", () => {
    const secret = "S3cr3t-Pa55phrase";
    const values = [secret, `{"Statement": "${secret} quoted"}`, `arn:aws:sqs:${secret}:1:a`, `"${secret}`];
    const messages = variants(values).flatMap((variant) =>
      judgeAll(variant).flatMap(({ violations, advisories, undecided }) => [
        ...violations,
        ...advisories,
        undecided ?? "",
      ]),
    );
    expect(messages.filter((message) => message.includes(secret))).toEqual([]);
    expect(messages.filter((message) => message !== "").length).toBeGreaterThan(100);
  });
});
