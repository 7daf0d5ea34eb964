import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { createRegionalNetwork } from "../../network/regional-network";
import { createServiceEndpoints } from "../../network/service-endpoints";
import type { GlobalServiceConfig } from "../config";
import type { GlobalTable } from "../global/tables";
import { CapacityKind, type ServiceRegionArgs } from "../global-service-args";
import { inRegion } from "../in-region";
import type { GlobalServicePlatform } from "../platform/platform-tier";
import { createCapacity } from "./capacity";
import { createExperiments } from "./fault-injection/experiments";
import { createGroups } from "./groups";
import { createHealth, type RegionalHealth } from "./health";
import { createRegionalLoadBalancer } from "./load-balancer";
import { createTaskService } from "./task-service";

/** What the service has in one Region, for whoever adds to it. */
export interface RegionOutputs {
  vpcId: string;
  privateSubnetIds: string[];
  /** Of the tasks: for rules that let them reach something else. */
  taskSecurityGroupId: string;
  clusterName: string;
  loadBalancerArn: string;
  /** What Route 53 asks before it sends anybody here. */
  healthCheckId: string;
}

/** What a Region takes from the tiers above it. */
export interface RegionalParts {
  readonly platform: GlobalServicePlatform;
  readonly tables: ReadonlyMap<string, GlobalTable>;
  readonly certificateArns: ReadonlyMap<string, pulumi.Output<string>>;
}

/** The service in one Region. It needs nothing of the others: each can be lost, added and removed. */
export class GlobalServiceRegion extends pulumi.ComponentResource {
  static readonly __pulumiType = "causeway:index:GlobalServiceRegion";

  public readonly loadBalancer: aws.lb.LoadBalancer;
  public readonly health: RegionalHealth;
  public readonly outputs: pulumi.Output<RegionOutputs>;

  constructor(
    name: string,
    place: ServiceRegionArgs,
    config: GlobalServiceConfig,
    { platform, tables, certificateArns }: RegionalParts,
    opts: pulumi.ComponentResourceOptions,
  ) {
    super(GlobalServiceRegion.__pulumiType, name, {}, opts);
    const { region, cidrBlock, availabilityZoneIds } = place;
    const { internetAccess, retentionDays, tags } = config;
    const scope = { parent: this, name, place, config };

    const network = createRegionalNetwork(name, {
      parent: this,
      region,
      cidrBlock,
      availabilityZoneIds,
      internetAccess,
      retentionDays,
      tags,
    });
    const endpoints = createServiceEndpoints(name, network, {
      parent: this,
      region,
      interfaces: INTERFACES[config.capacity.kind],
      gateways: ["s3", "dynamodb"],
      tags,
    });
    const groups = createGroups(scope, network, endpoints);
    const balancing = createRegionalLoadBalancer(scope, network, groups, inRegion(region, certificateArns));
    this.loadBalancer = balancing.loadBalancer;
    this.health = createHealth(scope, balancing);
    const cluster = new aws.ecs.Cluster(
      // A cluster keeps capacity that one of its services uses: the other kind begins with another one.
      `${name}-${config.capacity.kind}-cluster`,
      { region, settings: [{ name: "containerInsights", value: "enabled" }], tags },
      { parent: this },
    );
    const capacity = createCapacity(scope, cluster, network, groups);
    const imageDigest = place.runsTasks === false ? undefined : config.container.imageDigest;
    const service = createTaskService(scope, imageDigest, {
      cluster,
      capacity,
      network,
      endpoints,
      groups,
      balancing,
      repositoryUrl: platform.repositoryUrlIn(region),
      executionRoleArn: platform.executionRoleArn,
      taskRoleArn: platform.taskRole.arn,
      tableNames: new Map([...tables].map(([table, { replicas }]) => [table, inRegion(region, replicas).name])),
    });
    createExperiments(scope, {
      zones: network.zones,
      instances: capacity.instances,
      cluster,
      service,
      tableArns: [...tables.values()].map(({ replicas }) => inRegion(region, replicas).arn),
      alarm: this.health.alarm,
    });
    this.outputs = pulumi.output({
      vpcId: network.vpc.id,
      privateSubnetIds: network.privateSubnetIds,
      taskSecurityGroupId: groups.tasks.id,
      clusterName: cluster.name,
      loadBalancerArn: this.loadBalancer.arn,
      healthCheckId: this.health.healthCheck.id,
    });
    this.registerOutputs();
  }
}

/** What tasks and their hosts call. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html */
const INTERFACES: Readonly<Record<CapacityKind, readonly string[]>> = {
  [CapacityKind.Fargate]: ["ecr.api", "ecr.dkr", "logs"],
  [CapacityKind.Ec2Spot]: ["ecr.api", "ecr.dkr", "logs", "ecs", "ecs-agent", "ecs-telemetry"],
};
