import { accountOf, type Principal } from "../../aws/policy-document";
import { isPublic } from "../../aws/public-access";
import { checkStatements } from "../../documents";
import type { Parameters } from "../../parameters";
import type { Resource, Rule } from "../../rule";
import { violated } from "../../rule";

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
  check({ properties }: Resource, parameters: Parameters) {
    const accounts = parameters.texts("accounts");
    return checkStatements(properties.at("policy"), function* (statement) {
      if (isPublic(statement)) yield violated(statement.path, "lets everyone in", "name the principals");
      else if (statement.effect === "Allow" && statement.principals.some((each) => isForeign(each, accounts)))
        yield violated(statement.path, "lets an account in that is not listed", "list the account, or take it out");
    });
  },
};

function isForeign(principal: Principal, accounts: readonly string[]): boolean {
  if (accounts.length === 0 || principal.kind !== "AWS" || principal.id === "*") return false;
  const account = accountOf(principal);
  return account === undefined || !accounts.includes(account);
}
