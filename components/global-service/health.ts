import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { RegionalLoadBalancer } from "./regional-load-balancer";
import type { RegionalScope } from "./regional-scope";

export interface RegionalHealth {
  /** Goes off when no task is healthy. */
  readonly alarm: aws.cloudwatch.MetricAlarm;
  /** What Route 53 asks before it answers with this Region. */
  readonly healthCheck: aws.route53.HealthCheck;
}

/** Route 53's own checkers cannot reach a load balancer that lets only CloudFront in, so the check reads its metric. */
export function createHealth(
  { parent, name, place: { region }, config: { tags } }: RegionalScope,
  { loadBalancer, targetGroup }: RegionalLoadBalancer,
): RegionalHealth {
  const settings = {
    namespace: "AWS/ApplicationELB",
    metricName: "HealthyHostCount",
    statistic: "Minimum",
    comparisonOperator: "LessThanThreshold",
    threshold: 1,
    period: 60,
    // Health checks follow alarms only where every period counts.
    evaluationPeriods: 1,
  };
  const alarm = new aws.cloudwatch.MetricAlarm(
    `${name}-no-healthy-task`,
    {
      region,
      ...settings,
      alarmDescription: `${name}: no task is healthy`,
      dimensions: { LoadBalancer: loadBalancer.arnSuffix, TargetGroup: targetGroup.arnSuffix },
      // Without any task there is no metric.
      treatMissingData: "breaching",
      tags,
    },
    { parent },
  );
  const healthCheck = new aws.route53.HealthCheck(
    `${name}-health-check`,
    {
      type: "CLOUDWATCH_METRIC",
      cloudwatchAlarmName: alarm.name,
      cloudwatchAlarmRegion: region,
      insufficientDataHealthStatus: "Unhealthy",
      // Route 53 copies what the alarm says; it copies it anew when this changes.
      triggers: { alarm: JSON.stringify(settings) },
      tags: { Name: name, ...tags },
    },
    { parent },
  );
  return { alarm, healthCheck };
}

/** Where a name leads from near this Region. */
export interface LatencyRecord {
  readonly role: string;
  readonly recordName: string;
  readonly target: aws.lb.LoadBalancer;
  readonly healthCheckId: pulumi.Input<string>;
}

/** Of all records of a name Route 53 answers with the one nearest to who asks, if it is healthy. */
export function createLatencyRecord(
  { parent, name, place: { region }, config }: RegionalScope,
  { role, recordName, target, healthCheckId }: LatencyRecord,
): aws.route53.Record {
  return new aws.route53.Record(
    `${name}-${role}`,
    {
      zoneId: config.originDomain.hostedZoneId,
      name: recordName,
      type: "A",
      setIdentifier: region,
      latencyRoutingPolicies: [{ region }],
      healthCheckId,
      aliases: [{ name: target.dnsName, zoneId: target.zoneId, evaluateTargetHealth: true }],
    },
    { parent },
  );
}
