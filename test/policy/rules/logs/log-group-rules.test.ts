import { requireCustomerKey } from "../../../../policy/rules/logs/require-customer-key";
import { requireRetention } from "../../../../policy/rules/logs/require-retention";
import { unknown, unknownOf } from "../../../../policy/testing/arguments";
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
