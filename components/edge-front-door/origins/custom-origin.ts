// What all origins have in common that CloudFront calls custom: servers that are spoken to over HTTPS.

import type * as pulumi from "@pulumi/pulumi";
import { checkMember, checkRange } from "../../argument-checks";
import { checkSound, type Kind } from "../../argument-kinds";
import { CachePolicy, OriginRequestPolicy } from "../../aws/cloudfront-policies";
import { checkOriginPort } from "../../aws/origin-ports";
import { ORIGIN_TLS_PROTOCOLS } from "../../aws/tls";
import type { Problem } from "../../errors";
import { Feature } from "../compatibility/features";
import { CUSTOM_ORIGIN_DEFAULTS } from "../defaults";
import { checkEdgeArn } from "../domain/check-edge-arn";
import { AllowedMethods } from "../routes/behavior-args";
import { checkConnection, connectionFeatures, describeConnection, type OriginConnection } from "./connection";
import {
  type BoundOrigin,
  boundOrigin,
  type DeclaredOrigin,
  type Origin,
  type OriginBehavior,
  type OriginCheckContext,
  type OriginFeature,
  type OriginScope,
} from "./origin";

export const IpAddressType = {
  Ipv4: "ipv4",
  Ipv6: "ipv6",
  /** CloudFront uses IPv6 where the server has an address. Its firewall must then let both kinds in. */
  DualStack: "dualstack",
} as const;
export type IpAddressType = (typeof IpAddressType)[keyof typeof IpAddressType];

export interface OriginTimeouts {
  /** How long to wait for the first and each next packet of an answer, 1 to 120 seconds. @default 30 */
  readTimeoutSeconds?: number;
  /** How long an idle connection is kept, 1 to 120 seconds. @default 5 */
  keepaliveTimeoutSeconds?: number;
}

export interface CustomOriginOptions extends OriginConnection, OriginTimeouts {
  /** 80, 443 or 1024 to 65535. @default 443 */
  httpsPort?: number;
  /** @default IpAddressType.Ipv4 */
  ipAddressType?: IpAddressType;
  /** Certificate in us-east-1 that CloudFront shows to the server (origin mTLS). @default - none */
  clientCertificateArn?: pulumi.Input<string>;
}

/** What makes one kind of server differ from another. */
export interface ServerKind<T extends CustomOriginOptions> {
  /** Read once the options have been checked. */
  readonly domainName: pulumi.Input<string>;
  readonly options: T;
  readonly kinds: Kind<T>;
  readonly behavior: OriginBehavior;
  readonly features?: readonly OriginFeature[];
  /** What is wrong with the options that only this kind has. Those of the wrong kind have been taken out. */
  check(path: string, options: Partial<T>, context: OriginCheckContext): Problem[];
  /** Creates what keeps everybody else out. @default - nothing */
  protect?(scope: OriginScope): ServerProtection;
}

export interface ServerProtection extends Partial<Pick<BoundOrigin, "ready" | "openTo">> {
  readonly originAccessControlId?: pulumi.Output<string>;
  /** Added to the requests, beside the headers of the options. */
  readonly headers?: Record<string, pulumi.Input<string>>;
}

export function serverOrigin<T extends CustomOriginOptions>(kind: ServerKind<T>): Origin {
  return {
    behavior: kind.behavior,
    get options() {
      return { domainName: kind.domainName, ...kind.options };
    },
    features: [...serverFeatures(kind.options ?? {}), ...(kind.features ?? [])],
    check: (path, context) =>
      checkSound(path, kind.options, kind.kinds, (sound) => [
        ...kind.check(path, sound, context),
        ...checkServer(path, sound, context),
      ]),
    bind: (scope) => {
      const { originAccessControlId, headers, ...protection } = kind.protect?.(scope) ?? {};
      const customHeaders = { ...kind.options.customHeaders, ...headers };
      const origin = describeServer(scope.originId, kind.domainName, { ...kind.options, customHeaders });
      return boundOrigin({ ...origin, originAccessControlId }, protection);
    },
  };
}

/** How servers are called unless a route says otherwise. */
export const SERVER_BEHAVIOR: OriginBehavior = {
  allowedMethods: AllowedMethods.All,
  cachePolicyId: CachePolicy.CachingDisabled,
  // The server's certificate and virtual host are for its own name, not for the viewer's.
  originRequestPolicyId: OriginRequestPolicy.AllViewerExceptHostHeader,
};

/** The origin of a server that speaks HTTPS with TLS 1.2 or newer. */
function describeServer(
  originId: string,
  domainName: pulumi.Input<string>,
  options: CustomOriginOptions,
): DeclaredOrigin {
  const { clientCertificateArn } = options;
  return {
    originId,
    domainName,
    ...describeConnection(options),
    customOriginConfig: {
      httpPort: CUSTOM_ORIGIN_DEFAULTS.httpPort,
      httpsPort: options.httpsPort ?? CUSTOM_ORIGIN_DEFAULTS.httpsPort,
      originProtocolPolicy: "https-only",
      originSslProtocols: [...ORIGIN_TLS_PROTOCOLS],
      originReadTimeout: options.readTimeoutSeconds ?? CUSTOM_ORIGIN_DEFAULTS.readTimeoutSeconds,
      originKeepaliveTimeout: options.keepaliveTimeoutSeconds,
      ipAddressType: options.ipAddressType,
      originMtlsConfig: clientCertificateArn === undefined ? undefined : { clientCertificateArn },
    },
  };
}

function serverFeatures(options: CustomOriginOptions): OriginFeature[] {
  return [
    ...connectionFeatures(options),
    ...(options.clientCertificateArn === undefined
      ? []
      : [{ feature: Feature.OriginMtls, option: "clientCertificateArn" }]),
  ];
}

function checkServer(path: string, options: CustomOriginOptions, context: OriginCheckContext): Problem[] {
  return [
    ...checkConnection(path, options, context, options.readTimeoutSeconds ?? CUSTOM_ORIGIN_DEFAULTS.readTimeoutSeconds),
    ...checkOriginPort(`${path}.httpsPort`, options.httpsPort),
    ...checkTimeouts(path, options, context),
    ...checkMember(`${path}.ipAddressType`, options.ipAddressType, IpAddressType),
    ...checkEdgeArn(`${path}.clientCertificateArn`, options.clientCertificateArn, "acm", "certificate/", "certificate"),
  ];
}

export function checkTimeouts(path: string, timeouts: OriginTimeouts, { quotas }: OriginCheckContext): Problem[] {
  return [
    ...checkRange(`${path}.readTimeoutSeconds`, timeouts.readTimeoutSeconds, {
      min: 1,
      max: quotas.originReadTimeoutSeconds,
    }),
    ...checkRange(`${path}.keepaliveTimeoutSeconds`, timeouts.keepaliveTimeoutSeconds, {
      min: 1,
      max: quotas.originKeepaliveTimeoutSeconds,
    }),
  ];
}
