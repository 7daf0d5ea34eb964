import { mustNotBePublic } from "../../documents";
import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";

/** No key policy lets everyone use the key. */
export const refusePublicPolicy: Rule = {
  name: "kms-no-public-policy",
  severity: "critical",
  reason: "A key policy must not let everyone use the key: whoever finds what it encrypts could read it.",
  remediation:
    'Name the principals, or add the condition StringEquals "kms:CallerAccount" with the account, to the statement.',
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
  frameworks: [securityHub("KMS.5")],
  profile: "baseline",
  types: [
    "aws:kms/key:Key",
    "aws:kms/keyPolicy:KeyPolicy",
    "aws:kms/externalKey:ExternalKey",
    "aws:kms/replicaKey:ReplicaKey",
    "aws:kms/replicaExternalKey:ReplicaExternalKey",
  ],
  *check({ properties }: Resource) {
    yield* mustNotBePublic(properties.at("policy"));
  },
};
