import { refusePublicNetwork } from "../../../../policy/rules/opensearchserverless/refuse-public-network";
import { requireCustomerKey } from "../../../../policy/rules/opensearchserverless/require-customer-key";
import { requireNamedPrincipals } from "../../../../policy/rules/opensearchserverless/require-named-principals";
import { scopeDataAccess } from "../../../../policy/rules/opensearchserverless/scope-data-access";
import { unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const securityType = "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy";
const accessType = "aws:opensearch/serverlessAccessPolicy:ServerlessAccessPolicy";
const rules = [{ ResourceType: "collection", Resource: ["collection/logs"] }];

const network = (...AllowFromPublic: unknown[]) => ({
  props: {
    type: "network",
    policy: JSON.stringify(AllowFromPublic.map((each) => ({ Rules: rules, AllowFromPublic: each }))),
  },
});
const opens = "opens the rules to the internet; fix: set it to false, and name SourceVPCEs";

testRule(refusePublicNetwork, {
  type: securityType,
  violating: {
    "the internet": { ...network(true), messages: [`policy[0].AllowFromPublic: ${opens}`] },
    "the internet, in the second entry": { ...network(false, true), messages: [`policy[1].AllowFromPublic: ${opens}`] },
    "the internet, as text": { ...network("true"), messages: [`policy[0].AllowFromPublic: ${opens}`] },
    "the internet, without a list": {
      props: { type: "network", policy: JSON.stringify({ Rules: rules, AllowFromPublic: true }) },
      messages: [`policy.AllowFromPublic: ${opens}`],
    },
  },
  clean: {
    "a VPC endpoint": network(false),
    "an encryption policy": { props: { type: "encryption", policy: "{}" } },
    "text that is no JSON": { props: { type: "network", policy: "[{" } },
  },
  unknown: {
    "a computed policy": { props: { type: "network", policy: unknown }, path: "policy" },
    "a computed type": { props: { type: unknown, policy: "[]" }, path: "type" },
  },
});

const collectionType = "aws:opensearch/serverlessCollection:ServerlessCollection";
const collection = (...encryptionConfigs: unknown[]) => ({ type: collectionType, props: { encryptionConfigs } });
const encryption = (more: object) => ({
  props: { type: "encryption", policy: JSON.stringify({ Rules: rules, ...more }) },
});
const setKey = "fix: set AWSOwnedKey to false and KmsARN to the ARN of an aws.kms.Key";

testRule(requireCustomerKey, {
  type: securityType,
  violating: {
    "a key of AWS": {
      ...encryption({ AWSOwnedKey: true }),
      messages: [`policy.AWSOwnedKey: takes a key of AWS; ${setKey}`],
    },
    "no key": {
      ...encryption({ AWSOwnedKey: false }),
      messages: [`policy.KmsARN: is not set, so the key is one of AWS; ${setKey}`],
    },
    "a collection with a key of AWS": {
      ...collection({ awsOwnedKey: true }),
      messages: [
        "encryptionConfigs[0].awsOwnedKey: takes a key of AWS; fix: set awsOwnedKey to false and kmsKeyArn to the ARN of an aws.kms.Key",
      ],
    },
  },
  clean: {
    "a collection that a policy is for": { type: collectionType, props: { name: "logs" } },
    "a collection with a key of the account": collection({
      awsOwnedKey: false,
      kmsKeyArn: "arn:aws:kms:eu-central-1:1:key/1",
    }),
    "a key of the account": encryption({ AWSOwnedKey: false, KmsARN: "arn:aws:kms:eu-central-1:123456789012:key/1" }),
    "a network policy": network(false),
  },
  unknown: {
    "a computed policy": { props: { type: "encryption", policy: unknown }, path: "policy" },
    "the computed encryption of a collection": {
      type: collectionType,
      props: { encryptionConfigs: unknown },
      path: "encryptionConfigs",
    },
  },
});

const access = (...entries: object[]) => ({ props: { type: "data", policy: JSON.stringify(entries) } });
const role = "arn:aws:iam::123456789012:role/indexer";
const nobody = "is nobody in particular; fix: name the role or user by its ARN";

testRule(requireNamedPrincipals, {
  type: accessType,
  violating: {
    everybody: { ...access({ Rules: [], Principal: ["*"] }), messages: [`policy[0].Principal[0]: ${nobody}`] },
    "roles by a wildcard, and an account": {
      ...access(
        { Rules: [], Principal: [role, "arn:aws:iam::123456789012:role/*"] },
        { Rules: [], Principal: "arn:aws:iam::123456789012:root" },
      ),
      messages: [`policy[0].Principal[1]: ${nobody}`, `policy[1].Principal: ${nobody}`],
    },
  },
  clean: {
    "a role and a user of an identity provider": access({ Principal: [role, "saml/123456789012/idp/user/jo"] }),
    "an entry without principals": access({ Rules: [] }, {}),
  },
  unknown: { "a computed policy": { props: { type: "data", policy: unknown }, path: "policy" } },
});

const rule = (Permission: unknown, Resource: unknown) =>
  access({ Rules: [{ Permission, Resource }], Principal: [role] });
const everything = "allows everything; fix: list what is needed";
const every = "is about every collection; fix: name the collection, or the beginning of its name";

testRule(scopeDataAccess, {
  type: accessType,
  violating: {
    "every permission": {
      ...rule(["aoss:*"], ["index/logs/*"]),
      messages: [`policy[0].Rules[0].Permission[0]: ${everything}`],
    },
    "every collection": {
      ...rule("aoss:ReadDocument", ["index/*/*", "collection/*"]),
      messages: [`policy[0].Rules[0].Resource[0]: ${every}`, `policy[0].Rules[0].Resource[1]: ${every}`],
    },
  },
  clean: { "one collection": rule(["aoss:ReadDocument"], ["index/logs/*", "collection/logs-*"]) },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});
