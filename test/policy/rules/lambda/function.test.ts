import { requireCodeSigning } from "../../../../policy/rules/lambda/require-code-signing";
import { requireEnvironmentKey } from "../../../../policy/rules/lambda/require-environment-key";
import { requireFailureDestination } from "../../../../policy/rules/lambda/require-failure-destination";
import { requireSeveralZones } from "../../../../policy/rules/lambda/require-several-zones";
import { requireSupportedRuntime } from "../../../../policy/rules/lambda/require-supported-runtime";
import { requireTracing } from "../../../../policy/rules/lambda/require-tracing";
import { behavior, distributionType } from "../../kit/distributions";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const type = "aws:lambda/function:Function";
/** A distribution with a behavior that runs that function at the edge. */
const atEdge = (name: string): Example => ({
  type: distributionType,
  name: "site",
  props: {
    defaultCacheBehavior: {
      ...behavior(),
      lambdaFunctionAssociations: [{ eventType: "origin-request", lambdaArn: unknown }],
    },
  },
  sources: { defaultCacheBehavior: [name] },
});
const image = { packageType: "Image", imageUri: unknown };

const runtime = 'runtime: is not a supported runtime; fix: set it to a supported one, such as "nodejs24.x"';
testRule(requireSupportedRuntime, {
  type,
  violating: {
    "a deprecated runtime": { props: { runtime: "nodejs20.x" }, messages: [runtime] },
    "an old system": { props: { runtime: "provided.al2" }, messages: [runtime] },
  },
  clean: {
    "a supported runtime": { props: { runtime: "nodejs22.x" } },
    "an image": { props: image },
  },
  unknown: { "a computed runtime": { props: { runtime: unknown }, path: "runtime" } },
});

const key = "kmsKeyArn: is not set, so the key is one of AWS; fix: set it to the ARN of an aws.kms.Key";
testRule(requireEnvironmentKey, {
  type,
  violating: {
    "an environment under AWS's key": { props: { environment: { variables: { A: "b" } } }, messages: [key] },
    "an empty key": { props: { environment: { variables: { A: unknown } }, kmsKeyArn: "" }, messages: [key] },
    "AWS's key by name": {
      props: {
        environment: { variables: { A: "b" } },
        kmsKeyArn: "arn:aws:kms:eu-central-1:123456789012:alias/aws/lambda",
      },
      messages: ["kmsKeyArn: is a key that AWS manages; fix: set it to the ARN of an aws.kms.Key"],
    },
  },
  clean: {
    "a key": { props: { environment: { variables: { A: "b" } }, kmsKeyArn: "arn:aws:kms:eu-central-1:1:key/a" } },
    "no environment": { props: {} },
  },
  unknown: {
    "a computed key": {
      props: { environment: { variables: { A: "b" } }, kmsKeyArn: unknown },
      path: "kmsKeyArn",
    },
  },
});

const zones = "vpcConfig.subnetIds: has one subnet; fix: name subnets in at least two availability zones";
testRule(requireSeveralZones, {
  type,
  violating: {
    "one subnet": { props: { vpcConfig: { subnetIds: ["subnet-1"] } }, messages: [zones] },
    "one computed subnet": { props: { vpcConfig: { subnetIds: [unknown] } }, messages: [zones] },
  },
  clean: {
    "two subnets": { props: { vpcConfig: { subnetIds: ["subnet-1", unknown] } } },
    "no VPC": { props: {} },
    "no VPC as older providers write it": { props: { vpcConfig: { subnetIds: [], securityGroupIds: [] } } },
  },
  unknown: { "computed subnets": { props: { vpcConfig: { subnetIds: unknown } }, path: "vpcConfig.subnetIds" } },
});

const untraced = (got: string) => [`tracingConfig.mode: ${got}; fix: set it to "Active"`];
testJoin(requireTracing, {
  violating: {
    "no tracing": { stack: [{ type, name: "f", props: {} }], messages: { f: untraced("is not set") } },
    "tracing of the caller, beside a function at the edge": {
      stack: [
        { type, name: "f", props: { tracingConfig: { mode: "PassThrough" } } },
        { type, name: "edge", props: { publish: true } },
        atEdge("edge"),
      ],
      messages: { f: untraced('is "PassThrough"') },
    },
  },
  clean: {
    tracing: [{ type, props: { tracingConfig: { mode: "Active" } } }],
    "a function at the edge, where X-Ray is not": [{ type, name: "edge", props: { publish: true } }, atEdge("edge")],
  },
  unknown: {
    "a computed mode": {
      stack: [{ type, name: "f", props: { tracingConfig: { mode: unknown } } }],
      undecided: "f:tracingConfig.mode",
    },
  },
});

const signing = "codeSigningConfigArn: is not set; fix: set it to the ARN of an aws.lambda.CodeSigningConfig";
testRule(requireCodeSigning, {
  type,
  violating: {
    "unsigned code": { props: { runtime: "nodejs24.x" }, messages: [signing] },
    "an empty setting": { props: { codeSigningConfigArn: "" }, messages: [signing] },
  },
  clean: {
    "signed code": { props: { codeSigningConfigArn: "arn:aws:lambda:eu-central-1:1:code-signing-config:a" } },
    "an image": { props: image },
  },
  unknown: {
    "a computed setting": { props: { codeSigningConfigArn: unknown }, path: "codeSigningConfigArn" },
  },
});

const stream =
  "destinationConfig.onFailure.destinationArn: is not set; fix: set it to the ARN of a queue, topic or bucket";
testRule(requireFailureDestination, {
  type: "aws:lambda/eventSourceMapping:EventSourceMapping",
  violating: {
    "a stream without a destination": {
      props: { eventSourceArn: unknown, startingPosition: "LATEST" },
      messages: [stream],
    },
    "an empty destination": {
      props: { startingPosition: "TRIM_HORIZON", destinationConfig: { onFailure: { destinationArn: "" } } },
      messages: [stream],
    },
  },
  clean: {
    "a destination": {
      props: { startingPosition: "LATEST", destinationConfig: { onFailure: { destinationArn: "arn:aws:sqs:a" } } },
    },
    "a queue, which has its own": { props: { eventSourceArn: unknown } },
    "DocumentDB, which has none": {
      props: { startingPosition: "LATEST", documentDbEventSourceConfig: { databaseName: "a" } },
    },
    "a function by itself": { type, props: {} },
  },
  unknown: {
    "a computed destination": {
      props: { startingPosition: "LATEST", destinationConfig: unknown },
      path: "destinationConfig",
    },
  },
});

const worker = (props: object = {}): Example => ({ type, name: "worker", props: { ...props } });
const permission = (principal: string, props: object = {}, sources = { function: ["worker"] }): Example => ({
  type: "aws:lambda/permission:Permission",
  name: "permission",
  props: { principal, function: unknown, ...props },
  sources,
});
const invokeConfig: Example = {
  type: "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
  name: "config",
  props: { functionName: unknown, destinationConfig: { onFailure: { destination: unknown } } },
  sources: { functionName: ["worker"] },
};
const loses = "(resource): loses the events that it fails at; fix: set deadLetterConfig.targetArn";

testJoin(requireFailureDestination, {
  violating: {
    "a function that a topic invokes": {
      stack: [worker(), permission("sns.amazonaws.com")],
      messages: { worker: [loses] },
    },
    "a function that a bucket invokes by name": {
      stack: [worker({ name: "w" }), permission("s3.amazonaws.com", { function: "w" }, { function: [] })],
      messages: { worker: [loses] },
    },
  },
  clean: {
    "dead letters": [worker({ deadLetterConfig: { targetArn: unknown } }), permission("events.amazonaws.com")],
    "a destination": [worker(), permission("events.amazonaws.com"), invokeConfig],
    "a caller that waits": [worker(), permission("apigateway.amazonaws.com")],
  },
  unknown: {
    "a computed setting": {
      stack: [worker({ deadLetterConfig: unknown }), permission("sns.amazonaws.com")],
      undecided: "worker:deadLetterConfig",
    },
  },
});
