// The frame around rules and waivers, over whole runs: the stack resource, the other resources, then all of them together.

import { toPolicies } from "../../../policy/pack";
import { about, type Rule, undecided, violated } from "../../../policy/rule";
import { type Example, isResourcePolicy, isStackPolicy, judgeResource, judgeStack, unknown } from "../kit/judge";
import { terms } from "../kit/waivers";

const today = "2027-01-31";
const yesterday = "2027-01-30";

const common = {
  severity: "low",
  remediation: "Nothing.",
  url: "https://docs.aws.amazon.com/",
  frameworks: [],
  profile: "baseline",
  types: ["aws:sqs/queue:Queue"],
} as const;

/** Refuses queues with a property `bad`, a word for each finding. Cannot decide where it is unknown, nor on what is `elsewhere`. */
const named: Rule = {
  ...common,
  name: "queue-named",
  reason: "Queues must be named.",
  *check({ properties }) {
    const bad = properties.at("bad");
    if (bad.state === "unknown") yield undecided(bad);
    for (const word of bad.text?.split(" ") ?? []) yield violated(word, "is wrong", "set it");
    if (properties.at("elsewhere").flag) yield undecided("elsewhere");
    if (properties.at("fails").flag) throw new Error("cannot judge");
  },
};

/** The same of `lone`, over the whole stack. */
const joined: Rule = {
  ...common,
  name: "queue-joined",
  reason: "Queues must not be alone.",
  *join(graph) {
    for (const queue of graph.ofType("aws:sqs/queue:Queue")) {
      const lone = queue.properties.at("lone");
      if (lone.state === "unknown") yield about(queue, undecided(lone));
      if (lone.flag) yield about(queue, violated("lone", "is alone", "add one"));
      if (queue.properties.at("fails").flag) throw new Error("cannot judge");
    }
  },
};

const stack: Example = { type: "pulumi:pulumi:Stack", name: "shop-dev", props: {} };

function queue(name: string, props: Record<string, unknown>): Example {
  return { type: "aws:sqs/queue:Queue", name, props };
}

function waive(policy: string, resource: string, change: Record<string, unknown> = {}) {
  return terms({ policy, resource, reason: "an old queue", owner: "queue-team", expires: today, ...change });
}

const policies = toPolicies([named, joined], () => today);

/** Every line that is reported in a run, with the policy it is reported under. Violations come with their rule's level. */
function run(waivers: Record<string, unknown>, ...queues: Example[]) {
  const resources = [stack, ...queues];
  const judgements = [
    ...resources.flatMap((resource) =>
      policies
        .filter(isResourcePolicy)
        .map((policy) => [policy, judgeResource(policy, resource, configOf(policy.name))] as const),
    ),
    ...policies
      .filter(isStackPolicy)
      .map((policy) => [policy, judgeStack(policy, resources, configOf(policy.name))] as const),
  ];
  function configOf(policy: string): object {
    return policy === "waivers" ? waivers : {};
  }
  const lines = (kind: "violations" | "advisories") =>
    judgements.flatMap(([{ name }, judgement]) => judgement[kind].map((line) => `${name}: ${line}`));
  return {
    violations: lines("violations"),
    advisories: lines("advisories"),
    undecided: judgements.flatMap(([{ name }, judgement]) =>
      judgement.undecided ? `${name}: ${judgement.undecided}` : [],
    ),
  };
}

const nothing = { violations: [], advisories: [], undecided: [] };

test("a waiver makes every finding of its rule on its resource an advisory, and no other", () => {
  const queues = [queue("old", { bad: "a b" }), queue("new", { bad: "c" })];
  expect(run({ old: waive("queue-named", "old") }, ...queues)).toEqual({
    ...nothing,
    violations: ["queue-named: c: is wrong; fix: set it"],
    advisories: ["a", "b"].map(
      (word) =>
        `queue-named: waived until 2027-01-31 by queue-team (OPS-123): an old queue\nQueues must be named.\n${word}: is wrong; fix: set it`,
    ),
  });
});

test("a finding over the whole stack is waived on its own resource", () => {
  const queues = [queue("old", { lone: true }), queue("new", { lone: true })];
  expect(run({ old: waive("queue-joined", "*::old", { ticket: undefined }) }, ...queues)).toEqual({
    ...nothing,
    violations: ["queue-joined: lone: is alone; fix: add one"],
    advisories: [
      "queue-joined: waived until 2027-01-31 by queue-team: an old queue\nQueues must not be alone.\nlone: is alone; fix: add one",
    ],
  });
});

test("what a rule cannot decide stays undecided, and its waiver is not called unused", () => {
  const queues = [queue("old", { bad: unknown, lone: unknown })];
  expect(run({ a: waive("queue-named", "old"), b: waive("queue-joined", "old") }, ...queues)).toEqual({
    ...nothing,
    undecided: ["queue-named: bad", "queue-joined: old:lone"],
  });
});

describe("an expired waiver", () => {
  const expired = waive("queue-named", "old", { expires: yesterday });
  const refused =
    "waivers: waivers.old.expires: is 2027-01-30, which has passed; fix: remove it, or agree on a later day with queue-team (OPS-123)";

  test("is a violation itself, and what it covered is one again and says so", () => {
    expect(run({ old: expired }, queue("old", { bad: "a" }))).toEqual({
      ...nothing,
      violations: [refused, 'queue-named: a: is wrong; fix: set it\nThe waiver "old" expired on 2027-01-30.'],
    });
  });

  test("is a violation where it covers nothing, and is not called unused as well", () => {
    expect(run({ old: expired })).toEqual({ ...nothing, violations: [refused] });
  });

  test("changes nothing where another one still holds", () => {
    const both = { old: expired, renewed: waive("queue-named", "*", { reason: "once more" }) };
    expect(run(both, queue("old", { bad: "a" }))).toEqual({
      ...nothing,
      violations: [refused],
      advisories: [
        expect.stringMatching(/^queue-named: waived until 2027-01-31 by queue-team \(OPS-123\): once more\n/),
      ],
    });
  });
});

describe("an unused waiver", () => {
  const unused = (policy: string, resource: string) =>
    `waivers: unused waiver "old": in this run no resource that "${resource}" matches violates ${policy}; remove it`;

  test.each<[string, Example[]]>([
    ["nothing has its name", [queue("new", { bad: "a" })]],
    ["the resource is as it should be", [queue("old", {})]],
    ["there are no resources", []],
  ])("is an advisory at the end of the run where %s", (_title, queues) => {
    expect(run({ old: waive("queue-named", "old") }, ...queues).advisories).toEqual([unused("queue-named", "old")]);
  });

  test("of a rule over the whole stack is found at the same time", () => {
    expect(run({ old: waive("queue-joined", "o*") }, queue("old", { bad: "a" })).advisories).toEqual([
      unused("queue-joined", "o*"),
    ]);
  });

  test.each<[string, string, Record<string, unknown>]>([
    ["has a value that is not known, which its rule passed over", "queue-named", { other: [{ a: unknown }] }],
    ["has all its values, and its rule is undecided", "queue-named", { elsewhere: true }],
    ["is one on which its rule failed", "queue-named", { fails: true }],
    ["is in a stack on which its rule failed", "queue-joined", { fails: true }],
  ])("is not called so where the resource %s", (_title, policy, props) => {
    const { violations, advisories } = run({ old: waive(policy, "old") }, queue("old", props));
    expect(violations).toEqual([]);
    expect(advisories.filter((line) => line.includes("unused"))).toEqual([]);
  });

  test("is called so although a value of another resource is not known", () => {
    expect(run({ old: waive("queue-named", "old") }, queue("new", { bad: unknown })).advisories).toEqual([
      unused("queue-named", "old"),
    ]);
  });

  test("is none that another one with a later day took the place of", () => {
    const both = { old: waive("queue-named", "old"), b: waive("queue-named", "old", { expires: "2027-06-30" }) };
    const { advisories } = run(both, queue("old", { bad: "a" }));
    expect(advisories).toEqual([expect.stringMatching(/^queue-named: waived until 2027-06-30 /)]);
  });
});

test("the order of waivers in the config does not show", () => {
  const waivers = { c: waive("queue-named", "x"), a: waive("queue-named", "y"), b: waive("queue-joined", "z") };
  const reversed = Object.fromEntries(Object.entries(waivers).reverse());
  expect(run(waivers)).toEqual(run(reversed));
  expect(run(waivers).advisories.map((line) => /"(.)"/.exec(line)?.[1])).toEqual(["a", "b", "c"]);
});

test("nothing of one run is left in the next", () => {
  const old = queue("old", { bad: "a" });
  expect(run({ old: waive("queue-named", "old") }, old).advisories).toHaveLength(1);
  expect(run({}, old)).toEqual({ ...nothing, violations: ["queue-named: a: is wrong; fix: set it"] });
  expect(run({ old: waive("queue-named", "old") }).advisories).toEqual([expect.stringContaining("unused waiver")]);
});

test("the clock is asked once a run, when the stack is registered", () => {
  const days = jest.fn(() => today);
  const [rule, , waivers] = toPolicies([named], days);
  if (rule === undefined || waivers === undefined) throw new Error("a policy is missing");
  expect(days).not.toHaveBeenCalled();
  judgeResource(waivers, stack, { old: waive("queue-named", "old") });
  for (const policy of [rule, waivers]) judgeResource(policy, queue("old", { bad: "a" }));
  expect(days).toHaveBeenCalledTimes(1);
});
