import type { Property } from "../../aws/reading";
import type { Finding, Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { accessPolicyType, elementsOf, entriesOf } from "./policy-text";

/** Data access policies list permissions, and name the collections they are about. */
export const scopeDataAccess: Rule = {
  name: "opensearchserverless-scoped-access",
  severity: "medium",
  reason:
    "Data access policies of OpenSearch Serverless must list permissions and name collections, and not allow everything.",
  remediation:
    'Set Permission to what is needed, such as "aoss:ReadDocument", and Resource to "index/<collection>/<index>".',
  url: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-data-access.html",
  frameworks: [],
  profile: "strict",
  types: [accessPolicyType],
  *check({ properties }: Resource) {
    const policy = properties.at("policy");
    if (policy.state === "unknown") yield undecided(policy);
    for (const rule of entriesOf(policy).flatMap((entry) => elementsOf(entry.at("Rules")))) {
      yield* checkElements(rule.at("Permission"), /^(aoss:)?\*$/i, "allows everything", "list what is needed");
      yield* checkElements(
        rule.at("Resource"),
        /^(\*|(collection|index|model)\/\*.*)$/,
        "is about every collection",
        "name the collection, or the beginning of its name",
      );
    }
  },
};

function* checkElements(property: Property, open: RegExp, what: string, fix: string): Iterable<Finding> {
  if (property.state === "unknown") yield undecided(property);
  for (const element of elementsOf(property)) {
    if (element.state === "unknown") yield undecided(element);
    else if (open.test(element.text ?? "")) yield violated(element, what, fix);
  }
}
