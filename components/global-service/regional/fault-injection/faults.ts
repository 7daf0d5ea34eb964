// What each experiment does, in the terms of https://docs.aws.amazon.com/fis/latest/userguide/fis-actions-reference.html

import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { FaultInjectionPlan } from "../../config";
import { FaultInjectionExperiment } from "../../global-service-args";
import type { RegionalScope } from "../scope";
import type { ExperimentParts } from "./experiments";

export type ActionId =
  | "aws:network:disrupt-connectivity"
  | "aws:network:route-table-disrupt-cross-region-connectivity"
  | "aws:ec2:asg-insufficient-instance-capacity-error"
  | "aws:ecs:stop-task"
  | "aws:dynamodb:global-table-pause-replication";

/** One action and what it works on. */
export interface Fault {
  /** Of the action and of its target. */
  readonly name: string;
  readonly actionId: ActionId;
  readonly parameters: Readonly<Record<string, pulumi.Input<string>>>;
  readonly target: Omit<aws.types.input.fis.ExperimentTemplateTarget, "name"> & {
    /** What the action calls its targets. */
    readonly key: string;
  };
}

/** Nothing where the experiment has nothing to work on. */
export function faultsOf(
  experiment: FaultInjectionExperiment,
  scope: RegionalScope,
  plan: FaultInjectionPlan,
  parts: ExperimentParts,
): Fault[] {
  const duration = `PT${plan.durationMinutes}M`;
  switch (experiment) {
    case FaultInjectionExperiment.ZonePowerLoss:
      return zonePowerLoss(parts, duration);
    case FaultInjectionExperiment.RegionConnectivity:
      return regionConnectivity(scope, parts, duration);
    case FaultInjectionExperiment.TaskKill:
      return taskKill(parts);
    case FaultInjectionExperiment.ReplicationPause:
      return replicationPause(parts, duration);
    default:
      return unreachable(experiment);
  }
}

/**
 * The first zone's network goes, and no instance starts in it. FIS's own scenario stops instances, of which Fargate has none.
 * https://docs.aws.amazon.com/fis/latest/userguide/az-availability-scenario.html
 */
function zonePowerLoss({ zones: [zone], instances }: ExperimentParts, duration: string): Fault[] {
  if (zone === undefined) {
    return [];
  }
  const network: Fault = {
    name: "disconnect-zone",
    actionId: "aws:network:disrupt-connectivity",
    parameters: { duration, scope: "all" },
    target: byArn("Subnets", "aws:ec2:subnet", [zone.publicSubnet.arn, zone.privateSubnet.arn]),
  };
  if (instances === undefined) {
    return [network];
  }
  return [
    network,
    {
      name: "start-no-instances",
      actionId: "aws:ec2:asg-insufficient-instance-capacity-error",
      parameters: { duration, availabilityZoneIdentifiers: zone.availabilityZoneId, percentage: "100" },
      target: byArn("AutoScalingGroups", "aws:ec2:autoscaling-group", [instances.arn]),
    },
  ];
}

/**
 * Tasks reach no other Region. FIS cuts one from another: the home Region from the first of the others, all others from the home Region. The
 * quota of routes in a route table must be raised to 250 first, or to 350 where us-east-1 is cut off.
 */
function regionConnectivity(
  { place, config: { regions, homeRegion } }: RegionalScope,
  { zones }: ExperimentParts,
  duration: string,
): Fault[] {
  const others = regions.map(({ region }) => region).filter((region) => region !== homeRegion);
  const from = place.region === homeRegion ? others[0] : homeRegion;
  if (from === undefined) {
    return [];
  }
  return inFives(zones.map(({ privateSubnet }) => privateSubnet.arn)).map((arns, index) => ({
    name: `cut-off-${from}-${index + 1}`,
    actionId: "aws:network:route-table-disrupt-cross-region-connectivity",
    parameters: { duration, region: from },
    target: byArn("Subnets", "aws:ec2:subnet", arns),
  }));
}

function taskKill({ cluster, service }: ExperimentParts): Fault[] {
  if (service === undefined) {
    return [];
  }
  return [
    {
      name: "stop-tasks",
      actionId: "aws:ecs:stop-task",
      parameters: {},
      target: {
        key: "Tasks",
        resourceType: "aws:ecs:task",
        selectionMode: "PERCENT(50)",
        parameters: { cluster: cluster.name, service: service.name },
      },
    },
  ];
}

function replicationPause({ tableArns }: ExperimentParts, duration: string): Fault[] {
  return inFives(tableArns).map((arns, index) => ({
    name: `pause-replication-${index + 1}`,
    actionId: "aws:dynamodb:global-table-pause-replication",
    parameters: { duration },
    target: byArn("Tables", "aws:dynamodb:global-table", arns),
  }));
}

function byArn(key: string, resourceType: string, resourceArns: pulumi.Input<string>[]): Fault["target"] {
  return { key, resourceType, selectionMode: "ALL", resourceArns };
}

/** As many as one target may name. */
function inFives<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / 5) }, (_, index) => items.slice(index * 5, index * 5 + 5));
}

function unreachable(experiment: never): never {
  throw new Error(`Unknown experiment ${JSON.stringify(experiment)}`);
}
