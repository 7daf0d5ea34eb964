import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { EdgeFrontDoorConfig } from "./config";
import type { Content } from "./content";
import { attachedPolicy, createContinuousDeploymentPolicy } from "./continuous-deployment";
import type { ViewerTls } from "./domain/certificate";
import { originsOf, type ServedOrigins } from "./origins/bind-origins";
import type { BoundOrigin } from "./origins/origin";
import { type BehaviorParts, bindBehavior, describeBehavior, orNothing } from "./routes/behavior";
import type { LegacyLogs } from "./telemetry/legacy-logs";
import { describeErrorPages } from "./viewers/error-pages";
import { describeGeoRestriction } from "./viewers/geo-restriction";
import type { ViewerTrust } from "./viewers/viewer-mtls";

/** What has been made for the distribution. */
export interface DistributionParts extends BehaviorParts {
  readonly tls: ViewerTls;
  readonly webAclArn: pulumi.Output<string> | undefined;
  readonly viewerTrust: ViewerTrust;
  readonly anycastIpListId: pulumi.Output<string> | undefined;
  readonly legacyLogs: LegacyLogs | undefined;
}

export interface Distributions {
  readonly primary: aws.cloudfront.Distribution;
  /** All of them, with the origins they ask. */
  readonly served: readonly ServedOrigins[];
}

/** The distribution and, during a continuous deployment, its staging twin. Nothing here asks what kind of origin they serve. */
export function createDistributions(config: EdgeFrontDoorConfig, parts: DistributionParts): Distributions {
  const served = (role: string, content: Content, { arn }: aws.cloudfront.Distribution): ServedOrigins => ({
    distribution: { role, arn },
    origins: originsServed(content, parts),
  });
  if (config.staging === undefined) {
    const primary = createDistribution("distribution", config, config.content, parts);
    return { primary, served: [served("distribution", config.content, primary)] };
  }
  const { deployment, content } = config.staging;
  const staging = createDistribution("staging-distribution", config, content, parts, { staging: true });
  const policy = createContinuousDeploymentPolicy(parts.scope, deployment, staging);
  const primary = createDistribution("distribution", config, config.content, parts, {
    continuousDeploymentPolicyId: attachedPolicy(deployment, policy),
    // Even where it names no policy: disabled first, then let go of, and gone before policy and staging distribution.
    dependsOn: [policy],
  });
  return {
    primary,
    served: [served("distribution", config.content, primary), served("staging", content, staging)],
  };
}

function originsServed({ defaultBehavior, routes }: Content, { origins }: DistributionParts): BoundOrigin[] {
  return originsOf(origins, [defaultBehavior, ...routes]);
}

interface DistributionMore extends Pick<aws.cloudfront.DistributionArgs, "staging" | "continuousDeploymentPolicyId"> {
  readonly dependsOn?: pulumi.Resource[];
}

function createDistribution(
  role: string,
  config: EdgeFrontDoorConfig,
  content: Content,
  parts: DistributionParts,
  { dependsOn = [], ...more }: DistributionMore = {},
): aws.cloudfront.Distribution {
  const { scope, tls, legacyLogs } = parts;
  const bound = originsServed(content, parts);
  return new aws.cloudfront.Distribution(
    `${scope.name}-${role}`,
    {
      comment: more.staging ? `${scope.name} (staging)` : scope.name,
      enabled: true,
      // Viewers reach a staging distribution through the other one only.
      aliases: tls.aliases.length > 0 && !more.staging ? [...tls.aliases] : undefined,
      viewerCertificate: tls.viewerCertificate,
      httpVersion: config.httpVersion,
      isIpv6Enabled: config.ipv6,
      anycastIpListId: parts.anycastIpListId,
      priceClass: config.priceClass,
      defaultRootObject: content.defaultBehavior.origin.behavior.defaultRootObject,
      origins: bound.flatMap((origin) => origin.origins),
      originGroups: orNothing(bound.flatMap((origin) => origin.originGroups)),
      defaultCacheBehavior: describeBehavior(bindBehavior(content.defaultBehavior, parts)),
      orderedCacheBehaviors: content.routes.map((route) => ({
        pathPattern: route.pathPattern,
        ...describeBehavior(bindBehavior(route, parts)),
      })),
      customErrorResponses: describeErrorPages(config.errorPages),
      webAclId: parts.webAclArn,
      ...parts.viewerTrust,
      // Required by the API.
      restrictions: { geoRestriction: describeGeoRestriction(config.geoRestriction) },
      loggingConfig: legacyLogs?.loggingConfig,
      ...more,
      tags: scope.tags,
    },
    {
      parent: scope.parent,
      dependsOn: [...bound.flatMap((origin) => origin.ready), ...(legacyLogs?.ready ?? []), ...dependsOn],
    },
  );
}
