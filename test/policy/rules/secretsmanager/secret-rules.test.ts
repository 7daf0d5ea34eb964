import { refusePublicPolicy } from "../../../../policy/rules/secretsmanager/refuse-public-policy";
import { requireCustomerKey } from "../../../../policy/rules/secretsmanager/require-customer-key";
import { requireRecoveryWindow } from "../../../../policy/rules/secretsmanager/require-recovery-window";
import { requireRotation } from "../../../../policy/rules/secretsmanager/require-rotation";
import { unknown, unknownOf } from "../../../../policy/testing/arguments";
import { testJoin } from "../../kit/join-cases";
import type { Example } from "../../kit/judge";
import { document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const type = "aws:secretsmanager/secret:Secret";
const allow = (Principal: unknown) =>
  document({ Effect: "Allow", Principal, Action: "secretsmanager:GetSecretValue", Resource: "*" });
const open =
  "policy.Statement[0]: lets everybody in; fix: name the accounts or services as principals, or add a condition such as aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID";

testRule(refusePublicPolicy, {
  type,
  violating: {
    everyone: { props: { policy: allow("*") }, messages: [open] },
    "everyone, in a policy of its own": {
      type: "aws:secretsmanager/secretPolicy:SecretPolicy",
      props: { policy: allow({ AWS: ["*"] }) },
      messages: [open],
    },
  },
  clean: {
    "another account": { props: { policy: allow({ AWS: "arn:aws:iam::210987654321:role/reader" }) } },
    "no policy": { props: {} },
  },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});

testRule(requireRecoveryWindow, {
  type,
  violating: {
    "gone at once": {
      props: { recoveryWindowInDays: 0 },
      messages: ["recoveryWindowInDays: is too short; fix: leave it out, or set it to 7 or more"],
    },
    "no number": {
      props: { recoveryWindowInDays: "none" },
      messages: ["recoveryWindowInDays: is too short; fix: leave it out, or set it to 7 or more"],
    },
  },
  clean: { "nothing said": { props: {} }, "a week": { props: { recoveryWindowInDays: 7 } } },
  unknown: { "computed days": { props: { recoveryWindowInDays: unknownOf.number }, path: "recoveryWindowInDays" } },
});

testRule(requireCustomerKey, {
  type,
  violating: {
    "no key": {
      props: {},
      messages: ["kmsKeyId: is not set, so the key is one of AWS; fix: set it to the ARN of an aws.kms.Key"],
    },
    "the key that AWS manages": {
      props: { kmsKeyId: "alias/aws/secretsmanager" },
      messages: ["kmsKeyId: is a key that AWS manages; fix: set it to the ARN of an aws.kms.Key"],
    },
  },
  clean: { "a key of the account": { props: { kmsKeyId: "alias/secrets" } } },
  unknown: { "a computed key": { props: { kmsKeyId: unknown }, path: "kmsKeyId" } },
});

const secret = (name: string, props: Example["props"] = {}): Example => ({ type, name, props });
const rotation = (secretId: unknown, of: string[] = [], rotationEnabled?: unknown): Example => ({
  type: "aws:secretsmanager/secretRotation:SecretRotation",
  name: "rotation",
  props: { secretId, rotationEnabled, rotationRules: { automaticallyAfterDays: 30 } },
  sources: { secretId: of },
});
const stays = "(resource): does not rotate; fix: create an aws.secretsmanager.SecretRotation for it";

testJoin(requireRotation, {
  violating: {
    "a secret without, beside one with": {
      stack: [secret("a"), secret("b"), rotation(unknown, ["b"])],
      messages: { a: [stays] },
    },
    "a rotation that is off": { stack: [secret("a"), rotation(unknown, ["a"], false)], messages: { a: [stays] } },
  },
  clean: {
    "a rotation by name": [secret("a", { name: "shop/db" }), rotation("shop/db")],
    "a rotation that a preview does not know to be on": [secret("a"), rotation(unknown, ["a"], unknownOf.boolean)],
  },
  unknown: {},
});
