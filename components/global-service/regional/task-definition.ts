import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { STOP_TIMEOUT_SECONDS } from "../defaults";
import { CapacityKind } from "../global-service-args";
import type { RegionalScope } from "./scope";

export interface TaskParts {
  readonly repositoryUrl: pulumi.Output<string>;
  readonly executionRoleArn: pulumi.Output<string>;
  readonly taskRoleArn: pulumi.Output<string>;
  /** By the names of the arguments. */
  readonly tableNames: ReadonlyMap<string, pulumi.Output<string>>;
}

export const CONTAINER_NAME = "service";

/** What every task is, the same in all Regions but for what it writes to. Children: `<name>-task`, `<name>-task-log`. */
export function createTaskDefinition(
  { parent, name, place: { region }, config }: RegionalScope,
  imageDigest: string,
  parts: TaskParts,
): aws.ecs.TaskDefinition {
  const { container, capacity, deletionProtection, retentionDays, tags } = config;
  const log = new aws.cloudwatch.LogGroup(
    `${name}-task-log`,
    { region, retentionInDays: retentionDays, tags },
    { parent, protect: deletionProtection || undefined },
  );
  const environment = [
    ...[...parts.tableNames].map(([table, value]) => ({ name: variableOf(table), value })),
    ...Object.entries(container.environment).map(([key, value]) => ({ name: key, value })),
  ];
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
          readonlyRootFilesystem: container.readonlyRootFilesystem,
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
