import { pinClusterPolicy } from "../../../../policy/rules/msk/pin-cluster-policy";
import { refusePublicAccess } from "../../../../policy/rules/msk/refuse-public-access";
import { requireAuthentication } from "../../../../policy/rules/msk/require-authentication";
import { requireBrokerLogs } from "../../../../policy/rules/msk/require-broker-logs";
import { requireCustomerKey } from "../../../../policy/rules/msk/require-customer-key";
import { requireEncryptionInTransit } from "../../../../policy/rules/msk/require-encryption-in-transit";
import { requireTopicMetrics } from "../../../../policy/rules/msk/require-topic-metrics";
import { unknown } from "../../kit/judge";
import { document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const type = "aws:msk/cluster:Cluster";

const inTransit = (props: object) => ({ props: { encryptionInfo: { encryptionInTransit: props } } });
const at = "encryptionInfo.encryptionInTransit";

testRule(requireEncryptionInTransit, {
  type,
  violating: {
    "plain text beside TLS": {
      ...inTransit({ clientBroker: "TLS_PLAINTEXT", inCluster: true }),
      messages: [`${at}.clientBroker: lets clients speak plain text; fix: set it to "TLS"`],
    },
    "plain text everywhere": {
      ...inTransit({ clientBroker: "PLAINTEXT", inCluster: false }),
      messages: [
        `${at}.clientBroker: lets clients speak plain text; fix: set it to "TLS"`,
        `${at}.inCluster: is not true; fix: set it to true`,
      ],
    },
  },
  clean: { "TLS by default": { props: {} }, "TLS as it is said": inTransit({ clientBroker: "TLS", inCluster: true }) },
  unknown: {
    "a computed protocol": { ...inTransit({ clientBroker: unknown }), path: `${at}.clientBroker` },
    "computed settings": { props: { encryptionInfo: unknown }, path: "encryptionInfo" },
  },
});

const publicAccess = (value: unknown) => ({
  props: { brokerNodeGroupInfo: { connectivityInfo: { publicAccess: { type: value } } } },
});
const publicPath = "brokerNodeGroupInfo.connectivityInfo.publicAccess.type";

testRule(refusePublicAccess, {
  type,
  violating: {
    "Elastic IPs of AWS": {
      ...publicAccess("SERVICE_PROVIDED_EIPS"),
      messages: [`${publicPath}: gives the brokers public addresses; fix: set it to "DISABLED"`],
    },
    "a word that is new": {
      ...publicAccess("CUSTOMER_PROVIDED_EIPS"),
      messages: [`${publicPath}: gives the brokers public addresses; fix: set it to "DISABLED"`],
    },
  },
  clean: { "nothing said": { props: { brokerNodeGroupInfo: {} } }, "access disabled": publicAccess("DISABLED") },
  unknown: { "a computed word": { ...publicAccess(unknown), path: publicPath } },
});

const authentication = (clientAuthentication: unknown) => ({ props: { clientAuthentication } });
const noWay = "clientAuthentication: names no way to say who a client is; fix: set sasl.iam to true";

testRule(requireAuthentication, {
  type,
  violating: {
    "nothing said": { props: {}, messages: [noWay] },
    "clients without a name, beside others": {
      ...authentication({ sasl: { iam: true }, unauthenticated: true }),
      messages: [
        "clientAuthentication.unauthenticated: lets clients in that do not say who they are; fix: set it to false",
      ],
    },
    "ways that are off": {
      ...authentication({ sasl: { iam: false, scram: false }, tls: { certificateAuthorityArns: [] } }),
      messages: [noWay],
    },
  },
  clean: {
    IAM: authentication({ sasl: { iam: true }, unauthenticated: false }),
    "passwords beside what is not known": authentication({ sasl: { iam: unknown, scram: true } }),
    certificates: authentication({ tls: { certificateAuthorityArns: [unknown] } }),
  },
  unknown: {
    "computed settings": { ...authentication(unknown), path: "clientAuthentication" },
    "a computed way": { ...authentication({ sasl: { iam: unknown } }), path: "clientAuthentication.sasl.iam" },
    "a computed list": {
      ...authentication({ tls: { certificateAuthorityArns: unknown } }),
      path: "clientAuthentication.tls.certificateAuthorityArns",
    },
  },
});

const key = (encryptionAtRestKmsKeyArn: unknown) => ({ props: { encryptionInfo: { encryptionAtRestKmsKeyArn } } });
const keyPath = "encryptionInfo.encryptionAtRestKmsKeyArn";

testRule(requireCustomerKey, {
  type,
  violating: {
    "no key": {
      props: {},
      messages: [`${keyPath}: is not set, so the key is one of AWS; fix: set it to the ARN of an aws.kms.Key`],
    },
    "the key that AWS manages": {
      ...key("arn:aws:kms:eu-central-1:123456789012:alias/aws/kafka"),
      messages: [`${keyPath}: is a key that AWS manages; fix: set it to the ARN of an aws.kms.Key`],
    },
  },
  clean: { "a key of the account": key("arn:aws:kms:eu-central-1:123456789012:key/1234abcd") },
  unknown: { "a computed key": { ...key(unknown), path: keyPath } },
});

const logs = (brokerLogs: unknown) => ({ props: { loggingInfo: { brokerLogs } } });
const noLogs =
  "loggingInfo.brokerLogs: has no place that is on; fix: set cloudwatchLogs, s3 or firehose with enabled true";

testRule(requireBrokerLogs, {
  type,
  violating: {
    "nothing said": { props: {}, messages: [noLogs] },
    "a place that is off": { ...logs({ s3: { enabled: false, bucket: "shop-logs" } }), messages: [noLogs] },
  },
  clean: { "one place of two": logs({ s3: { enabled: false }, cloudwatchLogs: { enabled: true, logGroup: unknown } }) },
  unknown: {
    "a computed switch": {
      ...logs({ firehose: { enabled: unknown } }),
      path: "loggingInfo.brokerLogs.firehose.enabled",
    },
  },
});

testRule(requireTopicMetrics, {
  type,
  violating: {
    "nothing said": { props: {}, messages: ['enhancedMonitoring: is not set; fix: set it to "PER_TOPIC_PER_BROKER"'] },
    "metrics of brokers": {
      props: { enhancedMonitoring: "PER_BROKER" },
      messages: ['enhancedMonitoring: is something else; fix: set it to "PER_TOPIC_PER_BROKER"'],
    },
  },
  clean: { "metrics of topics": { props: { enhancedMonitoring: "PER_TOPIC_PER_PARTITION" } } },
  unknown: { "a computed level": { props: { enhancedMonitoring: unknown }, path: "enhancedMonitoring" } },
});

const allow = (AWS: unknown, more: object = {}) => ({
  props: {
    policy: document({
      Effect: "Allow",
      Principal: { AWS },
      Action: "kafka:CreateVpcConnection",
      Resource: "*",
      ...more,
    }),
  },
});

testRule(pinClusterPolicy, {
  type: "aws:msk/clusterPolicy:ClusterPolicy",
  config: { accounts: ["123456789012"] },
  violating: {
    everyone: { ...allow("*"), messages: ["policy.Statement[0]: lets everyone in; fix: name the principals"] },
    "an account that is not listed": {
      ...allow(["123456789012", "arn:aws:iam::210987654321:root"]),
      messages: ["policy.Statement[0]: lets an account in that is not listed; fix: list the account, or take it out"],
    },
  },
  clean: {
    "a listed account": allow("arn:aws:iam::123456789012:role/consumer"),
    "a service": allow("123456789012", { Principal: { Service: "firehose.amazonaws.com" } }),
    "an organization": allow("*", { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1234567890" } } }),
    "a denial": allow("*", { Effect: "Deny" }),
  },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});
