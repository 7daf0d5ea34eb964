import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { NetworkZone } from "../../../network/regional-network";
import type { FaultInjectionPlan } from "../../config";
import { FaultInjectionExperiment } from "../../global-service-args";
import type { RegionalScope } from "../scope";
import { createExperimentRole } from "./experiment-role";
import { type Fault, faultsOf } from "./faults";

/** What experiments work on. */
export interface ExperimentParts {
  readonly zones: readonly NetworkZone[];
  /** None with Fargate. */
  readonly instances: aws.autoscaling.Group | undefined;
  readonly cluster: aws.ecs.Cluster;
  /** None before there is an image. */
  readonly service: aws.ecs.Service | undefined;
  /** Of this Region. */
  readonly tableArns: readonly pulumi.Output<string>[];
  /** Ends an experiment when it goes off. */
  readonly alarm: aws.cloudwatch.MetricAlarm;
}

/**
 * Templates of AWS FIS, which do nothing before somebody starts them. One without anything to work on is left out, such as the pause of
 * replication without tables. Children: `<name>-experiment-log`, `<name>-experiment-role`, `<name>-experiment-<experiment>`.
 */
export function createExperiments(scope: RegionalScope, parts: ExperimentParts): void {
  const { parent, name, place, config } = scope;
  const { region } = place;
  const { faults: plan, retentionDays, tags } = config;
  if (plan === undefined) {
    return;
  }
  const faults = plan.experiments
    .map((experiment) => ({ experiment, faults: faultsOf(experiment, scope, plan, parts) }))
    .filter((each) => each.faults.length > 0);
  const log = new aws.cloudwatch.LogGroup(
    `${name}-experiment-log`,
    { region, retentionInDays: retentionDays, tags },
    { parent },
  );
  const role = createExperimentRole(
    scope,
    faults.flatMap((each) => each.faults),
  );
  for (const each of faults) {
    createTemplate(scope, each.experiment, each.faults, plan, { role, log, alarm: parts.alarm });
  }
}

interface TemplateParts {
  readonly role: aws.iam.Role;
  readonly log: aws.cloudwatch.LogGroup;
  readonly alarm: aws.cloudwatch.MetricAlarm;
}

const DESCRIPTIONS: Readonly<Record<FaultInjectionExperiment, string>> = {
  [FaultInjectionExperiment.ZonePowerLoss]: "a zone loses its power",
  [FaultInjectionExperiment.RegionConnectivity]: "the Region reaches no other one",
  [FaultInjectionExperiment.TaskKill]: "half of the tasks are stopped",
  [FaultInjectionExperiment.ReplicationPause]: "tables stop replicating",
};

function createTemplate(
  { parent, name, place: { region }, config: { tags } }: RegionalScope,
  experiment: FaultInjectionExperiment,
  faults: readonly Fault[],
  { durationMinutes }: FaultInjectionPlan,
  { role, log, alarm }: TemplateParts,
): void {
  new aws.fis.ExperimentTemplate(
    `${name}-experiment-${experiment}`,
    {
      region,
      description: `${name}: ${DESCRIPTIONS[experiment]} for ${durationMinutes} minutes`,
      roleArn: role.arn,
      stopConditions: [{ source: "aws:cloudwatch:alarm", value: alarm.arn }],
      targets: faults.map(({ name: target, target: { key: _, ...settings } }) => ({ name: target, ...settings })),
      actions: faults.map((fault) => ({
        name: fault.name,
        actionId: fault.actionId,
        target: { key: fault.target.key, value: fault.name },
        parameters: Object.entries(fault.parameters).map(([key, value]) => ({ key, value })),
      })),
      experimentOptions: { accountTargeting: "single-account", emptyTargetResolutionMode: "fail" },
      logConfiguration: {
        logSchemaVersion: 2,
        cloudwatchLogsConfiguration: { logGroupArn: log.arn.apply((arn) => `${arn}:*`) },
      },
      tags: { Name: `${name}-${experiment}`, ...tags },
    },
    { parent },
  );
}
