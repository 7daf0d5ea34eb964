import type { Tags } from "../aws/tags";
import type { EdgeFrontDoorArgs } from "../edge-front-door/args";
import type { SecretHeader } from "../load-balancing/secret-header";
import { VpcOriginIngress } from "../vpc-origin/vpc-origin-args";
import type { PrivateApi } from "./apis/private-api";
import { IDLE_TIMEOUT_MARGIN_SECONDS, PRIVATE_API_DEFAULTS } from "./defaults";
import {
  ApiRouting,
  type OriginCertificateArgs,
  type PrivateApiNetworkArgs,
  type PrivateApiOriginArgs,
} from "./private-api-origin-args";

/** An API with its place behind the load balancer. */
export type MountedApis = readonly {
  readonly name: string;
  /** Its children have no name of their own among the component's. */
  readonly isOnly: boolean;
  readonly api: PrivateApi;
  readonly pathPrefix: string | undefined;
  readonly hostName: string | undefined;
}[];

/** The arguments with every default filled in: what the satellites work from. */
export interface PrivateApiOriginConfig {
  readonly network: PrivateApiNetworkArgs;
  readonly apis: MountedApis;
  readonly certificate: OriginCertificateArgs;
  readonly secretHeader: SecretHeader;
  readonly routing: ApiRouting;
  /** Whether the viewer's `Host` has to reach the load balancer. */
  readonly readsHost: boolean;
  readonly ingress: VpcOriginIngress;
  readonly frontDoor: Omit<EdgeFrontDoorArgs, "origin"> | undefined;
  readonly shareWith: readonly string[] | undefined;
  readonly readTimeoutSeconds: number;
  readonly idleTimeoutSeconds: number;
  readonly manageAccountLogging: boolean;
  readonly retentionDays: number;
  readonly deletionProtection: boolean;
  readonly tags: Tags | undefined;
}

/** What a single API is called. */
export const ONLY_API = "api";

/** Fills in every default. The arguments have been validated, so contradictions do not occur. */
export function resolvePrivateApiOrigin(args: PrivateApiOriginArgs): PrivateApiOriginConfig {
  const readTimeoutSeconds = args.readTimeoutSeconds ?? PRIVATE_API_DEFAULTS.readTimeoutSeconds;
  return {
    network: args.network,
    apis: resolveApis(args),
    certificate: args.certificate,
    secretHeader: args.secretHeader,
    routing: args.routing ?? ApiRouting.ListenerTransform,
    readsHost: readsHost(args),
    ingress: args.ingress ?? VpcOriginIngress.ServiceSecurityGroup,
    frontDoor: args.frontDoor,
    shareWith: args.shareWith,
    readTimeoutSeconds,
    idleTimeoutSeconds: readTimeoutSeconds + IDLE_TIMEOUT_MARGIN_SECONDS,
    manageAccountLogging: args.manageAccountLogging ?? PRIVATE_API_DEFAULTS.manageAccountLogging,
    retentionDays: args.retentionDays ?? PRIVATE_API_DEFAULTS.retentionDays,
    deletionProtection: args.deletionProtection ?? PRIVATE_API_DEFAULTS.deletionProtection,
    tags: args.tags,
  };
}

/** Whether an API is found by the name under which viewers call. */
export function readsHost({ routing, apis }: Pick<Partial<PrivateApiOriginArgs>, "routing" | "apis">): boolean {
  const byHost = Object.values(apis ?? {}).some(({ hostName }) => hostName !== undefined);
  return routing === ApiRouting.CustomDomain || byHost;
}

function resolveApis({ api, apis }: PrivateApiOriginArgs): MountedApis {
  const only =
    api === undefined ? [] : [{ name: ONLY_API, isOnly: true, api, pathPrefix: undefined, hostName: undefined }];
  const several = Object.entries(apis ?? {}).map(([name, mounted]) => ({
    name,
    isOnly: false,
    api: mounted.api,
    pathPrefix: mounted.pathPrefix,
    hostName: mounted.hostName,
  }));
  return [...only, ...several];
}
