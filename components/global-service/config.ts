import type { Tags } from "../aws/tags";
import type { SecretHeader } from "../load-balancing/secret-header";
import { CAPACITY_DEFAULTS, CONTAINER_DEFAULTS, FAULT_DEFAULTS, SCALING_DEFAULTS, SERVICE_DEFAULTS } from "./defaults";
import {
  type CapacityArgs,
  CapacityKind,
  type ContainerArgs,
  FaultInjectionExperiment,
  type GlobalFrontDoorArgs,
  type GlobalServiceArgs,
  type GlobalTableArgs,
  type OriginDomainArgs,
  type ScalingArgs,
  type ServiceRegionArgs,
} from "./global-service-args";

/** The arguments with every default filled in: what the tiers work from. */
export interface GlobalServiceConfig {
  readonly regions: readonly ServiceRegionArgs[];
  readonly homeRegion: string;
  readonly container: Required<Omit<ContainerArgs, "imageDigest">> & Pick<ContainerArgs, "imageDigest">;
  readonly tables: Readonly<Record<string, GlobalTableArgs>>;
  readonly originDomain: OriginDomainArgs;
  readonly secretHeader: SecretHeader;
  readonly capacity: Required<CapacityArgs>;
  readonly scaling: Required<ScalingArgs>;
  readonly frontDoor: GlobalFrontDoorArgs | undefined;
  readonly manageImageReplication: boolean;
  readonly internetAccess: boolean;
  readonly faults: FaultInjectionPlan | undefined;
  readonly retentionDays: number;
  readonly deletionProtection: boolean;
  readonly tags: Tags | undefined;
}

export interface FaultInjectionPlan {
  readonly experiments: readonly FaultInjectionExperiment[];
  readonly durationMinutes: number;
}

/** Fills in every default. The arguments have been validated, so contradictions do not occur. */
export function resolveGlobalService(args: GlobalServiceArgs): GlobalServiceConfig {
  const { container, capacity, scaling, faultInjection } = args;
  return {
    regions: args.regions,
    homeRegion: args.homeRegion,
    container: {
      imageDigest: container.imageDigest,
      port: container.port,
      healthCheckPath: container.healthCheckPath ?? CONTAINER_DEFAULTS.healthCheckPath,
      cpu: container.cpu ?? CONTAINER_DEFAULTS.cpu,
      memory: container.memory ?? CONTAINER_DEFAULTS.memory,
      readonlyRootFilesystem: container.readonlyRootFilesystem ?? CONTAINER_DEFAULTS.readonlyRootFilesystem,
      environment: container.environment ?? {},
    },
    tables: args.tables ?? {},
    originDomain: args.originDomain,
    secretHeader: args.secretHeader,
    capacity: {
      kind: capacity?.kind ?? CapacityKind.Fargate,
      onDemandBase: capacity?.onDemandBase ?? CAPACITY_DEFAULTS.onDemandBase,
      spotPercent: capacity?.spotPercent ?? CAPACITY_DEFAULTS.spotPercent,
      instanceTypes: capacity?.instanceTypes ?? [...CAPACITY_DEFAULTS.instanceTypes],
      maxInstances: capacity?.maxInstances ?? CAPACITY_DEFAULTS.maxInstances,
    },
    scaling: {
      minTasks: scaling?.minTasks ?? SCALING_DEFAULTS.minTasks,
      maxTasks: scaling?.maxTasks ?? SCALING_DEFAULTS.maxTasks,
      cpuPercent: scaling?.cpuPercent ?? SCALING_DEFAULTS.cpuPercent,
    },
    frontDoor: args.frontDoor,
    manageImageReplication: args.manageImageReplication ?? SERVICE_DEFAULTS.manageImageReplication,
    internetAccess: args.internetAccess ?? SERVICE_DEFAULTS.internetAccess,
    faults: faultInjection && {
      experiments: faultInjection.experiments ?? Object.values(FaultInjectionExperiment),
      durationMinutes: faultInjection.durationMinutes ?? FAULT_DEFAULTS.durationMinutes,
    },
    retentionDays: args.retentionDays ?? SERVICE_DEFAULTS.retentionDays,
    deletionProtection: args.deletionProtection ?? SERVICE_DEFAULTS.deletionProtection,
    tags: args.tags,
  };
}

/** What CloudFront asks when the nearest Region fails: the same name with each Region's neighbour behind it. */
export function fallbackName({ name }: Pick<OriginDomainArgs, "name">): string {
  return `fallback-${name}`;
}
