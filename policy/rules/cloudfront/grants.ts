// Whether a policy lets a distribution in.

import {
  type Condition,
  isAboutAction,
  isEveryone,
  readPolicyDocument,
  type Statement,
} from "../../aws/policy-document";
import { given } from "../../aws/references";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import { about, type StackFinding, undecided, violated } from "../../rule";
import { matchesWildcard } from "../../waivers/wildcard";

/** What a distribution has to be let do, and what to say where it is not. */
export interface Need {
  /** In lower case, as documents are read. */
  readonly action: string;
  readonly distribution: StackResource;
  /** What to add to the policy, continuing "fix: …". */
  readonly fix: string;
}

/**
 * Says so where none of the policies lets the distribution in. `holders` have a policy in their property `policy`: the resource that is the
 * policy of `owner`, or `owner` itself where it has one inline.
 */
export function* checkLetIn(
  graph: ResourceGraph,
  need: Need,
  owner: StackResource,
  holders: readonly StackResource[],
): Iterable<StackFinding> {
  const policies = given(owner, "policy") === undefined ? holders : [...holders, owner];
  const verdicts = policies.map((holder) => letsIn(graph, holder, need));
  const [first] = policies;
  const name = need.distribution.name;
  if (verdicts.includes(true)) return;
  const open = policies.find((_, i) => verdicts[i] === undefined);
  if (open !== undefined) yield about(open, undecided("policy"));
  else if (first === undefined)
    yield about(owner, violated("policy", `is not there, and the distribution "${name}" has to be let in`, need.fix));
  else yield about(first, violated("policy", `does not let the distribution "${name}" in by its ARN`, need.fix));
}

/** Undefined where that cannot be told. */
function letsIn(graph: ResourceGraph, holder: StackResource, { action, distribution }: Need): boolean | undefined {
  const isMadeFrom = graph.sourcesOf(holder, "policy").includes(distribution);
  const arn = distribution.properties.at("arn").text;
  const document = readPolicyDocument(holder.properties.at("policy"));
  if (document === "unknown") {
    if (isMadeFrom) return true;
    // While the distribution's ARN is not known, what is not made from it cannot name it: at best it lets every distribution in.
    return arn === undefined ? false : undefined;
  }
  if (typeof document === "string") return false;
  const verdicts = document.statements
    .filter((statement) => isForCloudFront(statement, action))
    .map((statement) => fits(statement.conditions, arn, isMadeFrom));
  return verdicts.includes(true) ? true : verdicts.includes(undefined) ? undefined : false;
}

function isForCloudFront(statement: Statement, action: string): boolean {
  return (
    statement.effect === "Allow" &&
    (isEveryone(statement) ||
      statement.principals.some(
        ({ kind, id }) => kind === "Service" && (id === "*" || /^cloudfront\.amazonaws\.com/i.test(id)),
      )) &&
    isAboutAction(statement, action)
  );
}

/** Whether the conditions on the caller's ARN can hold for the distribution. Other conditions are taken to hold. */
function fits(conditions: readonly Condition[], arn: string | undefined, isMadeFrom: boolean): boolean | undefined {
  const onSource = conditions.filter(({ operator, key }) => key === "aws:sourcearn" && !/Not/.test(operator));
  for (const { values } of onSource) {
    if (arn !== undefined && !values.some((value) => matchesWildcard(value, arn))) return false;
    if (arn === undefined && !isMadeFrom && !values.some((value) => value.includes("*"))) return undefined;
  }
  return true;
}
