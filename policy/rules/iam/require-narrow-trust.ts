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
    "Name accounts, roles or services in assumeRolePolicy; for OpenID Connect add StringEquals on the provider's sub, for sign-in of users on its aud.",
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
      else
        for (const { subjects, fix } of providers(statement))
          if (!statement.conditions.some((condition) => names(condition, subjects)))
            yield violated(statement.path, "does not say whose tokens give the role", fix);
    }),
};

interface Provider {
  /** The keys, one of which has to be named: what tokens say of who they were made for. */
  readonly subjects: RegExp;
  readonly fix: string;
}

const workloads: Provider = {
  subjects: /:(sub|repository(_id|_owner|_owner_id)?|job_workflow_ref|project_path|namespace_path)$/,
  fix: "add StringEquals or StringLike on the provider's sub, with the repository or workload",
};

/** Everybody's users sign in there, and the application is what is trusted. */
const applications: Provider = {
  subjects: /:(aud|oaud|app_id|sub)$/,
  fix: "add StringEquals on the provider's aud, with the application",
};
const ofApplications =
  /^(cognito-identity\.amazonaws\.com|accounts\.google\.com|graph\.facebook\.com|www\.amazon\.com)$/;

/** Whose tokens the statement trusts. SAML has no subject to name: its provider is the account's own. */
function providers(statement: Statement): Iterable<Provider> {
  if (statement.effect !== "Allow" || !isAboutAction(statement, "sts:assumerolewithwebidentity")) return [];
  const ids = statement.principals.filter(({ kind, id }) => kind === "Federated" && !id.includes(":saml-provider/"));
  return new Set(ids.map(({ id }) => (ofApplications.test(id) ? applications : workloads)));
}

/** Whose tokens they are stands at the beginning, behind a word or two for what it is; of a repository up to the first slash. */
const anybody = /^((system:serviceaccount|[\w-]+):)?[*?]|^(repo|project_path):[^/]*[*?]/;

function names({ operator, key, values }: Condition, subjects: RegExp): boolean {
  return (
    subjects.test(key) &&
    /^(ForAnyValue:)?String(Equals|EqualsIgnoreCase|Like)$/.test(operator) &&
    values.length > 0 &&
    !values.some((value) => anybody.test(value))
  );
}
