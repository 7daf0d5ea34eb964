import { mustNotBePublic } from "../../documents";
import type { Resource, Rule } from "../../rule";

export const secretType = "aws:secretsmanager/secret:Secret";

/** No policy of a secret lets everyone read it. */
export const refusePublicPolicy: Rule = {
  name: "secretsmanager-no-public-policy",
  severity: "critical",
  reason: "The policy of a secret must not let everyone in: it would be none.",
  remediation:
    "Name the principals of the statement, and set blockPublicPolicy of the aws.secretsmanager.SecretPolicy to true.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
  frameworks: [],
  profile: "baseline",
  types: [secretType, "aws:secretsmanager/secretPolicy:SecretPolicy"],
  *check({ properties }: Resource) {
    yield* mustNotBePublic(properties.at("policy"));
  },
};
