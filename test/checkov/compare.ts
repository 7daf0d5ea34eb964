// Sets what a rule of this pack says of a resource beside what a check of checkov says of it.

import { rules } from "../../policy/pack";
import { type Policy, toPolicy } from "../../policy/sdk-policy";
import { type Example, judgeResource, judgeStack, type Outcome, urnOf } from "../../policy/testing";
import type { CheckRecord } from "./checkov";
import { terraformTypeOf } from "./names";
import allPairs from "./pairs.json";
import { isUnknown } from "./to-terraform";

/** A rule and the checks that ask for the same. */
export interface Pair {
  readonly rule: string;
  /** Several checks that together ask what the rule asks: a resource passes where all of them let it. */
  readonly checks: readonly string[];
  /** The Terraform types whose resources are compared. */
  readonly on: readonly string[];
  /** Types of resources that refer to it, and whose findings checkov reports of the resource itself. */
  readonly attached?: readonly string[];
}

export const pairs: readonly Pair[] = allPairs;

export type Verdict = "pass" | "fail";

/** Resources that belong together, as the rules see them, and what checkov says of them. */
export interface Fixture {
  readonly title: string;
  readonly stack: readonly Example[];
  /** Where checkov finds a resource of the stack. */
  readonly addressOf: (example: Example) => string | undefined;
  readonly records: readonly CheckRecord[];
  /** The one rule that it is an example of. @default - every rule is compared */
  readonly rule?: string;
  /** @default - both halves of each rule */
  readonly half?: "check" | "join";
  /** The rule's parameters. @default - their defaults */
  readonly config?: object;
}

export interface Comparison {
  readonly pair: Pair;
  readonly fixture: string;
  readonly address: string;
  readonly ours: Verdict;
  readonly checkov: Verdict;
  /** What our rule found. */
  readonly findings: readonly string[];
}

/** Only what both decide: a rule that cannot tell yet, and a check that says nothing, are no verdicts. */
export async function compare(fixture: Fixture): Promise<Comparison[]> {
  const comparisons: Comparison[] = [];
  for (const pair of pairs.filter(({ rule }) => fixture.rule === undefined || fixture.rule === rule))
    for (const example of fixture.stack) {
      const address = fixture.addressOf(example);
      const type = terraformTypeOf(example.type);
      if (address === undefined || type === undefined || !pair.on.includes(type)) continue;
      const checkov = theirVerdict(pair, fixture.records, address);
      const findings = checkov && (await findingsOf(pair, example, fixture));
      if (checkov === undefined || findings === undefined) continue;
      const ours = findings.length > 0 ? "fail" : "pass";
      comparisons.push({ pair, fixture: fixture.title, address, ours, checkov, findings });
    }
  return comparisons;
}

function theirVerdict({ checks }: Pair, records: readonly CheckRecord[], address: string): Verdict | undefined {
  const said = checks.map((check) => records.filter((one) => one.check === check && one.address === address));
  if (said.flat().some(({ passes }) => !passes)) return "fail";
  return said.every((one) => one.length > 0) ? "pass" : undefined;
}

/** Undefined where the rule cannot decide, or is not about the resource. */
async function findingsOf(pair: Pair, example: Example, fixture: Fixture): Promise<string[] | undefined> {
  const rule = rules.find(({ name }) => name === pair.rule);
  if (rule === undefined) throw new Error(`pairs.json: there is no rule ${pair.rule}`);
  const judged = withAttached(example, fixture.stack, pair);
  const checked = rule.check ? await checkEach(toPolicy(rule), judged, fixture) : [];
  const joined = rule.join && fixture.half !== "check" ? [await join(toPolicy(rule), judged, fixture)] : [];
  // The resources of an example of a join are abbreviated: that the other half finds fault with them says nothing.
  if (fixture.half === "join" && findings(joined).length === 0 && findings(checked).length > 0) return undefined;
  const found = findings([...checked, ...joined]);
  const decided = [...checked, ...joined].every(({ undecided }) => undecided === undefined);
  const isAbout = [...checked, ...joined].some(({ applicable }) => applicable);
  return found.length > 0 || (decided && isAbout) ? found : undefined;
}

/** What a rule reports as an advisory is about the rule itself, such as a parameter that is not set. */
function findings(outcomes: readonly Outcome[]): string[] {
  return outcomes
    .flatMap(({ reported }) => reported.filter(({ enforcementLevel }) => enforcementLevel === undefined))
    .map(({ message }) => message);
}

async function checkEach(policy: Policy, judged: readonly Example[], { config }: Fixture): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const one of judged) outcomes.push(await judgeResource(policy, one, { config }));
  return outcomes;
}

/** Of what the join says of the stack, that which is about these resources. */
async function join(policy: Policy, judged: readonly Example[], { stack, config }: Fixture): Promise<Outcome> {
  const { reported, undecided, applicable } = await judgeStack(policy, stack, { config });
  const urns = judged.map(urnOf);
  const paths = undecided
    ?.split(", ")
    .filter((path) => judged.some(({ name = "example" }) => path.startsWith(`${name}:`)));
  return {
    applicable,
    reported: reported.filter(({ urn }) => urn !== undefined && urns.includes(urn)),
    undecided: paths?.[0],
  };
}

/** The resource, what refers to it, and what refers to that. */
function withAttached(example: Example, stack: readonly Example[], pair: Pair): Example[] {
  const judged = [example];
  for (const one of judged)
    judged.push(...stack.filter((other) => !judged.includes(other) && isAttached(other, one, pair)));
  return judged;
}

function isAttached(other: Example, example: Example, { attached = [] }: Pair): boolean {
  if (!attached.includes(terraformTypeOf(other.type) ?? "")) return false;
  const { name = "example", props } = example;
  return (
    Object.values(other.sources ?? {}).some((sources) => sources.includes(name)) ||
    (props.bucket !== undefined && !isUnknown(props.bucket) && other.props.bucket === props.bucket)
  );
}
