import { refusePublicPolicy } from "../../../../policy/rules/eventbridge/refuse-public-policy";
import { requireBusPolicy } from "../../../../policy/rules/eventbridge/require-bus-policy";
import { requireCustomerKey } from "../../../../policy/rules/eventbridge/require-customer-key";
import { requireDeadLetterQueue } from "../../../../policy/rules/eventbridge/require-dead-letter-queue";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const permission = "aws:cloudwatch/eventPermission:EventPermission";
const schedule = "aws:scheduler/schedule:Schedule";
const put = { Effect: "Allow", Principal: "*", Action: "events:PutEvents", Resource: "*" };
const organization = { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3" } };

testRule(refusePublicPolicy, {
  type: "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
  violating: {
    everybody: {
      props: { policy: document(put) },
      messages: [
        "policy.Statement[0]: lets everybody in; fix: name the accounts or services as principals, or add a condition such as aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID",
      ],
    },
    "everybody by a permission": {
      type: permission,
      props: { principal: "*" },
      messages: ["principal: is everybody; fix: name an account, or set condition on aws:PrincipalOrgID"],
    },
  },
  clean: {
    "an organization": { props: { policy: document({ ...put, Condition: organization }) } },
    "an account by a permission": { type: permission, props: { principal: "123456789012" } },
    "an organization by a permission": {
      type: permission,
      props: { principal: "*", condition: { type: "StringEquals" } },
    },
  },
  unknown: {
    "a computed policy": { props: { policy: unknown }, path: "policy" },
    "a computed principal": { type: permission, props: { principal: unknown }, path: "principal" },
  },
});

const queue = "is not set; fix: set it to the ARN of a queue";
testRule(requireDeadLetterQueue, {
  type: "aws:cloudwatch/eventTarget:EventTarget",
  violating: {
    "a target without a queue": { props: { arn: unknown }, messages: [`deadLetterConfig.arn: ${queue}`] },
    "a schedule without a queue": {
      type: schedule,
      props: { target: { arn: unknown } },
      messages: [`target.deadLetterConfig.arn: ${queue}`],
    },
  },
  clean: {
    "a queue": { props: { deadLetterConfig: { arn: "arn:aws:sqs:eu-central-1:1:dead" } } },
    "a queue of a schedule": { type: schedule, props: { target: { deadLetterConfig: { arn: "arn:aws:sqs:a" } } } },
  },
  unknown: {
    "a computed queue": { props: { deadLetterConfig: { arn: unknown } }, path: "deadLetterConfig.arn" },
    "a computed target": { type: schedule, props: { target: unknown }, path: "target" },
  },
});

testRule(requireCustomerKey, {
  type: "aws:cloudwatch/eventBus:EventBus",
  violating: {
    "a bus under AWS's key": {
      props: { name: "orders" },
      messages: ["kmsKeyIdentifier: is not set, so the key is one of AWS; fix: set it to the ARN of an aws.kms.Key"],
    },
    "a schedule under AWS's key": {
      type: schedule,
      props: {},
      messages: ["kmsKeyArn: is not set, so the key is one of AWS; fix: set it to the ARN of an aws.kms.Key"],
    },
  },
  clean: { "a key": { props: { kmsKeyIdentifier: "alias/events" } } },
  unknown: { "a computed key": { props: { kmsKeyIdentifier: unknown }, path: "kmsKeyIdentifier" } },
});

const bus = (props: object = {}): Example => ({
  type: "aws:cloudwatch/eventBus:EventBus",
  name: "bus",
  props: { name: "orders", ...props },
});
const policy = (eventBusName: unknown, sources: string[] = []): Example => ({
  type: "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
  name: "policy",
  props: { eventBusName },
  sources: { eventBusName: sources },
});
const missing = "(resource): has no policy; fix: create an aws.cloudwatch.EventBusPolicy for it";

testJoin(requireBusPolicy, {
  violating: {
    "a bus without a policy": { stack: [bus()], messages: { bus: [missing] } },
    "a policy of the default bus": { stack: [bus(), policy(undefined)], messages: { bus: [missing] } },
  },
  clean: {
    "a policy": [bus(), policy(unknown, ["bus"])],
    "a policy by name": [bus(), policy("orders")],
    "the bus of a partner": [bus({ eventSourceName: "aws.partner/example.com/a" })],
  },
  unknown: {},
});
