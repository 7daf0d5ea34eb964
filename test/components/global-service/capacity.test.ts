// Where tasks run: on Fargate, in part on Spot, or on Graviton instances that are all on Spot.

import { type CapacityArgs, CapacityKind } from "../../../components";
import { type Served, serve, tags } from "./serve";

const shop = "shop-eu-central-1";
const region = "eu-central-1";

let fargate: Served;
let spot: Served;
let own: Served;
beforeAll(async () => {
  fargate = await serve({ tags });
  spot = await serve({ tags, capacity: { kind: CapacityKind.Ec2Spot } });
  own = await serve({
    capacity: { kind: CapacityKind.Ec2Spot, instanceTypes: ["r8g.2xlarge"], maxInstances: 3 },
  });
});

const services = ({ ofType }: Served): unknown[] =>
  ofType("aws:ec2/vpcEndpoint:VpcEndpoint")
    .filter(({ inputs }) => inputs.region === region)
    .map(({ inputs }) => String(inputs.serviceName).replace(`com.amazonaws.${region}.`, ""))
    .sort();

test("a cluster belongs to one kind, so that the other one begins before it goes", () => {
  const cluster = { region, settings: [{ name: "containerInsights", value: "enabled" }], tags };
  expect(fargate.inputsOf(`${shop}-fargate-cluster`)).toEqual(cluster);
  expect(spot.inputsOf(`${shop}-ec2-spot-cluster`)).toEqual(cluster);
  expect(fargate.ofType("aws:ecs/cluster:Cluster")).toHaveLength(2);
  expect(spot.ofType("aws:ecs/cluster:Cluster")).toHaveLength(2);
});

describe("Fargate", () => {
  test("has both of its kinds in the cluster, and no instances", () => {
    expect(fargate.inputsOf(`${shop}-fargate-capacity`)).toEqual({
      region,
      clusterName: `${shop}-fargate-cluster-0123456`,
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
    });
    expect(fargate.resources.filter(({ name }) => name.includes("-instances"))).toEqual([]);
  });

  test("reaches what tasks need, and nothing of what hosts need", () => {
    expect(services(fargate)).toEqual(["dynamodb", "ecr.api", "ecr.dkr", "logs", "s3"]);
  });

  test.each<[CapacityArgs | undefined, object[]]>([
    [
      undefined,
      [
        { capacityProvider: "FARGATE", base: 1, weight: 50 },
        { capacityProvider: "FARGATE_SPOT", weight: 50 },
      ],
    ],
    [
      { onDemandBase: 0, spotPercent: 100 },
      [
        { capacityProvider: "FARGATE", base: 0, weight: 0 },
        { capacityProvider: "FARGATE_SPOT", weight: 100 },
      ],
    ],
    [
      { kind: CapacityKind.Fargate, onDemandBase: 4, spotPercent: 0 },
      [
        { capacityProvider: "FARGATE", base: 4, weight: 100 },
        { capacityProvider: "FARGATE_SPOT", weight: 0 },
      ],
    ],
  ])("with %j shares tasks between them", async (capacity, strategies) => {
    const { inputsOf } = capacity === undefined ? fargate : await serve({ capacity });
    expect(inputsOf(`${shop}-fargate-service`).capacityProviderStrategies).toEqual(strategies);
  });
});

describe("instances", () => {
  const provider = `${shop}-instances-provider-0123456`;

  test("are the cluster's only capacity, and the service's", () => {
    expect(spot.inputsOf(`${shop}-ec2-spot-capacity`)).toEqual({
      region,
      clusterName: `${shop}-ec2-spot-cluster-0123456`,
      capacityProviders: [provider],
    });
    expect(spot.inputsOf(`${shop}-ec2-spot-service`).capacityProviderStrategies).toEqual([
      { capacityProvider: provider, weight: 100 },
    ]);
  });

  test("reach what hosts need as well", () => {
    expect(services(spot)).toEqual([
      "dynamodb",
      "ecr.api",
      "ecr.dkr",
      "ecs",
      "ecs-agent",
      "ecs-telemetry",
      "logs",
      "s3",
    ]);
  });

  test("come and go with the tasks, which move before one goes", () => {
    expect(spot.inputsOf(`${shop}-instances-provider`)).toEqual({
      region,
      autoScalingGroupProvider: {
        autoScalingGroupArn: `arn:aws:autoscaling:${region}:123456789012:autoScalingGroup:0:autoScalingGroupName/${shop}-instances`,
        managedScaling: { status: "ENABLED", targetCapacity: 100 },
        managedDraining: "ENABLED",
        managedTerminationProtection: "DISABLED",
      },
      tags,
    });
  });

  function group(instanceTypes: string[], maxSize: number) {
    return {
      region,
      vpcZoneIdentifiers: [`${shop}-private-euc1-az1-id`, `${shop}-private-euc1-az2-id`],
      minSize: 0,
      maxSize,
      capacityRebalance: true,
      mixedInstancesPolicy: {
        instancesDistribution: {
          onDemandBaseCapacity: 0,
          onDemandPercentageAboveBaseCapacity: 0,
          spotAllocationStrategy: "price-capacity-optimized",
        },
        launchTemplate: {
          launchTemplateSpecification: { launchTemplateId: `${shop}-instances-template-id`, version: "1" },
          overrides: instanceTypes.map((instanceType) => ({ instanceType })),
        },
      },
      instanceRefresh: {
        strategy: "Rolling",
        preferences: { minHealthyPercentage: 100, maxHealthyPercentage: 200 },
      },
      tags: [{ key: "AmazonECSManaged", value: "true", propagateAtLaunch: true }],
    };
  }

  test("are all on Spot, of several types, replaced when their image is, and as many as ECS says", () => {
    const expected = group(["m7g.large", "m6g.large", "c7g.xlarge"], 10);
    expect(spot.inputsOf(`${shop}-instances`)).toEqual({
      ...expected,
      tags: [...expected.tags, { key: "team", value: "checkout", propagateAtLaunch: true }],
    });
    expect(spot.resource(`${shop}-instances`).ignoreChanges).toEqual(["desiredCapacity"]);
    expect(own.inputsOf(`${shop}-instances`)).toEqual(group(["r8g.2xlarge"], 3));
  });

  test("have AWS's image for Graviton of their Region, an encrypted disk, and credentials that tasks cannot take", () => {
    const { userData, ...template } = spot.inputsOf(`${shop}-instances-template`);
    expect(template).toEqual({
      region,
      imageId: `value of /aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id in ${region}`,
      iamInstanceProfile: { arn: `arn:aws:iam::123456789012:instance-profile/${shop}-instances-profile-0123456` },
      vpcSecurityGroupIds: [`${shop}-task-security-group-id`],
      metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
      blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { encrypted: "true", volumeType: "gp3", volumeSize: 30 } }],
      tags,
    });
    expect(Buffer.from(String(userData), "base64").toString()).toBe(
      [
        "#!/bin/bash",
        "cat >> /etc/ecs/ecs.config <<'SETTINGS'",
        `ECS_CLUSTER=${shop}-ec2-spot-cluster-0123456`,
        "ECS_ENABLE_SPOT_INSTANCE_DRAINING=true",
        "ECS_AWSVPC_BLOCK_IMDS=true",
        "SETTINGS",
        "",
      ].join("\n"),
    );
  });

  test("may do what ECS asks of hosts", () => {
    const { assumeRolePolicy, ...role } = spot.inputsOf(`${shop}-instances-role`);
    expect(role).toEqual({ tags });
    expect(JSON.parse(String(assumeRolePolicy)).Statement).toEqual([
      { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
    ]);
    expect(spot.inputsOf(`${shop}-instances-role-policy`)).toEqual({
      role: `${shop}-instances-role-0123456`,
      policyArn: "arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role",
    });
    expect(spot.inputsOf(`${shop}-instances-profile`)).toEqual({ role: `${shop}-instances-role-0123456`, tags });
  });
});
