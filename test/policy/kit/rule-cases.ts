// The cases every rule must have, as tests: violating ones with their exact message, clean ones, unknown ones, a foreign type, and,
// made from the first violating case, a waived one and every twin of the type token.

import { withTwins } from "../../../policy/aws/type-twins";
import { toPolicies } from "../../../policy/pack";
import type { Rule } from "../../../policy/rule";
import { toPolicy } from "../../../policy/sdk-policy";
import { judgeResource } from "./judge";
import { terms } from "./waivers";

type Props = Record<string, unknown>;

export interface RuleCases {
  readonly type: string;
  readonly config?: object;
  /** Title to inputs and the exact messages, in order. */
  readonly violating: Readonly<Record<string, { props: Props; messages: readonly string[]; type?: string }>>;
  readonly clean: Readonly<Record<string, { props: Props; type?: string }>>;
  /** Title to inputs and the path that is reported as undecided. */
  readonly unknown: Readonly<Record<string, { props: Props; path: string; type?: string }>>;
}

export function testRule(rule: Rule, cases: RuleCases): void {
  const policy = toPolicy(rule);
  const judge = (props: Props, type = cases.type) => judgeResource(policy, { type, props }, cases.config);

  describe(rule.name, () => {
    test.each(Object.entries(cases.violating))("refuses %s", (_title, { props, messages, type }) => {
      const { violations, undecided, applicable, advisories } = judge(props, type);
      expect({ violations, undecided, applicable, advisories }).toEqual({
        violations: messages,
        undecided: undefined,
        applicable: true,
        advisories: [],
      });
    });

    test.each(Object.entries(cases.clean))("accepts %s", (_title, { props, type }) => {
      expect(judge(props, type)).toEqual({
        violations: [],
        urns: [],
        advisories: [],
        undecided: undefined,
        applicable: true,
      });
    });

    for (const [title, { props, path, type }] of Object.entries(cases.unknown))
      test(`cannot decide on ${title}`, () => {
        const { violations, undecided } = judge(props, type);
        expect({ violations, undecided }).toEqual({ violations: [], undecided: path });
      });

    test("does not apply to a type it is not about", () => {
      expect(judge({}, "random:index/randomId:RandomId").applicable).toBe(false);
    });

    const [first] = Object.values(cases.violating);
    test("says the same as an advisory where a waiver holds", () => {
      const policies = toPolicies([rule], () => "2027-01-31");
      const [waived, waivers] = [policies[0], policies.at(-1)];
      if (first === undefined || waived === undefined || waivers === undefined) throw new Error("nothing to waive");
      const stack = { type: "pulumi:pulumi:Stack", props: {} };
      judgeResource(waivers, stack, { "an-id": terms({ policy: rule.name, resource: "ex*" }) });
      const { type = cases.type, props, messages } = first;
      const { violations, advisories } = judgeResource(waived, { type, props }, cases.config);
      expect(violations).toEqual([]);
      const line = "waived until 2027-01-31 by edge-team (OPS-123): the firewall is being moved";
      expect(advisories).toEqual(messages.map((message) => `${line}\n${rule.reason}\n${message}`));
    });

    const twins = withTwins(cases.type).filter((twin) => twin !== cases.type);
    if (first !== undefined && first.type === undefined && twins.length > 0) {
      test.each(twins)("judges the twin type %s alike", (twin) => {
        expect(judge(first.props, twin).violations).toEqual(first.messages);
      });
    }

    test("has at least two violating cases and a clean one", () => {
      expect(Object.keys(cases.violating).length).toBeGreaterThanOrEqual(2);
      expect(Object.keys(cases.clean).length).toBeGreaterThanOrEqual(1);
    });
  });
}
