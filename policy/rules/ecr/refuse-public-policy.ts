import { mustNotBePublic } from "../../documents";
import type { Resource, Rule } from "../../rule";

/** Where the policy is, by type. */
const policies: Readonly<Record<string, string>> = {
  "aws:ecr/repositoryPolicy:RepositoryPolicy": "policy",
  "aws:ecr/registryPolicy:RegistryPolicy": "policy",
  "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate": "repositoryPolicy",
};

/** No private repository is open to everybody. */
export const refusePublicPolicy: Rule = {
  name: "ecr-no-public-policy",
  severity: "critical",
  reason: "A repository's policy must not let everybody in, or strangers pull images and, at worst, push their own.",
  remediation: "Name the accounts as principals, or add a condition on aws:PrincipalOrgID.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html",
  frameworks: [],
  profile: "baseline",
  types: Object.keys(policies),
  check: ({ type, properties }: Resource) => mustNotBePublic(properties.at(policies[type] ?? "")),
};
