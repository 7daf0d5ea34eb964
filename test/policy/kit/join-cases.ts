// The cases that every rule over several resources must have, as tests: stacks that violate it with the exact messages of each resource,
// clean ones, unknown ones, one without anything the rule is about, and, made from the first violating case, a waived one and every twin
// of each type in it.

import { withTwins } from "../../../policy/aws/type-twins";
import { toPolicies } from "../../../policy/pack";
import type { Rule } from "../../../policy/rule";
import { toPolicy } from "../../../policy/sdk-policy";
import { type Example, judgeResource, judgeStack } from "./judge";
import { terms } from "./waivers";

export interface JoinCases {
  readonly config?: object;
  /** Title to a stack and the exact messages, in order, by the name of the resource that they are about. */
  readonly violating: Readonly<
    Record<string, { stack: readonly Example[]; messages: Readonly<Record<string, readonly string[]>> }>
  >;
  readonly clean: Readonly<Record<string, readonly Example[]>>;
  /** Title to a stack and what is reported as undecided: `<resource>:<path>`, with commas between several. */
  readonly unknown: Readonly<Record<string, { stack: readonly Example[]; undecided: string }>>;
}

export function testJoin(rule: Rule, cases: JoinCases): void {
  const policy = toPolicy(rule);
  const judge = (stack: readonly Example[]) => {
    const { violations, urns, advisories, undecided } = judgeStack(policy, stack, cases.config);
    return { messages: byName(urns, violations), advisories, undecided };
  };

  describe(`${rule.name} over a stack`, () => {
    test.each(Object.entries(cases.violating))("refuses %s", (_title, { stack, messages }) => {
      expect(judge(stack)).toEqual({ messages, advisories: [], undecided: undefined });
    });

    test.each(Object.entries(cases.clean))("accepts %s", (_title, stack) => {
      expect(judge(stack)).toEqual({ messages: {}, advisories: [], undecided: undefined });
    });

    for (const [title, { stack, undecided }] of Object.entries(cases.unknown))
      test(`cannot decide on ${title}`, () => {
        expect(judge(stack)).toEqual({ messages: {}, advisories: [], undecided });
      });

    test("says nothing of a stack without anything it is about", () => {
      expect(judge([{ type: "random:index/randomId:RandomId", props: {} }])).toEqual({
        messages: {},
        advisories: [],
        undecided: undefined,
      });
    });

    const [first] = Object.values(cases.violating);
    if (first === undefined) throw new Error(`${rule.name} has no violating case`);

    test("says the same as an advisory where a waiver holds", () => {
      const policies = toPolicies([rule], () => "2027-01-31");
      const [waived, waivers] = [policies[0], policies.at(-1)];
      if (waived === undefined || waivers === undefined) throw new Error("nothing to waive");
      const stackResource = { type: "pulumi:pulumi:Stack", props: {} };
      judgeResource(waivers, stackResource, { "an-id": terms({ policy: rule.name, resource: "*" }) });
      const { violations, advisories } = judgeStack(waived, first.stack, cases.config);
      expect({ violations, count: advisories.length }).toEqual({
        violations: [],
        count: Object.values(first.messages).flat().length,
      });
      for (const advisory of advisories) expect(advisory).toMatch(/^waived until 2027-01-31 by edge-team/);
    });

    const twins = [...new Set(first.stack.map(({ type }) => type))].flatMap((type) =>
      withTwins(type).flatMap((twin): [string, string][] => (twin === type ? [] : [[type, twin]])),
    );
    if (twins.length > 0)
      test.each(twins)("judges %s and its twin %s alike", (type, twin) => {
        const stack = first.stack.map((example) => (example.type === type ? { ...example, type: twin } : example));
        expect(judge(stack).messages).toEqual(first.messages);
      });

    test("has at least two violating cases and a clean one", () => {
      expect(Object.keys(cases.violating).length).toBeGreaterThanOrEqual(2);
      expect(Object.keys(cases.clean).length).toBeGreaterThanOrEqual(1);
    });
  });
}

function byName(urns: readonly string[], messages: readonly string[]): Record<string, string[]> {
  const named: Record<string, string[]> = {};
  for (const [i, urn] of urns.entries()) {
    const name = urn.split("::").at(-1) ?? "";
    named[name] = [...(named[name] ?? []), messages[i] ?? ""];
  }
  return named;
}
