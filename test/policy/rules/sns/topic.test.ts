import { refusePublicPolicy } from "../../../../policy/rules/sns/refuse-public-policy";
import { requireEncryption } from "../../../../policy/rules/sns/require-encryption";
import { requireHttpsSubscription } from "../../../../policy/rules/sns/require-https-subscription";
import { requireTls } from "../../../../policy/rules/sns/require-tls";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const type = "aws:sns/topicPolicy:TopicPolicy";
const topicType = "aws:sns/topic:Topic";
const publish = { Action: "sns:Publish", Resource: "*" };
const open =
  "policy.Statement[0]: lets everybody in; fix: name the accounts or services as principals, or add a condition such as aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID";

testRule(refusePublicPolicy, {
  type,
  violating: {
    everybody: { props: { policy: document({ Effect: "Allow", Principal: "*", ...publish }) }, messages: [open] },
    "everybody, on the topic": {
      type: topicType,
      props: { policy: document({ Effect: "Allow", Principal: { AWS: "*" }, ...publish }) },
      messages: [open],
    },
  },
  clean: {
    "the policy that AWS gives a topic": {
      props: {
        policy: document({
          Effect: "Allow",
          Principal: { AWS: "*" },
          Action: ["SNS:Publish", "SNS:Subscribe"],
          Resource: "*",
          Condition: { StringEquals: { "AWS:SourceOwner": "123456789012" } },
        }),
      },
    },
    "no policy": { type: topicType, props: {} },
  },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});

testRule(requireHttpsSubscription, {
  type: "aws:sns/topicSubscription:TopicSubscription",
  violating: {
    "plain HTTP": {
      props: { protocol: "http", endpoint: "http://shop.example" },
      messages: ['protocol: is plain HTTP; fix: set it to "https"'],
    },
    "plain HTTP in capitals": {
      props: { protocol: "HTTP" },
      messages: ['protocol: is plain HTTP; fix: set it to "https"'],
    },
  },
  clean: { HTTPS: { props: { protocol: "https" } }, "a queue": { props: { protocol: "sqs" } } },
  unknown: { "a computed protocol": { props: { protocol: unknown }, path: "protocol" } },
});

const key = "kmsMasterKeyId: is not set; fix: set it to a key whose policy lets the publishing services use it";
testRule(requireEncryption, {
  type: topicType,
  violating: {
    "no key": { props: {}, messages: [key] },
    "an empty key": { props: { kmsMasterKeyId: "" }, messages: [key] },
  },
  clean: { "a key": { props: { kmsMasterKeyId: "alias/shop" } } },
  unknown: { "a computed key": { props: { kmsMasterKeyId: unknown }, path: "kmsMasterKeyId" } },
});

const deny = {
  Effect: "Deny",
  Principal: { AWS: "*" },
  ...publish,
  Condition: { BoolIfExists: { "AWS:SecureTransport": ["false"] } },
};
const fix = 'deny sns:Publish to everyone where "aws:SecureTransport" is "false"';
const plain = `policy: does not deny messages over plain HTTP; fix: ${fix}`;

testRule(requireTls, {
  type,
  violating: {
    "an allowance alone": {
      props: { policy: document({ Effect: "Allow", Principal: { AWS: "123456789012" }, ...publish }) },
      messages: [plain],
    },
    "a denial to one account": {
      props: { policy: document({ ...deny, Principal: { AWS: "123456789012" } }) },
      messages: [plain],
    },
  },
  clean: { "a denial": { props: { policy: document(deny) } } },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});

const topic = (props: object = {}): Example => ({ type: topicType, name: "topic", props: { ...props } });
const policy: Example = { type, name: "policy", props: { arn: unknown }, sources: { arn: ["topic"] } };
const missing = `(resource): has no policy that denies plain HTTP; fix: create an aws.sns.TopicPolicy: ${fix}`;

testJoin(requireTls, {
  violating: {
    "a topic without a policy": { stack: [topic()], messages: { topic: [missing] } },
    "a topic whose policy is not given, in a preview": {
      stack: [topic({ policy: unknown })],
      messages: { topic: [missing] },
    },
    "a policy of another topic": {
      stack: [topic({ arn: "arn:a" }), { ...policy, props: { arn: "arn:b" }, sources: {} }],
      messages: { topic: [missing] },
    },
    "the policy that AWS gives a topic": {
      stack: [topic({ policy: document({ Effect: "Allow", Principal: { AWS: "*" }, ...publish }) })],
      messages: { topic: [plain] },
    },
  },
  clean: {
    "a policy beside it": [topic(), policy],
    "a policy by ARN": [topic({ arn: "arn:a" }), { ...policy, props: { arn: "arn:a" }, sources: {} }],
    "a policy on the topic": [topic({ policy: document(deny) })],
  },
  unknown: {
    "a computed policy": {
      stack: [
        { ...topic({ policy: unknown }), sources: { policy: ["account"] } },
        { type: "aws:ssm/parameter:Parameter", name: "account", props: {} },
      ],
      undecided: "topic:policy",
    },
  },
});
