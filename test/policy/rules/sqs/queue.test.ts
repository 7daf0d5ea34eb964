import { refusePublicPolicy } from "../../../../policy/rules/sqs/refuse-public-policy";
import { requireDeadLetterQueue } from "../../../../policy/rules/sqs/require-dead-letter-queue";
import { requireEncryption } from "../../../../policy/rules/sqs/require-encryption";
import { requireTls } from "../../../../policy/rules/sqs/require-tls";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const type = "aws:sqs/queuePolicy:QueuePolicy";
const queueType = "aws:sqs/queue:Queue";
const allow = (Principal: unknown, Condition?: object) => ({
  Effect: "Allow",
  Principal,
  Action: "sqs:SendMessage",
  Resource: "*",
  Condition,
});
const open =
  "policy.Statement[0]: lets everybody in; fix: name the accounts or services as principals, or add a condition such as aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID";
const refused = (...statements: object[]) => ({ props: { policy: document(...statements) }, messages: [open] });
const accepted = (...statements: object[]) => ({ props: { policy: document(...statements) } });

testRule(refusePublicPolicy, {
  type,
  violating: {
    everybody: refused(allow("*")),
    "every account": refused(allow({ AWS: ["*"] })),
    "everybody but one": refused({ Effect: "Allow", NotPrincipal: { AWS: "123456789012" }, Action: "sqs:*" }),
    "a condition on how they come": refused(allow("*", { Bool: { "aws:SecureTransport": "true" } })),
    "a condition that holds without the key": refused(
      allow("*", { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1" } }),
    ),
    "a condition that shuts out one": refused(allow("*", { StringNotEquals: { "aws:SourceAccount": "123456789012" } })),
    "every address": refused(allow("*", { IpAddress: { "aws:SourceIp": ["10.0.0.0/8", "0.0.0.0/0"] } })),
    "topics of every account": refused(allow("*", { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:*" } })),
    "a policy on the queue, of one statement": {
      type: queueType,
      props: { policy: JSON.stringify({ Statement: allow("*") }) },
      messages: [open],
    },
  },
  clean: {
    "a topic": accepted(allow("*", { ArnEquals: { "AWS:sourcearn": "arn:aws:sns:eu-central-1:123456789012:orders" } })),
    "a bucket": accepted(
      allow("*", {
        ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:uploads" },
        StringEquals: { "aws:SourceAccount": "123456789012" },
      }),
    ),
    "a service": accepted(allow({ Service: "sns.amazonaws.com" })),
    "an organization": accepted(allow({ AWS: "*" }, { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3" } })),
    "a denial": accepted({ ...allow("*"), Effect: "Deny" }),
    "no policy": { type: queueType, props: {} },
    "what is no policy": { props: { policy: "[1" } },
  },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});

testRule(requireEncryption, {
  type: queueType,
  violating: {
    "encryption switched off": {
      props: { sqsManagedSseEnabled: false },
      messages: ["sqsManagedSseEnabled: is false; fix: leave it out or set kmsMasterKeyId"],
    },
    "the same with an empty key": {
      props: { sqsManagedSseEnabled: false, kmsMasterKeyId: "" },
      messages: ["sqsManagedSseEnabled: is false; fix: leave it out or set kmsMasterKeyId"],
    },
  },
  clean: {
    "the default": { props: {} },
    "a key": { props: { sqsManagedSseEnabled: false, kmsMasterKeyId: "alias/aws/sqs" } },
  },
  unknown: {
    "a computed switch": { props: { sqsManagedSseEnabled: unknown }, path: "sqsManagedSseEnabled" },
    "a computed key": { props: { sqsManagedSseEnabled: false, kmsMasterKeyId: unknown }, path: "kmsMasterKeyId" },
  },
});

const deny = (condition: object = { Bool: { "aws:SecureTransport": "false" } }) => ({
  Effect: "Deny",
  Principal: "*",
  Action: "sqs:*",
  Resource: "*",
  Condition: condition,
});
const fix = 'deny sqs:* to everyone where "aws:SecureTransport" is "false"';
const plain = `policy: does not deny requests over plain HTTP; fix: ${fix}`;

testRule(requireTls, {
  type,
  violating: {
    "an allowance alone": { props: { policy: document(allow({ AWS: "123456789012" })) }, messages: [plain] },
    "a denial with a second condition": {
      props: {
        policy: document(
          deny({ Bool: { "aws:SecureTransport": "false" }, StringEquals: { "aws:SourceVpc": "vpc-1" } }),
        ),
      },
      messages: [plain],
    },
    "a denial of one action": {
      props: { policy: document({ ...deny(), Action: "sqs:DeleteMessage" }) },
      messages: [plain],
    },
    "no document": { props: { policy: "" }, messages: [`policy: is not a policy document; fix: ${fix}`] },
  },
  clean: { "a denial": { props: { policy: document(allow({ AWS: "123456789012" }), deny()) } } },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});

const queue = (props: object = {}, name = "queue"): Example => ({ type: queueType, name, props: { ...props } });
const policy: Example = { type, name: "policy", props: { queueUrl: unknown }, sources: { queueUrl: ["queue"] } };
/** What a queue elsewhere was made from. */
const far: Example = { type: "aws:ssm/parameter:Parameter", name: "far", props: {} };

const missing = `(resource): has no policy that denies plain HTTP; fix: create an aws.sqs.QueuePolicy: ${fix}`;

testJoin(requireTls, {
  violating: {
    "a queue without a policy": { stack: [queue()], messages: { queue: [missing] } },
    "a queue whose policy is not given, in a preview": {
      stack: [queue({ policy: unknown })],
      messages: { queue: [missing] },
    },
    "a policy on the queue": {
      stack: [queue({ policy: document(allow("*")) })],
      messages: { queue: [plain] },
    },
  },
  clean: {
    "a policy beside it": [queue(), policy],
    "a policy by its address": [
      queue({ url: "https://q" }),
      { ...policy, props: { queueUrl: "https://q" }, sources: {} },
    ],
    "a policy on the queue": [queue({ policy: document(deny()) })],
  },
  unknown: {
    "a computed policy": {
      stack: [{ ...queue({ policy: unknown }), sources: { policy: ["far"] } }, far],
      undecided: "queue:policy",
    },
  },
});

const none = "(resource): has no dead-letter queue; fix: set redrivePolicy";
const redrive = (queueUrl: unknown): Example => ({
  type: "aws:sqs/redrivePolicy:RedrivePolicy",
  name: "redrive",
  props: { queueUrl, redrivePolicy: unknown },
  sources: { queueUrl: ["queue"], redrivePolicy: ["dead"] },
});

const redriveAllow = (redriveAllowPolicy: string): Example => ({
  type: "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
  name: "allow",
  props: { queueUrl: unknown, redriveAllowPolicy },
  sources: { queueUrl: ["queue"] },
});
testJoin(requireDeadLetterQueue, {
  violating: {
    "a queue alone": { stack: [queue()], messages: { queue: [none] } },
    "a queue beside one that has it": {
      stack: [queue(), { ...queue({ redrivePolicy: unknown }, "other"), sources: { redrivePolicy: ["far"] } }, far],
      messages: { queue: [none] },
    },
    "a queue whose policies are not given, in a preview": {
      stack: [queue({ redrivePolicy: unknown, redriveAllowPolicy: unknown })],
      messages: { queue: [none] },
    },
    "a queue that takes no dead letters": {
      stack: [queue({ redriveAllowPolicy: JSON.stringify({ redrivePermission: "denyAll" }) })],
      messages: { queue: [none] },
    },
    "the same beside it": {
      stack: [queue(), redriveAllow(JSON.stringify({ redrivePermission: "denyAll" }))],
      messages: { queue: [none] },
    },
    "the queue that a schedule sends to": {
      stack: [
        queue({ arn: "arn:work" }),
        {
          type: "aws:scheduler/schedule:Schedule",
          props: { target: { arn: "arn:work", deadLetterConfig: { arn: "arn:far" } } },
        },
      ],
      messages: { queue: [none] },
    },
  },
  clean: {
    "a queue and its dead letters": [
      { ...queue({ redrivePolicy: unknown }), sources: { redrivePolicy: ["dead"] } },
      queue({}, "dead"),
    ],
    "dead letters of a schedule": [
      queue({}, "dead"),
      {
        type: "aws:scheduler/schedule:Schedule",
        props: { target: { arn: unknown, deadLetterConfig: { arn: unknown } } },
        sources: { target: ["dead"] },
      },
    ],
    "dead letters of a schedule by ARN": [
      queue({ arn: "arn:dead" }),
      { type: "aws:scheduler/schedule:Schedule", props: { target: { deadLetterConfig: { arn: "arn:dead" } } } },
    ],
    "a queue that takes those of others, said beside it": [
      queue(),
      redriveAllow(JSON.stringify({ redrivePermission: "byQueue" })),
    ],
    "dead letters by ARN": [
      queue({ redrivePolicy: JSON.stringify({ deadLetterTargetArn: "arn:dead", maxReceiveCount: 3 }) }),
      queue({ arn: "arn:dead" }, "dead"),
    ],
    "a policy beside it": [queue(), queue({}, "dead"), redrive(unknown)],
    "dead letters of a function": [
      queue({ arn: "arn:dead" }),
      { type: "aws:lambda/function:Function", props: { deadLetterConfig: { targetArn: "arn:dead" } } },
    ],
    "a queue that says whose dead letters it takes": [queue({ redriveAllowPolicy: "{}" })],
  },
  unknown: {},
});
