// When Route 53 takes a Region out. Its own checkers cannot come by: the load balancer lets only CloudFront in.

import { type Served, serve, tags } from "./serve";

const shop = "shop-eu-west-1";

let plain: Served;
beforeAll(async () => {
  plain = await serve({ tags });
});

const SETTINGS = {
  namespace: "AWS/ApplicationELB",
  metricName: "HealthyHostCount",
  statistic: "Maximum",
  comparisonOperator: "LessThanThreshold",
  threshold: 1,
  period: 60,
  evaluationPeriods: 1,
};

test("an alarm goes off when no node of the load balancer sees a healthy task, or there is no task at all", () => {
  expect(plain.inputsOf(`${shop}-no-healthy-task`)).toEqual({
    region: "eu-west-1",
    ...SETTINGS,
    alarmDescription: `${shop}: no task is healthy`,
    dimensions: {
      LoadBalancer: `app/${shop}-load-balancer/0`,
      TargetGroup: `targetgroup/${shop}-target-group/0`,
    },
    treatMissingData: "breaching",
    tags,
  });
});

test("the check follows it, in its Region, and again when it is changed", () => {
  expect(plain.inputsOf(`${shop}-health-check`)).toEqual({
    type: "CLOUDWATCH_METRIC",
    cloudwatchAlarmName: `${shop}-no-healthy-task-0123456`,
    cloudwatchAlarmRegion: "eu-west-1",
    insufficientDataHealthStatus: "Unhealthy",
    triggers: { alarm: JSON.stringify(SETTINGS) },
    tags: { Name: shop, ...tags },
  });
});

// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html, the section on CloudWatch alarms
test("the alarm is one that Route 53 can follow: whole minutes, no percentile, no share of the periods, no formula", () => {
  const { period, statistic, ...alarm } = plain.inputsOf(`${shop}-no-healthy-task`);
  expect(Number(period) % 60).toBe(0);
  expect(["Average", "Minimum", "Maximum", "Sum", "SampleCount"]).toContain(statistic);
  for (const argument of ["extendedStatistic", "datapointsToAlarm", "metricQueries"]) {
    expect(alarm).not.toHaveProperty(argument);
  }
});

test("each Region has one of both", () => {
  expect(plain.ofType("aws:cloudwatch/metricAlarm:MetricAlarm")).toHaveLength(2);
  expect(plain.ofType("aws:route53/healthCheck:HealthCheck")).toHaveLength(2);
});
