// Resource policies for anonymous callers. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html

import { Input } from "./inputs";
import { matchesPattern } from "./wildcards";

export interface PolicyRequest {
  readonly action: string;
  readonly resourceArn: string;
  /** What the short form `execute-api:/*` is completed with: the ARN of the API or domain that has the policy. */
  readonly ownArn: string;
  /** Keys in lower case. */
  readonly context: Readonly<Record<string, string>>;
}

export type Decision = { readonly allowed: true } | { readonly allowed: false; readonly why: string };

/** An explicit deny wins; without a statement that allows, nothing is allowed. */
export function evaluatePolicy(document: string, request: PolicyRequest): Decision {
  const policy = new Input("policy", JSON.parse(document)).only("Version", "Statement");
  const matching = policy
    .required("Statement")
    .list()
    .map((statement, index) => readStatement(statement, index))
    .filter((statement) => appliesTo(statement, request));
  const denying = matching.find(({ effect }) => effect === "Deny");
  if (denying !== undefined) {
    return { allowed: false, why: `explicit deny: ${denying.sid}` };
  }
  return matching.length > 0 ? { allowed: true } : { allowed: false, why: "no statement allows it" };
}

interface Statement {
  readonly sid: string;
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions: Input | undefined;
}

function readStatement(statement: Input, index: number): Statement {
  statement.only("Sid", "Effect", "Principal", "Action", "Resource", "Condition");
  statement.required("Principal").oneOf("*");
  return {
    sid: statement.optional("Sid")?.text() ?? `statement ${index}`,
    effect: statement.required("Effect").oneOf("Allow", "Deny"),
    actions: statement.required("Action").oneOrMore(),
    resources: statement.required("Resource").oneOrMore(),
    conditions: statement.optional("Condition"),
  };
}

function appliesTo({ actions, resources, conditions }: Statement, request: PolicyRequest): boolean {
  const { action, resourceArn, ownArn, context } = request;
  return (
    actions.some((pattern) => matchesPattern(pattern, action, { ignoreCase: true })) &&
    resources.some((pattern) => matchesPattern(complete(pattern, ownArn), resourceArn)) &&
    (conditions === undefined || holds(conditions, context))
  );
}

/** https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-resource-policies-examples.html */
function complete(pattern: string, ownArn: string): string {
  return pattern.startsWith("execute-api:/") ? pattern.replace("execute-api:", ownArn) : pattern;
}

function holds(conditions: Input, context: PolicyRequest["context"]): boolean {
  return conditions.entries().every(([operator, keys]) =>
    keys.entries().every(([key, values]) => {
      const actual = context[key.toLowerCase()];
      const expected = values.oneOrMore();
      switch (operator) {
        case "StringEquals":
          return actual !== undefined && expected.includes(actual);
        case "StringNotEquals":
          // A key that is missing differs from every value.
          return actual === undefined || !expected.includes(actual);
        default:
          throw conditions.notModelled(operator);
      }
    }),
  );
}
