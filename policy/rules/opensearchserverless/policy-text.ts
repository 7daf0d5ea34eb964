// Policies of OpenSearch Serverless are JSON texts of a grammar of their own:
// https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-security.html

import type { Property } from "../../aws/reading";

export const securityPolicyType = "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy";
export const accessPolicyType = "aws:opensearch/serverlessAccessPolicy:ServerlessAccessPolicy";

/** What the text says: one object, or the objects of a list. None where it is no JSON, which AWS refuses. */
export function entriesOf(policy: Property): Property[] {
  const value = policy.parseJson() ?? policy;
  return value.isList ? value.items : [value];
}

/** Elements of a list; a single one may stand for a list. */
export function elementsOf(property: Property): Property[] {
  return property.isList ? property.items : property.state === "known" ? [property] : [];
}
