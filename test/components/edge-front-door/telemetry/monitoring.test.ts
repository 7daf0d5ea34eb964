import { type EdgeFrontDoorArgs, FirewallMode, type MonitoringArgs, s3Origin } from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { build } from "../build";
import { tags, webAclArn } from "../variants";

const topicArns = ["arn:aws:sns:us-east-1:123456789012:ops"];

async function withMonitoring(monitoring: MonitoringArgs | undefined, args: Partial<EdgeFrontDoorArgs> = {}) {
  const { inputsOf, resources } = await build({ origin: s3Origin(), monitoring, tags, ...args });
  const names = resources.filter(({ type }) => /:(MetricAlarm|MonitoringSubscription)$/.test(type));
  return { inputsOf, names: names.map(({ name }) => name).sort() };
}

const ofDistribution = (metricName: string, statistic: object) => ({
  namespace: "AWS/CloudFront",
  metricName,
  dimensions: { DistributionId: "site-distribution-id", Region: "Global" },
  ...statistic,
});

const inCommon = {
  region: "us-east-1",
  comparisonOperator: "GreaterThanThreshold",
  period: 300,
  evaluationPeriods: 3,
  datapointsToAlarm: 2,
  treatMissingData: "notBreaching",
  alarmActions: topicArns,
  okActions: topicArns,
  tags,
};

test.each([undefined, {}, { additionalMetrics: false }])("nothing is monitored with %j", async (monitoring) => {
  expect((await withMonitoring(monitoring)).names).toEqual([]);
});

test("alarms tell of errors, and of nothing that has to be asked for", async () => {
  const { inputsOf, names } = await withMonitoring({ alarms: { topicArns } });
  expect(names).toEqual(["site-alarm-client-errors", "site-alarm-server-errors"]);
  expect(inputsOf("site-alarm-server-errors")).toEqual({
    ...inCommon,
    ...ofDistribution("5xxErrorRate", { statistic: "Average" }),
    alarmDescription: "site: the origin or CloudFront fails",
    threshold: 5,
  });
  expect(inputsOf("site-alarm-client-errors")).toEqual({
    ...inCommon,
    ...ofDistribution("4xxErrorRate", { statistic: "Average" }),
    alarmDescription: "site: many requests are refused or find nothing",
    threshold: 25,
  });
});

test("every alarm has the threshold asked for; the firewall's metric has no Region", async () => {
  const { inputsOf, names } = await withMonitoring({
    additionalMetrics: true,
    alarms: {
      topicArns,
      serverErrorPercent: 1,
      clientErrorPercent: 10,
      originLatencyMilliseconds: 3_000,
      blockedRequests: 1_000,
    },
  });
  expect(names).toEqual([
    "site-alarm-blocked-requests",
    "site-alarm-client-errors",
    "site-alarm-origin-latency",
    "site-alarm-server-errors",
    "site-monitoring-subscription",
  ]);
  expect(inputsOf("site-alarm-server-errors").threshold).toBe(1);
  expect(inputsOf("site-alarm-client-errors").threshold).toBe(10);
  expect(inputsOf("site-alarm-origin-latency")).toEqual({
    ...inCommon,
    ...ofDistribution("OriginLatency", { extendedStatistic: "p99" }),
    alarmDescription: "site: the origin is slow",
    threshold: 3_000,
  });
  expect(inputsOf("site-alarm-blocked-requests")).toEqual({
    ...inCommon,
    namespace: "AWS/WAFV2",
    metricName: "BlockedRequests",
    statistic: "Sum",
    dimensions: { WebACL: "site", Rule: "ALL" },
    alarmDescription: "site: the firewall blocks much",
    threshold: 1_000,
  });
  // The metric has the name that the web ACL gives it.
  expect(inputsOf("site-web-acl").visibilityConfig).toMatchObject({ metricName: "site" });
});

test("a threshold of 0 leaves an alarm out", async () => {
  const { names } = await withMonitoring({
    alarms: {
      topicArns,
      serverErrorPercent: 0,
      clientErrorPercent: 0,
      originLatencyMilliseconds: 0,
      blockedRequests: 0,
    },
  });
  expect(names).toEqual([]);
});

test("more metrics are subscribed to without alarms", async () => {
  const { inputsOf, names } = await withMonitoring({ additionalMetrics: true });
  expect(names).toEqual(["site-monitoring-subscription"]);
  expect(inputsOf("site-monitoring-subscription")).toEqual({
    distributionId: "site-distribution-id",
    monitoringSubscription: {
      realtimeMetricsSubscriptionConfig: { realtimeMetricsSubscriptionStatus: "Enabled" },
    },
  });
});

test.each<[string, Partial<EdgeFrontDoorArgs>, string[]]>([
  ["an alarm that nobody hears", { monitoring: { alarms: { topicArns: [] } } }, ["monitoring.alarms.topicArns"]],
  [
    "a topic of another Region, and a queue",
    {
      monitoring: {
        alarms: {
          topicArns: ["arn:aws:sns:eu-central-1:123456789012:ops", "arn:aws:sqs:us-east-1:123456789012:ops"],
        },
      },
    },
    ["monitoring.alarms.topicArns[0]", "monitoring.alarms.topicArns[1]"],
  ],
  [
    "thresholds out of range",
    {
      monitoring: {
        additionalMetrics: true,
        alarms: {
          topicArns,
          serverErrorPercent: 101,
          clientErrorPercent: -1,
          originLatencyMilliseconds: 0.5,
          blockedRequests: Number.NaN,
        },
      },
    },
    ["serverErrorPercent", "clientErrorPercent", "originLatencyMilliseconds", "blockedRequests"].map(
      (argument) => `monitoring.alarms.${argument}`,
    ),
  ],
  [
    "an alarm on a metric that is not there",
    { monitoring: { alarms: { topicArns, originLatencyMilliseconds: 100 } } },
    ["monitoring.alarms.originLatencyMilliseconds and monitoring.additionalMetrics"],
  ],
  [
    "an alarm on a firewall that is not there",
    { monitoring: { alarms: { topicArns, blockedRequests: 1 } }, firewall: { mode: FirewallMode.None } },
    ["monitoring.alarms.blockedRequests and firewall.mode"],
  ],
  [
    "an alarm on a firewall of somebody else's",
    {
      monitoring: { alarms: { topicArns, blockedRequests: 1 } },
      firewall: { mode: FirewallMode.Existing, existingWebAclArn: webAclArn },
    },
    ["monitoring.alarms.blockedRequests and firewall.mode"],
  ],
])("%s is refused", (_title, args, paths) => {
  expect(checkEdgeFrontDoor("site", { origin: s3Origin(), ...args }).map(({ path }) => path)).toEqual(paths);
});
