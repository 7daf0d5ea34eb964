import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { checkRange } from "../../argument-checks";
import type { Problem } from "../../errors";
import { MONITORING_DEFAULTS } from "../defaults";
import type { FrontDoorScope } from "../scope";

export interface MonitoringArgs {
  /** Eight more metrics, such as cache hit rate and origin latency; priced per distribution. @default false */
  additionalMetrics?: boolean;
  /** Alarms. @default - none */
  alarms?: AlarmArgs;
}

/** Alarms on what viewers notice. They are in us-east-1, where CloudFront's metrics are. A threshold of 0 leaves an alarm out. */
export interface AlarmArgs {
  /** Topics in us-east-1 that are told when an alarm goes off and when it is over. */
  topicArns: pulumi.Input<string>[];
  /** Server errors, percent of requests in five minutes. @default 5 */
  serverErrorPercent?: number;
  /** Client errors, percent of requests in five minutes: broken links, or a bad deployment. @default 25 */
  clientErrorPercent?: number;
  /** The slowest percent of answers of the origin, in milliseconds. Needs `additionalMetrics`. @default - none */
  originLatencyMilliseconds?: number;
  /** Requests that the firewall blocked in five minutes. @default - none */
  blockedRequests?: number;
}

interface Alarm {
  readonly role: string;
  readonly threshold: number;
  readonly metric: Pick<
    aws.cloudwatch.MetricAlarmArgs,
    "namespace" | "metricName" | "statistic" | "extendedStatistic" | "dimensions"
  >;
  readonly description: string;
}

export interface Monitored {
  readonly distributionId: pulumi.Output<string>;
  /** Whether a web ACL of the front door's own is in front. Its metrics have its name. */
  readonly ownsWebAcl: boolean;
}

export function createMonitoring(scope: FrontDoorScope, monitoring: MonitoringArgs, monitored: Monitored): void {
  const { parent, name, edgeRegion: region, tags } = scope;
  const { additionalMetrics, alarms } = monitoring;
  if (additionalMetrics === true) {
    new aws.cloudfront.MonitoringSubscription(
      `${name}-monitoring-subscription`,
      {
        distributionId: monitored.distributionId,
        monitoringSubscription: {
          realtimeMetricsSubscriptionConfig: { realtimeMetricsSubscriptionStatus: "Enabled" },
        },
      },
      { parent },
    );
  }
  for (const { role, threshold, metric, description } of alarms ? describeAlarms(scope, alarms, monitored) : []) {
    new aws.cloudwatch.MetricAlarm(
      `${name}-alarm-${role}`,
      {
        region,
        ...metric,
        alarmDescription: `${name}: ${description}`,
        comparisonOperator: "GreaterThanThreshold",
        threshold,
        period: MONITORING_DEFAULTS.periodSeconds,
        evaluationPeriods: MONITORING_DEFAULTS.periods,
        datapointsToAlarm: MONITORING_DEFAULTS.periodsToAlarm,
        // No viewers, no errors.
        treatMissingData: "notBreaching",
        alarmActions: alarms?.topicArns,
        okActions: alarms?.topicArns,
        tags,
      },
      { parent },
    );
  }
}

function describeAlarms(
  { name }: FrontDoorScope,
  alarms: AlarmArgs,
  { distributionId, ownsWebAcl }: Monitored,
): Alarm[] {
  const ofDistribution = {
    namespace: "AWS/CloudFront",
    dimensions: { DistributionId: distributionId, Region: "Global" },
  };
  const all: Alarm[] = [
    {
      role: "server-errors",
      threshold: alarms.serverErrorPercent ?? MONITORING_DEFAULTS.serverErrorPercent,
      metric: { ...ofDistribution, metricName: "5xxErrorRate", statistic: "Average" },
      description: "the origin or CloudFront fails",
    },
    {
      role: "client-errors",
      threshold: alarms.clientErrorPercent ?? MONITORING_DEFAULTS.clientErrorPercent,
      metric: { ...ofDistribution, metricName: "4xxErrorRate", statistic: "Average" },
      description: "many requests are refused or find nothing",
    },
    {
      role: "origin-latency",
      threshold: alarms.originLatencyMilliseconds ?? 0,
      metric: { ...ofDistribution, metricName: "OriginLatency", extendedStatistic: "p99" },
      description: "the origin is slow",
    },
    {
      role: "blocked-requests",
      threshold: ownsWebAcl ? (alarms.blockedRequests ?? 0) : 0,
      // Metrics of web ACLs for CloudFront have no Region: https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html
      metric: {
        namespace: "AWS/WAFV2",
        metricName: "BlockedRequests",
        statistic: "Sum",
        dimensions: { WebACL: name, Rule: "ALL" },
      },
      description: "the firewall blocks much",
    },
  ];
  return all.filter(({ threshold }) => threshold > 0);
}

export function checkMonitoring(path: string, monitoring: MonitoringArgs | undefined, ownsWebAcl: boolean): Problem[] {
  const alarms = monitoring?.alarms;
  if (alarms === undefined) {
    return [];
  }
  const problems: Problem[] = [
    ...checkRange(`${path}.alarms.serverErrorPercent`, alarms.serverErrorPercent, { min: 0, max: 100 }),
    ...checkRange(`${path}.alarms.clientErrorPercent`, alarms.clientErrorPercent, { min: 0, max: 100 }),
    ...checkRange(`${path}.alarms.originLatencyMilliseconds`, alarms.originLatencyMilliseconds, {
      min: 0,
      max: 3_600_000,
    }),
    ...checkRange(`${path}.alarms.blockedRequests`, alarms.blockedRequests, { min: 0, max: 1_000_000_000 }),
  ];
  if ((alarms.topicArns ?? []).length === 0) {
    problems.push({ path: `${path}.alarms.topicArns`, must: "name at least one topic: an alarm nobody hears is none" });
  }
  for (const [index, arn] of (alarms.topicArns ?? []).entries()) {
    if (typeof arn === "string" && !/^arn:[^:]+:sns:us-east-1:\d{12}:.+$/.test(arn)) {
      problems.push({
        path: `${path}.alarms.topicArns[${index}]`,
        must: "be the ARN of a topic in us-east-1",
        got: arn,
      });
    }
  }
  if ((alarms.originLatencyMilliseconds ?? 0) > 0 && monitoring?.additionalMetrics !== true) {
    problems.push({
      path: `${path}.alarms.originLatencyMilliseconds and ${path}.additionalMetrics`,
      must: "be given together: origin latency is an additional metric",
      use: "additionalMetrics: true",
    });
  }
  if ((alarms.blockedRequests ?? 0) > 0 && !ownsWebAcl) {
    problems.push({
      path: `${path}.alarms.blockedRequests and firewall.mode`,
      must: "not contradict each other: only a web ACL of the front door has metrics of its name",
    });
  }
  return problems;
}
