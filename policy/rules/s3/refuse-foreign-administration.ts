import { accountOf, isAboutAction, isEveryone, type Statement } from "../../aws/policy-document";
import { checkStatements } from "../../documents";
import { securityHub } from "../../frameworks";
import type { Parameters } from "../../parameters";
import type { Resource, Rule } from "../../rule";
import { violated } from "../../rule";

/** What decides who reads the data, in lower case. */
const administration = [
  "s3:deletebucketpolicy",
  "s3:putbucketacl",
  "s3:putbucketpolicy",
  "s3:putencryptionconfiguration",
  "s3:putobjectacl",
];

/** No bucket policy lets another account change who may read the bucket. */
export const refuseForeignAdministration: Rule = {
  name: "s3-no-foreign-administration",
  severity: "high",
  reason:
    "A bucket policy must not let another account change policy, ACLs or encryption: it could let in whom it likes.",
  remediation:
    "Allow the actions that the other account needs, such as s3:GetObject, one by one, or name accounts of your own in ownAccounts.",
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html",
  frameworks: [securityHub("S3.6")],
  profile: "strict",
  types: ["aws:s3/bucketPolicy:BucketPolicy", "aws:s3/bucket:Bucket"],
  parameters: {
    ownAccounts: {
      kind: "texts",
      description: "Accounts that may do so. A policy does not say whose bucket it is: name the bucket's own, too.",
      pattern: "^\\d{12}$",
      example: "123456789012",
    },
  },
  check({ properties }: Resource, parameters: Parameters) {
    const own = new Set(parameters.texts("ownAccounts"));
    return checkStatements(properties.at("policy"), function* (statement) {
      if (!letsAdminister(statement) || whoIsLetIn(statement).every((account) => own.has(account))) return;
      yield violated(
        statement.path,
        "lets another account administer the bucket",
        "allow only the actions that it needs, such as s3:GetObject",
      );
    });
  },
};

function letsAdminister(statement: Statement): boolean {
  return statement.effect === "Allow" && administration.some((action) => isAboutAction(statement, action));
}

/**
 * The accounts of the principals. Where everyone is one, the accounts that conditions name, or else the organization, whose accounts are
 * not all one's own. Networks and whoever else may come are not about accounts.
 */
function whoIsLetIn(statement: Statement): string[] {
  if (!isEveryone(statement)) return statement.principals.flatMap((principal) => accountOf(principal) ?? []);
  const valuesOf = (...keys: string[]) =>
    statement.conditions.flatMap(({ operator, key, values }) =>
      keys.includes(key) && !operator.includes("Not") ? values : [],
    );
  const accounts = valuesOf("aws:principalaccount", "aws:principalarn").flatMap(
    (id) => accountOf({ kind: "AWS", id }) ?? [],
  );
  return accounts.length > 0 ? accounts : valuesOf("aws:principalorgid", "aws:principalorgpaths");
}
