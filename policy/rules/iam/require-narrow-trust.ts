import { type Condition, isAboutAction, type Statement } from "../../aws/policy-document";
import { isPublic } from "../../aws/public-access";
import { checkStatements } from "../../documents";
import type { Resource, Rule } from "../../rule";
import { violated } from "../../rule";
import { roleType } from "./policies";

/** A role says exactly who may have it. */
export const requireNarrowTrust: Rule = {
  name: "iam-narrow-trust",
  severity: "critical",
  reason:
    "A role must say exactly who may have it: not everybody, and not every repository or workload of a shared identity provider.",
  remediation:
    "Name accounts, roles or services in assumeRolePolicy; for OpenID Connect add StringEquals on the provider's sub.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html",
  frameworks: [],
  profile: "baseline",
  types: [roleType],
  check: ({ properties }: Resource) =>
    checkStatements(properties.at("assumeRolePolicy"), function* (statement) {
      if (isPublic(statement))
        yield violated(
          statement.path,
          "lets everybody have the role",
          "name accounts, roles or services as principals",
        );
      else if (trustsTokens(statement) && !statement.conditions.some(namesSubject))
        yield violated(
          statement.path,
          "does not say whose tokens give the role",
          "add StringEquals or StringLike on the provider's sub, with the repository or workload",
        );
    }),
};

/** Providers where an application, which the audience names, is what is trusted; SAML has no subject to name. */
const byAudience =
  /^(cognito-identity\.amazonaws\.com|accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com)$|:saml-provider\//;

function trustsTokens(statement: Statement): boolean {
  return (
    statement.effect === "Allow" &&
    isAboutAction(statement, "sts:assumerolewithwebidentity") &&
    statement.principals.some(({ kind, id }) => kind === "Federated" && !byAudience.test(id))
  );
}

/** What tokens say of who they were made for. */
const subjectKey = /:(sub|repository(_id|_owner|_owner_id)?|job_workflow_ref|project_path|namespace_path)$/;

/** Whose tokens they are stands at the beginning, behind a word or two for what it is; of a repository up to the first slash. */
const anySubject = /^((system:serviceaccount|[\w-]+):)?[*?]|^(repo|project_path):[^/]*[*?]/;

function namesSubject({ operator, key, values }: Condition): boolean {
  return (
    subjectKey.test(key) &&
    /^(ForAnyValue:)?String(Equals|EqualsIgnoreCase|Like)$/.test(operator) &&
    values.length > 0 &&
    !values.some((value) => anySubject.test(value))
  );
}
