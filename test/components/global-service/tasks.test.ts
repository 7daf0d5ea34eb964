// What runs: the task, the service that keeps tasks running, and how many there are.

import * as pulumi from "@pulumi/pulumi";
import { CapacityKind } from "../../../components";
import { frankfurt, imageDigest, ireland, type Served, serve, tags } from "./serve";

const shop = "shop-eu-west-1";
const region = "eu-west-1";
const account = "123456789012";
const role = (kind: string): string => `arn:aws:iam::${account}:role/shop-platform-${kind}-role-0123456`;

let plain: Served;
let own: Served;
let empty: Served;
let waiting: Served;
beforeAll(async () => {
  plain = await serve({ tags });
  own = await serve({
    tags,
    capacity: { kind: CapacityKind.Ec2Spot },
    container: {
      imageDigest,
      port: 3000,
      cpu: 2048,
      memory: 6000,
      readonlyRootFilesystem: false,
      environment: { LEVEL: "debug", TOKEN: pulumi.secret("t0ken") },
    },
    tables: { carts: { partitionKey: { name: "id" } }, "order-lines": { partitionKey: { name: "id" } } },
    scaling: { minTasks: 3, maxTasks: 30, cpuPercent: 40 },
    retentionDays: 365,
    deletionProtection: false,
  });
  empty = await serve({ container: { port: 8080 } });
  waiting = await serve({ regions: [frankfurt, { ...ireland, runsTasks: false }] });
});

function container(environment: object[], more: object) {
  return {
    name: "service",
    image: `${account}.dkr.ecr.${region}.amazonaws.com/shop-platform-repository-eu-central-1-0123456@${imageDigest}`,
    essential: true,
    environment,
    stopTimeout: 60,
    logConfiguration: {
      logDriver: "awslogs",
      options: {
        "awslogs-group": `${shop}-task-log-0123456`,
        "awslogs-region": region,
        "awslogs-stream-prefix": "service",
      },
    },
    ...more,
  };
}

describe("a task", () => {
  test("is the image by its digest, from the Region's own repository, on Graviton, and writes to no file of its own", () => {
    const { containerDefinitions, ...task } = plain.inputsOf(`${shop}-task`);
    expect(task).toEqual({
      region,
      family: shop,
      requiresCompatibilities: ["FARGATE"],
      networkMode: "awsvpc",
      runtimePlatform: { cpuArchitecture: "ARM64", operatingSystemFamily: "LINUX" },
      cpu: "256",
      memory: "512",
      executionRoleArn: role("execution"),
      taskRoleArn: role("task"),
      tags,
    });
    expect(JSON.parse(String(containerDefinitions))).toEqual([
      container([{ name: "TABLE_ORDERS", value: "shop-global-table-orders-0123456" }], {
        portMappings: [{ containerPort: 8080, protocol: "tcp" }],
        readonlyRootFilesystem: true,
      }),
    ]);
  });

  test("knows its tables and what it is told, and is as large as it is asked to be", () => {
    const { containerDefinitions, ...task } = own.inputsOf(`${shop}-task`);
    expect(task).toMatchObject({ requiresCompatibilities: ["EC2"], cpu: "2048", memory: "6000" });
    expect(JSON.parse(String(containerDefinitions))).toEqual([
      container(
        [
          { name: "TABLE_CARTS", value: "shop-global-table-carts-0123456" },
          { name: "TABLE_ORDER_LINES", value: "shop-global-table-order-lines-0123456" },
          { name: "LEVEL", value: "debug" },
          { name: "TOKEN", value: "t0ken" },
        ],
        { portMappings: [{ containerPort: 3000, protocol: "tcp" }], readonlyRootFilesystem: false },
      ),
    ]);
    expect(own.resource(`${shop}-task`).secrets).toEqual(["containerDefinitions"]);
    expect(plain.resource(`${shop}-task`).secrets).toEqual([]);
  });

  test("keeps its log", () => {
    expect(plain.resource(`${shop}-task-log`)).toMatchObject({
      inputs: { region, retentionInDays: 90, tags },
      protect: true,
    });
    expect(own.resource(`${shop}-task-log`)).toMatchObject({ inputs: { retentionInDays: 365 }, protect: false });
  });
});

function service(kind: string, containerPort: number, desiredCount: number, strategies: object[]) {
  return {
    region,
    cluster: `arn:aws:ecs:${region}:${account}:cluster/${shop}-${kind}-cluster-0123456`,
    taskDefinition: `arn:aws:ecs:${region}:${account}:task-definition/${shop}:1`,
    desiredCount,
    capacityProviderStrategies: strategies,
    forceNewDeployment: true,
    networkConfiguration: {
      subnets: [`${shop}-private-euw1-az1-id`, `${shop}-private-euw1-az2-id`],
      securityGroups: [`${shop}-task-security-group-id`],
    },
    loadBalancers: [
      {
        containerName: "service",
        containerPort,
        targetGroupArn: `arn:aws:elasticloadbalancing:${region}:${account}:targetgroup/${shop}-target-group/0`,
      },
    ],
    deploymentCircuitBreaker: { enable: true, rollback: true },
    deploymentMinimumHealthyPercent: 100,
    deploymentMaximumPercent: 200,
    availabilityZoneRebalancing: "ENABLED",
    enableEcsManagedTags: true,
    propagateTags: "SERVICE",
    waitForSteadyState: true,
    tags,
  };
}

describe("a service", () => {
  test("keeps tasks behind the load balancer in private subnets, and takes back a deployment that fails", () => {
    expect(plain.inputsOf(`${shop}-fargate-service`)).toEqual(
      service("fargate", 8080, 2, [
        { capacityProvider: "FARGATE", base: 1, weight: 50 },
        { capacityProvider: "FARGATE_SPOT", weight: 50 },
      ]),
    );
    expect(own.inputsOf(`${shop}-ec2-spot-service`)).toEqual(
      service("ec2-spot", 3000, 3, [{ capacityProvider: `${shop}-instances-provider-0123456`, weight: 100 }]),
    );
  });

  test("leaves the number of tasks to scaling once it is there", () => {
    expect(plain.resource(`${shop}-fargate-service`).ignoreChanges).toEqual(["desiredCount"]);
  });

  test.each([
    ["fargate", () => plain, { minCapacity: 2, maxCapacity: 10 }, 60],
    ["ec2-spot", () => own, { minCapacity: 3, maxCapacity: 30 }, 40],
  ])("of %s has as many tasks as the processors need", (kind, served, limits, targetValue) => {
    const dimension = {
      region,
      serviceNamespace: "ecs",
      scalableDimension: "ecs:service:DesiredCount",
      resourceId: `service/${shop}-${kind}-cluster-0123456/${shop}-${kind}-service-0123456`,
    };
    expect(served().inputsOf(`${shop}-scaling-target`)).toEqual({ ...dimension, ...limits, tags });
    expect(served().inputsOf(`${shop}-scaling`)).toEqual({
      ...dimension,
      policyType: "TargetTrackingScaling",
      targetTrackingScalingPolicyConfiguration: {
        predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
        targetValue,
      },
    });
  });
});

const OF_TASKS = /:(TaskDefinition|Service|Target|Policy)$|-task-log$/;
const running = ({ resources }: Served, name: string): string[] =>
  resources.filter((each) => each.parent === name && OF_TASKS.test(each.type)).map((each) => each.name);

test("before there is an image there is everything else: what it is pushed to, and what it will run on", () => {
  expect(running(plain, shop)).toHaveLength(4);
  expect(running(empty, shop)).toEqual([]);
  expect(empty.resources.filter(({ name }) => name.endsWith("-task-log"))).toEqual([]);
  const missing = plain.resources.length - empty.resources.length;
  // The log beside those four, in two Regions.
  expect(missing).toBe(10);
});

test("a Region may wait for the image alone", () => {
  expect(running(waiting, shop)).toEqual([]);
  expect(running(waiting, "shop-eu-central-1")).toEqual(running(plain, "shop-eu-central-1"));
  expect(plain.resources.length - waiting.resources.length).toBe(5);
});
