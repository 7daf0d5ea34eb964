// What CloudFront does not do together, as data: one row a pair. What the arguments' types rule out is not here: a VPC origin has no
// ipAddressType and no client certificate, a function's URL no port. Viewer mTLS on CloudFront's own name is not refused: the example
// of its page uses the default certificate.

import type { Problem } from "../../errors";
import { Feature, type FeatureUse } from "./features";

export interface Incompatibility {
  readonly one: Feature;
  readonly other: Feature;
  /** Whether it matters in one behavior or anywhere in the distribution. */
  readonly within: "behavior" | "distribution";
  /** Continues "must not be combined: ". */
  readonly why: string;
  /** Continues "use ". */
  readonly wayOut: string;
  /** The page that says so. */
  readonly source: string;
}

const DEVELOPER_GUIDE = "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide";

const SOURCES = {
  grpc: `${DEVELOPER_GUIDE}/distribution-using-grpc.html`,
  vpcOrigin: `${DEVELOPER_GUIDE}/private-content-vpc-origins.html`,
  failover: `${DEVELOPER_GUIDE}/high_availability_origin_failover.html`,
  originMtls: `${DEVELOPER_GUIDE}/origin-enable-mtls-distributions.html`,
  edgeFunctions: `${DEVELOPER_GUIDE}/edge-function-restrictions-all.html`,
  accessControl: `${DEVELOPER_GUIDE}/private-content-restricting-access-to-s3.html`,
  anycast: `${DEVELOPER_GUIDE}/request-static-ips.html`,
  viewerMtls: `${DEVELOPER_GUIDE}/mtls-authentication.html`,
  continuousDeployment: `${DEVELOPER_GUIDE}/continuous-deployment-quotas-considerations.html`,
  multiTenant: `${DEVELOPER_GUIDE}/distribution-config-options.html`,
  tlsPolicy: `${DEVELOPER_GUIDE}/secure-connections-supported-viewer-protocols-ciphers.html`,
  ipSets: "https://docs.aws.amazon.com/waf/latest/developerguide/waf-ip-set-creating.html",
  referrerPolicy: "https://www.w3.org/TR/referrer-policy/#referrer-policy-no-referrer",
} as const;

export const INCOMPATIBILITIES: readonly Incompatibility[] = [
  ...behavior(Feature.Grpc, SOURCES.grpc, [
    [
      Feature.VpcOrigin,
      "CloudFront speaks no gRPC to VPC origins",
      "loadBalancerOrigin or grpcOrigin for a public load balancer",
    ],
    [Feature.OriginGroup, "gRPC calls do not fail over", "one grpcOrigin"],
    [Feature.LambdaViewerTrigger, "Lambda@Edge does not see gRPC calls", "a CloudFront Function"],
    [Feature.LambdaOriginTrigger, "Lambda@Edge does not see gRPC calls", "a CloudFront Function"],
    [Feature.OriginShield, "gRPC calls go past Origin Shield", "an origin without originShieldRegion"],
    [Feature.OriginMtls, "CloudFront shows no certificate with gRPC calls", "an origin without clientCertificateArn"],
    [Feature.NoPost, "gRPC calls are POST requests", "a grpcOrigin with allowedMethods AllowedMethods.All"],
  ]),
  ...distribution(Feature.Grpc, SOURCES.grpc, [
    [
      Feature.ErrorPages,
      "error pages of a distribution would replace gRPC's own errors",
      "a front door of its own for gRPC",
    ],
    [Feature.Http1Only, "gRPC needs HTTP/2", "httpVersion HttpVersion.Http2 or Http2And3"],
  ]),
  ...behavior(Feature.VpcOrigin, SOURCES.vpcOrigin, [
    [
      Feature.LambdaOriginTrigger,
      "Lambda@Edge on origin events does not work with VPC origins",
      "functions on viewer events",
    ],
  ]),
  ...behavior(Feature.OriginGroup, SOURCES.failover, [
    [
      Feature.Writes,
      "only GET, HEAD and OPTIONS fail over",
      "a route of its own with one origin for requests that write, and AllowedMethods.ReadAndOptions here",
    ],
  ]),
  ...behavior(Feature.OriginMtls, SOURCES.originMtls, [
    [
      Feature.LambdaOriginTrigger,
      "Lambda@Edge on origin events does not work with origin mTLS",
      "functions on viewer events",
    ],
  ]),
  ...behavior(Feature.SignedHost, SOURCES.accessControl, [
    [
      Feature.ForwardedHost,
      "the policy forwards Host, and the origin checks a signature over its own",
      "OriginRequestPolicy.AllViewerExceptHostHeader and CachePolicy.CachingOptimized or CachingDisabled",
    ],
  ]),
  ...behavior(Feature.ViewerFunction, SOURCES.edgeFunctions, [
    [
      Feature.LambdaViewerTrigger,
      "the functions on viewer events of one behavior are of one kind",
      "CloudFront Functions on viewer events, Lambda@Edge on origin events",
    ],
  ]),
  ...behavior(Feature.ViewerRequestRouting, SOURCES.edgeFunctions, [
    [
      Feature.ViewerRequestFunction,
      "there is one function on viewer requests",
      "your own function that also rewrites paths, and WebsiteRouting.Files",
    ],
  ]),
  ...distribution(Feature.IdentityOnNewBucket, SOURCES.accessControl, [
    [
      Feature.SseKms,
      "objects encrypted with a key of KMS cannot be read through an identity",
      'originAccessPhase "switchOrigin" first',
    ],
  ]),
  ...distribution(Feature.AnycastIpList, SOURCES.anycast, [
    [
      Feature.ReducedPriceClass,
      "Anycast addresses are served by all edge locations",
      "priceClass PriceClass.All, or leave it out",
    ],
  ]),
  ...distribution(Feature.AnycastIpv4, SOURCES.anycast, [
    [Feature.Ipv6, "the list has no IPv6 addresses", "ipv6: false, or isDualStack: true for a list that has them"],
  ]),
  ...distribution(Feature.ViewerMtls, SOURCES.viewerMtls, [
    [Feature.Http3, "viewers' certificates are not asked for over HTTP/3", "httpVersion HttpVersion.Http2"],
  ]),
  ...distribution(Feature.ContinuousDeployment, SOURCES.continuousDeployment, [
    [Feature.Http3, "a distribution with HTTP/3 cannot share its traffic", "httpVersion HttpVersion.Http2"],
    [
      Feature.ResponseCompletionTimeout,
      "continuous deployment does not take it",
      "an origin without responseCompletionTimeoutSeconds",
    ],
  ]),
  ...distribution(Feature.IpAllowListIpv4Only, SOURCES.ipSets, [
    [Feature.Ipv6, "all viewers with an IPv6 address would be locked out", "allowedAddresses.ipv6, or ipv6: false"],
  ]),
  ...distribution(Feature.HotlinkProtection, SOURCES.referrerPolicy, [
    [
      Feature.NoReferrer,
      "browsers would send no Referer from your own pages either",
      "referrerPolicy ReferrerPolicy.StrictOriginWhenCrossOrigin",
    ],
  ]),
  ...distribution(Feature.MultiTenant, SOURCES.multiTenant, [
    [Feature.Grpc, "multi-tenant distributions speak no gRPC", "an EdgeFrontDoor for gRPC"],
    [Feature.OriginAccessIdentity, "multi-tenant distributions have no identities", 'originAccessPhase "oac"'],
    [
      Feature.SharedVpcOrigin,
      "the provider has no ownerAccountId for multi-tenant distributions",
      "a VPC origin of this account, given without ownerAccountId",
    ],
  ]),
  ...distribution(Feature.TlsPolicy, SOURCES.tlsPolicy, [
    [
      Feature.NoCertificate,
      "CloudFront fixes the TLS policy of its own cloudfront.net names",
      "domain, or leave minimumProtocolVersion out",
    ],
  ]),
];

type Row = readonly [other: Feature, why: string, wayOut: string];

function behavior(one: Feature, source: string, rows: readonly Row[]): Incompatibility[] {
  return rows.map(([other, why, wayOut]) => ({ one, other, within: "behavior", why, wayOut, source }));
}

function distribution(one: Feature, source: string, rows: readonly Row[]): Incompatibility[] {
  return rows.map(([other, why, wayOut]) => ({ one, other, within: "distribution", why, wayOut, source }));
}

/** Every contradiction once, naming both arguments. */
export function checkCompatibility(uses: readonly FeatureUse[]): Problem[] {
  const problems = new Map<string, Problem>();
  for (const { one, other, within, why, wayOut } of INCOMPATIBILITIES) {
    for (const left of uses.filter(({ feature }) => feature === one)) {
      for (const right of uses.filter(({ feature }) => feature === other)) {
        if (within === "behavior" && left.behavior !== right.behavior) {
          continue;
        }
        const path = left.path === right.path ? left.path : `${left.path} and ${right.path}`;
        problems.set(`${path} ${one} ${other}`, { path, must: `not combine ${one} and ${other}: ${why}`, use: wayOut });
      }
    }
  }
  return [...problems.values()];
}
