import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { RegionalNetwork } from "../network/regional-network";
import type { Capacity } from "./capacity";
import { STOP_TIMEOUT_SECONDS } from "./defaults";
import { CapacityKind } from "./global-service-args";
import type { RegionalGroups } from "./regional-groups";
import type { RegionalLoadBalancer } from "./regional-load-balancer";
import type { RegionalScope } from "./regional-scope";

export interface TaskServiceParts {
  readonly cluster: aws.ecs.Cluster;
  readonly capacity: Capacity;
  readonly network: RegionalNetwork;
  readonly groups: RegionalGroups;
  readonly balancing: RegionalLoadBalancer;
  readonly repositoryUrl: pulumi.Output<string>;
  readonly executionRoleArn: pulumi.Output<string>;
  readonly taskRoleArn: pulumi.Output<string>;
  readonly tableNames: pulumi.Output<Record<string, string>>;
}

/**
 * The containers behind the load balancer. A deployment whose tasks do not get healthy is taken back. Nothing before there is an image.
 * Children: `<name>-task-log`, `<name>-task`, `<name>-service`, `<name>-scaling-target`, `<name>-scaling`.
 */
export function createTaskService(
  scope: RegionalScope,
  imageDigest: string | undefined,
  parts: TaskServiceParts,
): aws.ecs.Service | undefined {
  if (imageDigest === undefined) {
    return undefined;
  }
  const { parent, name, place, config } = scope;
  const { region } = place;
  const { container, scaling, tags } = config;
  const task = createTaskDefinition(scope, imageDigest, parts);
  const service = new aws.ecs.Service(
    `${name}-service`,
    {
      region,
      cluster: parts.cluster.arn,
      taskDefinition: task.arn,
      desiredCount: scaling.minTasks,
      capacityProviderStrategies: parts.capacity.strategies,
      // The API takes another strategy only with a new deployment.
      forceNewDeployment: true,
      networkConfiguration: { subnets: parts.network.privateSubnetIds, securityGroups: [parts.groups.tasks.id] },
      loadBalancers: [
        {
          containerName: CONTAINER_NAME,
          containerPort: container.port,
          targetGroupArn: parts.balancing.targetGroup.arn,
        },
      ],
      deploymentCircuitBreaker: { enable: true, rollback: true },
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      availabilityZoneRebalancing: "ENABLED",
      enableEcsManagedTags: true,
      // Experiments find tasks by their tags.
      propagateTags: "SERVICE",
      tags,
    },
    {
      parent,
      dependsOn: [parts.capacity.association, parts.balancing.rule, ...parts.groups.rules],
      // Scaling sets it.
      ignoreChanges: ["desiredCount"],
    },
  );
  createScaling(scope, parts.cluster, service);
  return service;
}

const CONTAINER_NAME = "service";

function createTaskDefinition(
  scope: RegionalScope,
  imageDigest: string,
  parts: TaskServiceParts,
): aws.ecs.TaskDefinition {
  const { parent, name, place, config } = scope;
  const { region } = place;
  const { container, capacity, deletionProtection, retentionDays, tags } = config;
  const log = new aws.cloudwatch.LogGroup(
    `${name}-task-log`,
    { region, retentionInDays: retentionDays, tags },
    { parent, protect: deletionProtection || undefined },
  );
  const environment = pulumi
    .all([parts.tableNames, container.environment])
    .apply(([tables, others]) => [
      ...Object.entries(tables).map(([table, value]) => ({ name: variableOf(table), value })),
      ...Object.entries(others).map(([key, value]) => ({ name: key, value })),
    ]);
  return new aws.ecs.TaskDefinition(
    `${name}-task`,
    {
      region,
      family: name,
      requiresCompatibilities: [capacity.kind === CapacityKind.Fargate ? "FARGATE" : "EC2"],
      networkMode: "awsvpc",
      runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
      cpu: String(container.cpu),
      memory: String(container.memory),
      executionRoleArn: parts.executionRoleArn,
      taskRoleArn: parts.taskRoleArn,
      containerDefinitions: pulumi.jsonStringify([
        {
          name: CONTAINER_NAME,
          // By digest: every Region runs the very same bytes, from its own repository.
          image: pulumi.interpolate`${parts.repositoryUrl}@${imageDigest}`,
          essential: true,
          portMappings: [{ containerPort: container.port, protocol: "tcp" }],
          environment,
          readonlyRootFilesystem: true,
          stopTimeout: STOP_TIMEOUT_SECONDS,
          logConfiguration: {
            logDriver: "awslogs",
            options: { "awslogs-group": log.name, "awslogs-region": region, "awslogs-stream-prefix": CONTAINER_NAME },
          },
        },
      ]),
      tags,
    },
    { parent },
  );
}

/** `order-lines` is `TABLE_ORDER_LINES` to the container. */
export function variableOf(table: string): string {
  return `TABLE_${table.toUpperCase().replaceAll("-", "_")}`;
}

function createScaling(
  { parent, name, place: { region }, config }: RegionalScope,
  cluster: aws.ecs.Cluster,
  service: aws.ecs.Service,
): void {
  const { scaling, tags } = config;
  const target = new aws.appautoscaling.Target(
    `${name}-scaling-target`,
    {
      region,
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: pulumi.interpolate`service/${cluster.name}/${service.name}`,
      minCapacity: scaling.minTasks,
      maxCapacity: scaling.maxTasks,
      tags,
    },
    { parent },
  );
  new aws.appautoscaling.Policy(
    `${name}-scaling`,
    {
      region,
      policyType: "TargetTrackingScaling",
      serviceNamespace: target.serviceNamespace,
      scalableDimension: target.scalableDimension,
      resourceId: target.resourceId,
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
        targetValue: scaling.cpuPercent,
      },
    },
    { parent },
  );
}
