// What the rules that refuse plain HTTP to queues and topics share.

import { readPolicyDocument } from "../aws/policy-document";
import { deniesPlainHttp } from "../aws/public-access";
import type { Property } from "../aws/reading";
import { given, References } from "../aws/references";
import type { ResourceGraph } from "../aws/resource-graph";
import type { Finding, Resource, Rule } from "../rule";
import { about, undecided, violated, wholeResource } from "../rule";

export interface Guarded {
  readonly type: string;
  readonly policyType: string;
  /** The property by which a policy names what it is of. */
  readonly namedBy: string;
  /** In lower case; to deny one of them is enough. */
  readonly actions: ReadonlySet<string>;
  /** What does not come over plain HTTP then, continuing "does not deny …". */
  readonly what: string;
  readonly fix: string;
  /** What to create where there is no policy. */
  readonly create: string;
}

/** The policy of each resource, in it or beside it, denies plain HTTP. */
export function mustDenyPlainHttp(guarded: Guarded): Pick<Rule, "check" | "join"> {
  const { type, policyType, namedBy, actions, what, fix, create } = guarded;
  const missing = violated(wholeResource, "has no policy that denies plain HTTP", `create an ${create}: ${fix}`);

  function* checkPolicy(policy: Property): Iterable<Finding> {
    const document = readPolicyDocument(policy);
    if (document === "unknown") yield undecided(policy);
    else if (typeof document === "string") yield violated(policy, "is not a policy document", fix);
    else if (!document.statements.some((statement) => deniesPlainHttp(statement, actions)))
      yield violated(policy, `does not deny ${what} over plain HTTP`, fix);
  }

  return {
    check: ({ properties }: Resource) => checkPolicy(properties.at("policy")),
    *join(graph: ResourceGraph) {
      const resources = new References(graph, [type], ["arn", "url", "id"]);
      for (const resource of resources.without(graph.ofType(policyType), namedBy)) {
        // Once a topic is there, the policy that AWS gives it stands in its outputs, and is judged as the program's own.
        const policy = given(resource, "policy");
        if (policy === undefined || readPolicyDocument(policy) === "absent") yield about(resource, missing);
        else for (const finding of checkPolicy(policy)) yield about(resource, finding);
      }
    },
  };
}
