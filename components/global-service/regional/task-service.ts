import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { RegionalNetwork } from "../../network/regional-network";
import type { ServiceEndpoints } from "../../network/service-endpoints";
import type { Capacity } from "./capacity";
import type { RegionalGroups } from "./groups";
import type { RegionalLoadBalancer } from "./load-balancer";
import type { RegionalScope } from "./scope";
import { CONTAINER_NAME, createTaskDefinition, type TaskParts } from "./task-definition";

export interface TaskServiceParts extends TaskParts {
  readonly cluster: aws.ecs.Cluster;
  readonly capacity: Capacity;
  readonly network: RegionalNetwork;
  readonly endpoints: ServiceEndpoints;
  readonly groups: RegionalGroups;
  readonly balancing: RegionalLoadBalancer;
}

/**
 * The containers behind the load balancer. A deployment whose tasks do not get healthy is taken back, and fails. Nothing before there is an
 * image.
 * Children: `<name>-<kind of capacity>-service`, `<name>-scaling-target`, `<name>-scaling`, and those of the task.
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
    // A service cannot move to the other kind of capacity: one of another name comes before it goes.
    `${name}-${config.capacity.kind}-service`,
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
      // What tasks cost is told by their own tags.
      propagateTags: "SERVICE",
      // Otherwise a deployment that is taken back would look like one that came through.
      waitForSteadyState: true,
      tags,
    },
    {
      parent,
      dependsOn: [
        parts.capacity.association,
        parts.balancing.rule,
        ...parts.groups.rules,
        ...parts.endpoints.endpoints,
      ],
      // Scaling sets it.
      ignoreChanges: ["desiredCount"],
    },
  );
  createScaling(scope, parts.cluster, service);
  return service;
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
