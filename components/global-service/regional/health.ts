import * as aws from "@pulumi/aws";
import type { RegionalLoadBalancer } from "./load-balancer";
import type { RegionalScope } from "./scope";

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
    // Each node of the load balancer counts for itself: the one in a zone that is lost sees no task though the others do.
    statistic: "Maximum",
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
