import { checkRange } from "../argument-checks";
import type { Problem } from "../errors";
import { CONTAINER_DEFAULTS } from "./defaults";
import { CapacityKind, type ContainerArgs, type GlobalServiceArgs } from "./global-service-args";
import { variableOf } from "./regional/task-definition";

/** What runs: its image, its port and its size. */
export function checkContainer(path: string, args: Partial<GlobalServiceArgs>): Problem[] {
  const { container, capacity, tables } = args;
  if (container === undefined) {
    return [{ path, must: "be given", use: "{ port: 8080 } to begin with" }];
  }
  return [
    ...checkDigest(`${path}.imageDigest`, container.imageDigest),
    ...(container.port === undefined
      ? [{ path: `${path}.port`, must: "be given" }]
      : checkRange(`${path}.port`, container.port, { min: 1, max: 65_535 })),
    ...checkHealthCheckPath(`${path}.healthCheckPath`, container.healthCheckPath),
    ...checkSize(path, container, capacity?.kind ?? CapacityKind.Fargate),
    ...checkEnvironment(`${path}.environment`, container.environment ?? {}, Object.keys(tables ?? {})),
  ];
}

function checkDigest(path: string, digest: string | undefined): Problem[] {
  return digest === undefined || /^sha256:[0-9a-f]{64}$/.test(digest)
    ? []
    : [
        {
          path,
          must: "be sha256: and 64 hexadecimal digits: a tag may mean another image in each Region",
          got: digest,
        },
      ];
}

function checkHealthCheckPath(path: string, healthCheckPath: string | undefined): Problem[] {
  return healthCheckPath === undefined || /^\/[\x21-\x7e]{0,1023}$/.test(healthCheckPath)
    ? []
    : [
        {
          path,
          must: "be a path that starts with /, without blanks, of at most 1024 characters",
          got: healthCheckPath,
          use: '"/health"',
        },
      ];
}

interface MemoryRange {
  /** Megabytes, in steps; or the only values there are. */
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const GB = 1024;

/** By CPU units. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html */
const FARGATE_MEMORY: ReadonlyMap<number, MemoryRange> = new Map([
  [256, { min: 512, max: 2 * GB, step: 512 }],
  [512, { min: GB, max: 4 * GB, step: GB }],
  [1024, { min: 2 * GB, max: 8 * GB, step: GB }],
  [2048, { min: 4 * GB, max: 16 * GB, step: GB }],
  [4096, { min: 8 * GB, max: 30 * GB, step: GB }],
  [8192, { min: 16 * GB, max: 60 * GB, step: 4 * GB }],
  [16384, { min: 32 * GB, max: 120 * GB, step: 8 * GB }],
]);

/** The smallest of it has no 1.5 gigabytes. */
const NO_FARGATE_MEMORY = 1536;

function checkSize(path: string, container: ContainerArgs, kind: CapacityKind): Problem[] {
  const { cpu = CONTAINER_DEFAULTS.cpu, memory = CONTAINER_DEFAULTS.memory } = container;
  if (kind !== CapacityKind.Fargate) {
    return [
      ...checkRange(`${path}.cpu`, cpu, { min: 128, max: 196_608 }),
      ...checkRange(`${path}.memory`, memory, { min: 4, max: 1024 * GB }),
    ];
  }
  const range = FARGATE_MEMORY.get(cpu);
  if (range === undefined) {
    return [{ path: `${path}.cpu`, must: `be one of ${[...FARGATE_MEMORY.keys()].join(", ")}`, got: cpu }];
  }
  const { min, max, step } = range;
  return memory >= min && memory <= max && (memory - min) % step === 0 && memory !== NO_FARGATE_MEMORY
    ? []
    : [
        {
          path: `${path}.memory and ${path}.cpu`,
          must: `fit: Fargate gives ${cpu} CPU units ${min} to ${max} megabytes, in steps of ${step === 512 ? "512 and 1024" : step}`,
          got: memory,
        },
      ];
}

function checkEnvironment(path: string, environment: Record<string, unknown>, tables: readonly string[]): Problem[] {
  const taken = new Map(tables.map((table) => [variableOf(table), table]));
  return Object.keys(environment).flatMap((key): Problem[] => {
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(key)) {
      return [{ path: `${path}.${key}`, must: "have a name of letters, digits and underscores", got: key }];
    }
    const table = taken.get(key);
    return table === undefined
      ? []
      : [{ path: `${path}.${key} and tables.${table}`, must: "not both be given: the table's name is that variable" }];
  });
}
