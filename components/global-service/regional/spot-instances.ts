import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument, trustServices } from "../../aws/iam-documents";
import type { RegionalNetwork } from "../../network/regional-network";
import type { RegionalGroups } from "./groups";
import type { RegionalScope } from "./scope";

export interface SpotInstances {
  readonly provider: aws.ecs.CapacityProvider;
  readonly instances: aws.autoscaling.Group;
}

/** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/retrieve-ecs-optimized_AMI.html */
const GRAVITON_IMAGE = "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id";

/** Instances on Spot that come and go with the tasks. Children: `<name>-instances…`. */
export function createSpotInstances(
  { parent, name, place: { region }, config }: RegionalScope,
  cluster: aws.ecs.Cluster,
  network: RegionalNetwork,
  groups: RegionalGroups,
): SpotInstances {
  const { capacity, tags } = config;
  const template = new aws.ec2.LaunchTemplate(
    `${name}-instances-template`,
    {
      region,
      imageId: aws.ssm.getParameterOutput({ name: GRAVITON_IMAGE, region }, { parent }).value,
      iamInstanceProfile: { arn: createInstanceProfile(name, parent, tags).arn },
      vpcSecurityGroupIds: [groups.tasks.id],
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", volumeType: "gp3", volumeSize: 30 } }],
      userData: cluster.name.apply((clusterName) => Buffer.from(joinCluster(clusterName)).toString("base64")),
      tags,
    },
    { parent },
  );
  const instances = new aws.autoscaling.Group(
    `${name}-instances`,
    {
      region,
      vpcZoneIdentifiers: network.privateSubnetIds,
      minSize: 0,
      maxSize: capacity.maxInstances,
      capacityRebalance: true,
      mixedInstancesPolicy: {
        instancesDistribution: {
          onDemandBaseCapacity: 0,
          onDemandPercentageAboveBaseCapacity: 0,
          spotAllocationStrategy: "price-capacity-optimized",
        },
        launchTemplate: {
          launchTemplateSpecification: {
            launchTemplateId: template.id,
            version: pulumi.interpolate`${template.latestVersion}`,
          },
          overrides: capacity.instanceTypes.map((instanceType) => ({ instanceType })),
        },
      },
      // A new image, which patches come as, replaces the instances: those with the old one leave when there are as many with the new.
      instanceRefresh: {
        strategy: "Rolling",
        preferences: { minHealthyPercentage: 100, maxHealthyPercentage: 200 },
      },
      // ECS adds this tag; without it here it would be removed again.
      tags: [
        { key: "AmazonECSManaged", value: "true", propagateAtLaunch: true },
        ...Object.entries(tags ?? {}).map(([key, value]) => ({ key, value, propagateAtLaunch: true })),
      ],
    },
    // ECS sets it.
    { parent, ignoreChanges: ["desiredCapacity"] },
  );
  const provider = new aws.ecs.CapacityProvider(
    `${name}-instances-provider`,
    {
      region,
      autoScalingGroupProvider: {
        autoScalingGroupArn: instances.arn,
        managedScaling: { status: "ENABLED", targetCapacity: 100 },
        // Tasks move before an instance goes. Protection from termination would outlive the provider (aws/containers-roadmap#2862).
        managedDraining: "ENABLED",
        managedTerminationProtection: "DISABLED",
      },
      tags,
    },
    { parent },
  );
  return { provider, instances };
}

function createInstanceProfile(name: string, parent: pulumi.Resource, tags: RegionalScope["config"]["tags"]) {
  const role = new aws.iam.Role(
    `${name}-instances-role`,
    { assumeRolePolicy: policyDocument([trustServices(["ec2.amazonaws.com"])]), tags },
    { parent },
  );
  new aws.iam.RolePolicyAttachment(
    `${name}-instances-role-policy`,
    { role: role.name, policyArn: "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role" },
    { parent },
  );
  return new aws.iam.InstanceProfile(`${name}-instances-profile`, { role: role.name, tags }, { parent });
}

function joinCluster(clusterName: string): string {
  return `#!/bin/bash
cat >> /etc/ecs/ecs.config <<'SETTINGS'
ECS_CLUSTER=${clusterName}
ECS_ENABLE_SPOT_INSTANCE_DRAINING=true
ECS_AWSVPC_BLOCK_IMDS=true
SETTINGS
`;
}
