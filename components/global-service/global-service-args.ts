import type * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../aws/tags";
import type { EdgeFrontDoorArgs } from "../edge-front-door/args";
import type { BehaviorArgs } from "../edge-front-door/routes/behavior-args";
import type { SecretHeader } from "../load-balancing/secret-header";

/** One Region in which the service runs. */
export interface ServiceRegionArgs {
  /** Such as `eu-central-1`. */
  region: string;
  /** Addresses of its network, /16 to /22, of which no two Regions share any. Changing it replaces the network. */
  cidrBlock: string;
  /**
   * Two to eight, by their ids, such as `euc1-az1`: names mean another zone in each account. Add new ones at the end: a zone's
   * addresses follow from its place.
   */
  availabilityZoneIds: string[];
  /**
   * False makes everything but the service itself. ECR copies to a new Region only what is pushed once its repository is there: add the
   * Region with false, push the image again under another tag, and leave this out then. @default true
   */
  runsTasks?: boolean;
}

export const CapacityKind = {
  /** Containers without servers. A share of them on Spot, which AWS takes back with two minutes' notice. */
  Fargate: "fargate",
  /** Instances with Graviton processors, all on Spot. Cheaper from a few dozen containers on. */
  Ec2Spot: "ec2-spot",
} as const;
export type CapacityKind = (typeof CapacityKind)[keyof typeof CapacityKind];

export interface CapacityArgs {
  /** @default CapacityKind.Fargate */
  kind?: CapacityKind;
  /** Tasks that never run on Spot. Only for Fargate. @default 1 */
  onDemandBase?: number;
  /** Share of the other tasks that runs on Spot, 0 to 100 percent. Only for Fargate. @default 50 */
  spotPercent?: number;
  /** Graviton types that may be used; more of them find Spot capacity sooner. Only for `Ec2Spot`. @default ["m7g.large", "m6g.large", "c7g.xlarge"] */
  instanceTypes?: string[];
  /** Only for `Ec2Spot`. @default 10 */
  maxInstances?: number;
}

export interface ScalingArgs {
  /** In each Region. @default 2 */
  minTasks?: number;
  /** In each Region. @default 10 */
  maxTasks?: number;
  /** Average that tasks are added and removed for, in percent. @default 60 */
  cpuPercent?: number;
}

export interface ContainerArgs {
  /**
   * What runs, by its digest (`sha256:…`), so that every Region runs the same. Push the image to `repositoryUrl` first: without a
   * digest everything but the service itself is made. @default - no service yet
   */
  imageDigest?: string;
  /** On which it listens, for HTTP. */
  port: number;
  /** Answers 200 when the container can serve. @default "/health" */
  healthCheckPath?: string;
  /** CPU units of a task, 256 to 16384; 1024 are one processor. @default 256 */
  cpu?: number;
  /** Megabytes of a task. @default 512 */
  memory?: number;
  /** Whether it can write to no file of its own; one that must, to `/tmp` for instance, needs false. @default true */
  readonlyRootFilesystem?: boolean;
  /** Beside `TABLE_<NAME>` for each table. @default - none */
  environment?: Record<string, pulumi.Input<string>>;
}

export const KeyType = { String: "S", Number: "N", Binary: "B" } as const;
export type KeyType = (typeof KeyType)[keyof typeof KeyType];

export interface KeyAttribute {
  name: string;
  /** @default KeyType.String */
  type?: KeyType;
}

/** A DynamoDB table with a replica in every Region, written anywhere. The last writer wins. */
export interface GlobalTableArgs {
  partitionKey: KeyAttribute;
  sortKey?: KeyAttribute;
  /** Attribute with the time in seconds at which an item is deleted. @default - items stay */
  ttlAttribute?: string;
}

/** The one name by which CloudFront calls the service: Route 53 answers with the Region nearest to the caller that is healthy. */
export interface OriginDomainArgs {
  /** Such as `checkout-origin.example.com`. `fallback-<name>` is used as well. */
  name: string;
  /** Public Route 53 zone of both. */
  hostedZoneId: pulumi.Input<string>;
}

export interface GlobalFrontDoorArgs extends Omit<EdgeFrontDoorArgs, "origin"> {
  /**
   * Paths that only read, such as `/catalog/*`: CloudFront asks the neighbouring Region when the nearest one fails. Their routes are
   * called `read-1` and so on, and come after yours. Only with two Regions or more. @default - none
   */
  readPaths?: string[];
  /** How those are treated. @default - as everything else: not cached */
  readBehavior?: BehaviorArgs;
}

export const FaultInjectionExperiment = {
  /** A zone without power: its subnets lose their network. */
  ZonePowerLoss: "zone-power-loss",
  /** The Region reaches no other one: replication stops. */
  RegionConnectivity: "region-connectivity",
  /** A part of the tasks is stopped. */
  TaskKill: "task-kill",
  /** Tables stop replicating to and from the Region. */
  ReplicationPause: "replication-pause",
} as const;
export type FaultInjectionExperiment = (typeof FaultInjectionExperiment)[keyof typeof FaultInjectionExperiment];

/** Templates of AWS FIS in every Region. They do nothing before somebody starts them, and stop when the service has no healthy task left. */
export interface FaultInjectionArgs {
  /** @default - all */
  experiments?: FaultInjectionExperiment[];
  /** How long a fault lasts. @default 10 */
  durationMinutes?: number;
}

export interface GlobalServiceArgs {
  /** A Region is added by one more entry, at the end. Nothing of the others is replaced or deleted then. */
  regions: ServiceRegionArgs[];
  /** One of them: has the tables that the others replicate, and the images. It never changes. */
  homeRegion: string;
  /** Where data may be. @default - wherever `regions` says */
  allowedRegions?: string[];
  container: ContainerArgs;
  /** By name. @default - none */
  tables?: Record<string, GlobalTableArgs>;
  originDomain: OriginDomainArgs;
  /** Tells the load balancers that a request comes through this front door. */
  secretHeader: SecretHeader;
  /** @default - Fargate, half of it on Spot */
  capacity?: CapacityArgs;
  /** @default - 2 to 10 tasks in each Region, by processor time */
  scaling?: ScalingArgs;
  /** @default - hand `origin()` and `readOrigin()` to one of your own */
  frontDoor?: GlobalFrontDoorArgs;
  /**
   * Whether the component writes the registry's replication configuration, of which an account has one in its home Region: what was
   * there is replaced. With false yours must replicate the repository. @default true
   */
  manageImageReplication?: boolean;
  /** Whether tasks reach the internet, by a NAT gateway in each zone. AWS services they reach anyway. @default false */
  internetAccess?: boolean;
  /** @default - none */
  faultInjection?: FaultInjectionArgs;
  /** Days that logs are kept: one of the values CloudWatch Logs knows. @default 90 */
  retentionDays?: number;
  /** Protects tables, keys, load balancers, images and logs from deletion. @default true */
  deletionProtection?: boolean;
  /** @default - none */
  tags?: Tags;
}
