import { refuseMultiRegion } from "../../../../policy/rules/kms/refuse-multi-region";
import { refusePublicPolicy } from "../../../../policy/rules/kms/refuse-public-policy";
import { requireDeletionWindow } from "../../../../policy/rules/kms/require-deletion-window";
import { requireRotation } from "../../../../policy/rules/kms/require-rotation";
import { unknown, unknownOf } from "../../../../policy/testing/arguments";
import { document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const type = "aws:kms/key:Key";

testRule(requireRotation, {
  type,
  violating: {
    "nothing said": { props: {}, messages: ["enableKeyRotation: is not set; fix: set it to true"] },
    "an empty kind": { props: { keyUsage: "" }, messages: ["enableKeyRotation: is not set; fix: set it to true"] },
    "a symmetric key, as it is said": {
      props: { keyUsage: "ENCRYPT_DECRYPT", customerMasterKeySpec: "SYMMETRIC_DEFAULT", enableKeyRotation: false },
      messages: ["enableKeyRotation: is not true; fix: set it to true"],
    },
  },
  clean: {
    "a key that rotates": { props: { enableKeyRotation: true, keyUsage: unknown } },
    "a key for signing": { props: { keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "ECC_NIST_P256" } },
    "an asymmetric key": { props: { customerMasterKeySpec: "RSA_4096" } },
    "a key in CloudHSM": { props: { customKeyStoreId: "cks-0123456789abcdef0" } },
  },
  unknown: {
    "a computed switch": { props: { enableKeyRotation: unknownOf.boolean }, path: "enableKeyRotation" },
    "a computed kind": { props: { customerMasterKeySpec: unknown }, path: "customerMasterKeySpec" },
  },
});

const allow = (more: object) => document({ Effect: "Allow", Action: "kms:Decrypt", Resource: "*", ...more });
const open =
  "policy.Statement[0]: lets everybody in; fix: name the accounts or services as principals, or add a condition such as aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID";

testRule(refusePublicPolicy, {
  type,
  violating: {
    everyone: { props: { policy: allow({ Principal: "*" }) }, messages: [open] },
    "everyone through a service, which may be anybody's": {
      type: "aws:kms/keyPolicy:KeyPolicy",
      props: {
        policy: allow({
          Principal: { AWS: "*" },
          Condition: { StringEquals: { "kms:ViaService": "s3.eu-central-1.amazonaws.com" } },
        }),
      },
      messages: [open],
    },
  },
  clean: {
    "the account": { props: { policy: allow({ Principal: { AWS: "arn:aws:iam::123456789012:root" } }) } },
    "callers of the account through a service": {
      props: {
        policy: allow({
          Principal: { AWS: "*" },
          Condition: {
            StringEquals: { "kms:CallerAccount": "123456789012", "kms:ViaService": "s3.eu-central-1.amazonaws.com" },
          },
        }),
      },
    },
    "no policy, which is the account's": { props: {} },
  },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});

testRule(requireDeletionWindow, {
  type,
  violating: {
    "the shortest": {
      props: { deletionWindowInDays: 7 },
      messages: ["deletionWindowInDays: is too short; fix: set it to 14 or more"],
    },
    "no number": {
      type: "aws:kms/replicaKey:ReplicaKey",
      props: { deletionWindowInDays: "soon" },
      messages: ["deletionWindowInDays: is too short; fix: set it to 14 or more"],
    },
  },
  clean: { "nothing said": { props: {} }, "two weeks": { props: { deletionWindowInDays: 14 } } },
  unknown: { "computed days": { props: { deletionWindowInDays: unknownOf.number }, path: "deletionWindowInDays" } },
});

testRule(refuseMultiRegion, {
  type,
  violating: {
    "a multi-Region key": { props: { multiRegion: true }, messages: ["multiRegion: is true; fix: leave it out"] },
    "a replica": {
      type: "aws:kms/replicaKey:ReplicaKey",
      props: { primaryKeyArn: unknown },
      messages: ["(resource): is a copy of a key in another Region; fix: create a key of this Region's own"],
    },
  },
  clean: { "a key of one Region": { props: {} }, "the same, as it is said": { props: { multiRegion: false } } },
  unknown: { "a computed switch": { props: { multiRegion: unknownOf.boolean }, path: "multiRegion" } },
});
