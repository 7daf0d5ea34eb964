import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { RouteArgs } from "./args";
import type { ViewerTls } from "./certificate";
import type { EdgeFrontDoorConfig } from "./config";
import { FRONT_DOOR_DEFAULTS } from "./defaults";
import type { BoundOrigin, Origin } from "./origins/origin";

export interface DistributionParts {
  readonly origins: ReadonlyMap<Origin, BoundOrigin>;
  readonly tls: ViewerTls;
  readonly webAclArn: pulumi.Output<string> | undefined;
}

/** The distribution itself. Nothing here asks what kind of origin it serves. */
export function createDistribution(
  config: EdgeFrontDoorConfig,
  parts: DistributionParts,
  parent: pulumi.Resource,
): aws.cloudfront.Distribution {
  return new aws.cloudfront.Distribution(
    `${config.name}-distribution`,
    {
      comment: config.name,
      enabled: true,
      aliases: parts.tls.aliases.length > 0 ? [...parts.tls.aliases] : undefined,
      viewerCertificate: parts.tls.viewerCertificate,
      httpVersion: FRONT_DOOR_DEFAULTS.httpVersion,
      isIpv6Enabled: true,
      priceClass: config.priceClass,
      defaultRootObject: config.origin.behavior.defaultRootObject,
      origins: [...parts.origins.values()].map((bound) => bound.origin),
      defaultCacheBehavior: behave(config, parts, config.origin),
      orderedCacheBehaviors: config.routes.map((route) => ({
        pathPattern: route.pathPattern,
        ...behave(config, parts, route.origin, route),
      })),
      webAclId: parts.webAclArn,
      // Required by the API. Countries are not told apart.
      restrictions: { geoRestriction: { restrictionType: "none" } },
      tags: config.tags,
    },
    { parent },
  );
}

function behave(
  config: EdgeFrontDoorConfig,
  parts: DistributionParts,
  origin: Origin,
  route?: RouteArgs,
): aws.types.input.cloudfront.DistributionDefaultCacheBehavior {
  const { behavior } = origin;
  return {
    targetOriginId: originIdOf(parts.origins, origin),
    viewerProtocolPolicy: FRONT_DOOR_DEFAULTS.viewerProtocolPolicy,
    allowedMethods: [...behavior.allowedMethods],
    cachedMethods: ["GET", "HEAD"],
    compress: true,
    cachePolicyId: route?.cachePolicyId ?? behavior.cachePolicyId,
    originRequestPolicyId: route?.originRequestPolicyId ?? behavior.originRequestPolicyId,
    responseHeadersPolicyId: config.responseHeadersPolicyId,
  };
}

function originIdOf(origins: ReadonlyMap<Origin, BoundOrigin>, origin: Origin): pulumi.Input<string> {
  const bound = origins.get(origin);
  if (bound === undefined) {
    throw new Error("An origin is used by a route but was never bound");
  }
  return bound.origin.originId;
}
