import { refusePublicPolicy } from "../../../../policy/rules/logs/refuse-public-policy";
import { requireCustomerKey } from "../../../../policy/rules/logs/require-customer-key";
import { requireRetention } from "../../../../policy/rules/logs/require-retention";
import { unknown, unknownOf } from "../../../../policy/testing/arguments";
import { document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const type = "aws:cloudwatch/logGroup:LogGroup";

testRule(requireRetention, {
  type,
  config: { minimumDays: 90 },
  violating: {
    "nothing said": { props: {}, messages: ["retentionInDays: is not set; fix: set it to 90 or more"] },
    "for ever": {
      props: { retentionInDays: 0 },
      messages: ["retentionInDays: is no number of days; fix: set it to 90 or more"],
    },
    "too short": {
      props: { retentionInDays: 30 },
      messages: ["retentionInDays: is too short; fix: set it to 90 or more"],
    },
  },
  clean: {
    "a year": { props: { retentionInDays: 365 } },
    "logs on their way": { props: { logGroupClass: "DELIVERY" } },
  },
  unknown: { "computed days": { props: { retentionInDays: unknownOf.number }, path: "retentionInDays" } },
});

testRule(requireCustomerKey, {
  type,
  violating: {
    "no key": {
      props: {},
      messages: ["kmsKeyId: is not set, so the key is one of AWS; fix: set it to the ARN of an aws.kms.Key"],
    },
    "an empty key": {
      props: { kmsKeyId: "" },
      messages: ["kmsKeyId: is not set, so the key is one of AWS; fix: set it to the ARN of an aws.kms.Key"],
    },
  },
  clean: { "a key of the account": { props: { kmsKeyId: "arn:aws:kms:eu-central-1:123456789012:key/1234abcd" } } },
  unknown: { "a computed key": { props: { kmsKeyId: unknown }, path: "kmsKeyId" } },
});

const write = { Effect: "Allow", Principal: "*", Action: "logs:PutLogEvents", Resource: "*" };
const open = (property: string) =>
  `${property}.Statement[0]: lets everybody in; fix: name the accounts or services as principals, or add a condition such as aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID`;
const destination = "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy";
testRule(refusePublicPolicy, {
  type: "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
  violating: {
    "writers of every account": {
      props: { policyDocument: document(write) },
      messages: [open("policyDocument")],
    },
    "subscriptions of every account": {
      type: destination,
      props: { accessPolicy: document({ ...write, Action: "logs:PutSubscriptionFilter" }) },
      messages: [open("accessPolicy")],
    },
  },
  clean: {
    "a service": { props: { policyDocument: document({ ...write, Principal: { Service: "es.amazonaws.com" } }) } },
    "an account": {
      type: destination,
      props: { accessPolicy: document({ ...write, Principal: { AWS: "123456789012" } }) },
    },
    "an organization": {
      type: destination,
      props: {
        accessPolicy: document({ ...write, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3" } } }),
      },
    },
  },
  unknown: {
    "a computed policy": { props: { policyDocument: unknown }, path: "policyDocument" },
    "a computed policy of a destination": { type: destination, props: { accessPolicy: unknown }, path: "accessPolicy" },
  },
});
