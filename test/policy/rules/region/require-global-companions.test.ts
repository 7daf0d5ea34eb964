import { requireGlobalCompanions } from "../../../../policy/rules/region/require-global-companions";
import { unknownOf } from "../../../../policy/testing";
import { behavior, distribution, distributionArn, distributionType, multitenantType } from "../../kit/distributions";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const fix = 'fix: create it with region "us-east-1"';
const arn = (service: string, rest: string, region = "eu-central-1") =>
  `arn:aws:${service}:${region}:123456789012:${rest}`;
const running = (lambdaArn: unknown) => ({
  ...behavior(),
  lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaArn }],
});
const runningForTenants = (lambdaFunctionArn: unknown) => ({
  lambdaFunctionAssociations: [{ eventType: "viewer-request", lambdaFunctionArn }],
});
const queryLogType = "aws:route53/queryLog:QueryLog";
const alarmType = "aws:cloudwatch/metricAlarm:MetricAlarm";
const sourceType = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
const here = { region: "eu-central-1" };
const there = { region: "us-east-1" };

testRule(requireGlobalCompanions, {
  type: queryLogType,
  violating: {
    "query logs in another Region": {
      props: { cloudwatchLogGroupArn: arn("logs", "log-group:dns") },
      messages: [`cloudwatchLogGroupArn: is a log group in eu-central-1; ${fix}`],
    },
    "functions in another Region": {
      type: distributionType,
      props: distribution({
        defaultCacheBehavior: running(arn("lambda", "function:a:1")),
        orderedCacheBehaviors: [
          running(arn("lambda", "function:b:1", "us-east-1")),
          running(arn("lambda", "function:c:1", "us-east-2")),
        ],
      }),
      messages: [
        `defaultCacheBehavior.lambdaFunctionAssociations[0].lambdaArn: is a function in eu-central-1; ${fix}`,
        `orderedCacheBehaviors[1].lambdaFunctionAssociations[0].lambdaArn: is a function in us-east-2; ${fix}`,
      ],
    },
    "functions of a distribution of many tenants": {
      type: multitenantType,
      props: {
        defaultCacheBehavior: runningForTenants(arn("lambda", "function:a:1")),
        cacheBehaviors: [runningForTenants(arn("lambda", "function:b:1"))],
      },
      messages: ["cacheBehaviors[0]", "defaultCacheBehavior"].map(
        (place) => `${place}.lambdaFunctionAssociations[0].lambdaFunctionArn: is a function in eu-central-1; ${fix}`,
      ),
    },
    "the key of DNSSEC": {
      type: "aws:route53/keySigningKey:KeySigningKey",
      props: { keyManagementServiceArn: arn("kms", "key/a") },
      messages: [`keyManagementServiceArn: is a key in eu-central-1; ${fix}`],
    },
    "the certificate of an edge-optimised API": {
      type: "aws:apigateway/domainName:DomainName",
      props: { ...here, certificateArn: arn("acm", "certificate/a") },
      messages: [`certificateArn: is a certificate in eu-central-1; ${fix}`],
    },
    "an alarm on CloudFront's metrics": {
      type: alarmType,
      props: { ...here, namespace: "AWS/CloudFront" },
      messages: [`region: is eu-central-1; ${fix}`],
    },
    "an alarm on a formula with bills in it": {
      type: alarmType,
      props: { ...here, metricQueries: [{ metric: { namespace: "AWS/Billing" } }, { expression: "m1" }] },
      messages: [`region: is eu-central-1; ${fix}`],
    },
    "access logs of a distribution": {
      type: sourceType,
      props: { ...here, resourceArn: distributionArn },
      messages: [`region: is eu-central-1; ${fix}`],
    },
  },
  clean: {
    "query logs in us-east-1": { props: { cloudwatchLogGroupArn: arn("logs", "log-group:dns", "us-east-1") } },
    "an alarm in us-east-1": { type: alarmType, props: { ...there, namespace: "AWS/CloudFront" } },
    "an alarm on a queue": { type: alarmType, props: { ...here, namespace: "AWS/SQS" } },
    "an alarm on a regional firewall": { type: alarmType, props: { ...here, namespace: "AWS/WAFV2" } },
    "another partition": { props: { cloudwatchLogGroupArn: "arn:aws-us-gov:logs:us-gov-west-1:1:log-group:dns" } },
    "logs of something else": { type: sourceType, props: { ...here, resourceArn: arn("bedrock", "knowledge-base/a") } },
    "a regional domain": {
      type: "aws:apigateway/domainName:DomainName",
      props: { ...here, regionalCertificateArn: unknown },
    },
    "a private domain": {
      type: "aws:apigateway/domainName:DomainName",
      props: { ...here, endpointConfiguration: { types: "PRIVATE" }, certificateArn: arn("acm", "certificate/a") },
    },
    "no functions": { type: distributionType, props: distribution() },
    "what is left to the stack": { props: { cloudwatchLogGroupArn: unknown } },
  },
  unknown: {
    "an alarm in a computed Region": {
      type: alarmType,
      props: { region: unknown, namespace: "AWS/CloudFront" },
      path: "region",
    },
  },
});

const group = (region: string): Example => ({
  type: "aws:cloudwatch/logGroup:LogGroup",
  name: "dns",
  props: { region },
});
const log = (sources: string[]): Example => ({
  type: queryLogType,
  name: "log",
  props: { cloudwatchLogGroupArn: unknown },
  sources: { cloudwatchLogGroupArn: sources },
});
const site = (sources: string[], defaultCacheBehavior: unknown = running(unknown)): Example => ({
  type: distributionType,
  name: "site",
  props: distribution({ defaultCacheBehavior }),
  sources: { defaultCacheBehavior: sources },
});
const source = (region: string): Example => ({
  type: sourceType,
  name: "access",
  props: { region, resourceArn: unknown },
  sources: { resourceArn: ["site"] },
});

testJoin(requireGlobalCompanions, {
  violating: {
    "query logs in a log group of another Region": {
      stack: [log(["dns"]), group("eu-central-1")],
      messages: { log: [`cloudwatchLogGroupArn: is a log group in eu-central-1; ${fix}`] },
    },
    "a function of another Region": {
      stack: [site(["edge"]), { type: "aws:lambda/function:Function", name: "edge", props: here }],
      messages: {
        site: [`defaultCacheBehavior.lambdaFunctionAssociations[0].lambdaArn: is a function in eu-central-1; ${fix}`],
      },
    },
    "access logs of a distribution of the stack": {
      stack: [source("eu-central-1"), site([], behavior())],
      messages: { access: [`region: is eu-central-1; ${fix}`] },
    },
  },
  clean: {
    "query logs in us-east-1": [log(["dns"]), group("us-east-1")],
    "access logs in us-east-1": [source("us-east-1"), site([], behavior())],
    "a behavior that is not known yet": [site([], unknownOf.object)],
    "a log group in a Region that is not known yet": [log(["dns"]), { ...group(""), props: { region: unknown } }],
  },
  unknown: {
    "query logs of nobody knows where": { stack: [log([])], undecided: "log:cloudwatchLogGroupArn" },
  },
});
