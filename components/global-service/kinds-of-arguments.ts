// The kind of every argument of a service. What the values say is checked after that.

import { anyObject, flag, input, list, number, object, record, text } from "../argument-kinds";
import type { DomainArgs } from "../edge-front-door/domain/domain-args";
import { SECRET_HEADER_KINDS } from "../load-balancing/secret-header";
import type {
  CapacityArgs,
  ContainerArgs,
  FaultInjectionArgs,
  GlobalFrontDoorArgs,
  GlobalServiceArgs,
  GlobalTableArgs,
  KeyAttribute,
  OriginDomainArgs,
  ScalingArgs,
  ServiceRegionArgs,
} from "./global-service-args";

const key = object<KeyAttribute>({ name: text, type: text });

/** What the front door says of the rest is its own. */
const frontDoor = object<Pick<GlobalFrontDoorArgs, "readPaths" | "readBehavior" | "routes" | "domain">>({
  readPaths: list(text),
  readBehavior: anyObject,
  routes: list(anyObject),
  domain: object<Pick<DomainArgs, "name" | "alternativeNames">>({ name: text, alternativeNames: list(text) }),
});

export const SERVICE_KINDS = object<Partial<GlobalServiceArgs>>({
  regions: list(
    object<ServiceRegionArgs>({ region: text, cidrBlock: text, availabilityZoneIds: list(text), runsTasks: flag }),
  ),
  homeRegion: text,
  allowedRegions: list(text),
  container: object<ContainerArgs>({
    imageDigest: text,
    port: number,
    healthCheckPath: text,
    cpu: number,
    memory: number,
    readonlyRootFilesystem: flag,
    environment: record(input),
  }),
  tables: record(object<GlobalTableArgs>({ partitionKey: key, sortKey: key, ttlAttribute: text })),
  originDomain: object<OriginDomainArgs>({ name: text, hostedZoneId: input }),
  secretHeader: SECRET_HEADER_KINDS,
  capacity: object<CapacityArgs>({
    kind: text,
    onDemandBase: number,
    spotPercent: number,
    instanceTypes: list(text),
    maxInstances: number,
  }),
  scaling: object<ScalingArgs>({ minTasks: number, maxTasks: number, cpuPercent: number }),
  frontDoor,
  manageImageReplication: flag,
  internetAccess: flag,
  faultInjection: object<FaultInjectionArgs>({ experiments: list(text), durationMinutes: number }),
  retentionDays: number,
  deletionProtection: flag,
  tags: record(input),
});
