import { opensToEveryone } from "../../aws/open-access";
import { type Principal, readPolicyDocument } from "../../aws/policy-document";
import type { Parameters } from "../../parameters";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";

/** The policy of a cluster names who may connect from elsewhere. */
export const pinClusterPolicy: Rule = {
  name: "msk-cluster-policy-principals",
  severity: "critical",
  reason:
    "The policy of an MSK cluster must name its principals: it is what lets other accounts connect from their VPCs.",
  remediation: "Name the accounts or roles as principals of the statement, and list them in the parameter accounts.",
  url: "https://docs.aws.amazon.com/msk/latest/developerguide/mvpc-cross-account-permissions.html",
  frameworks: [],
  profile: "baseline",
  types: ["aws:msk/clusterPolicy:ClusterPolicy"],
  parameters: {
    accounts: {
      kind: "texts",
      description: "Accounts that a cluster may let in. Without any, every named account may be.",
      pattern: "^\\d{12}$",
      example: "123456789012",
    },
  },
  *check({ properties }: Resource, parameters: Parameters) {
    const policy = properties.at("policy");
    const document = readPolicyDocument(policy);
    if (document === "unknown") yield undecided(policy);
    if (typeof document === "string") return;
    const accounts = parameters.texts("accounts");
    for (const statement of document.statements) {
      if (opensToEveryone(statement)) yield violated(statement.path, "lets everyone in", "name the principals");
      else if (statement.effect === "Allow" && statement.principals.some((each) => isForeign(each, accounts)))
        yield violated(statement.path, "lets an account in that is not listed", "list the account, or take it out");
    }
  },
};

function isForeign({ kind, id }: Principal, accounts: readonly string[]): boolean {
  if (accounts.length === 0 || kind !== "AWS" || id === "*") return false;
  const account = /^(?:arn:[^:]*:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(id)?.[1];
  return account === undefined || !accounts.includes(account);
}
