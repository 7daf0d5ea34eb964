import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Content, EdgeFrontDoorConfig } from "./config";
import { attachedPolicy, createContinuousDeploymentPolicy } from "./continuous-deployment";
import type { ViewerTls } from "./domain/certificate";
import { originsOf } from "./origins/bind-origins";
import type { BoundOrigin, DistributionIdentity } from "./origins/origin";
import { type BehaviorParts, describeBehavior } from "./routes/behavior";
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
  /** All that ask origins. */
  readonly identities: readonly DistributionIdentity[];
}

/** The distribution and, during a continuous deployment, its staging twin. Nothing here asks what kind of origin they serve. */
export function createDistributions(config: EdgeFrontDoorConfig, parts: DistributionParts): Distributions {
  if (config.staging === undefined) {
    return identified(createDistribution("distribution", config, config.content, parts));
  }
  const { scope } = parts;
  const { deployment, content } = config.staging;
  const staging = createDistribution("staging-distribution", config, content, parts, { staging: true });
  const policy = createContinuousDeploymentPolicy(scope, deployment, staging);
  const primary = createDistribution("distribution", config, config.content, parts, {
    continuousDeploymentPolicyId: attachedPolicy(deployment, policy),
  });
  return identified(primary, staging);
}

function identified(primary: aws.cloudfront.Distribution, staging?: aws.cloudfront.Distribution): Distributions {
  return {
    primary,
    identities: [
      { role: "distribution", arn: primary.arn },
      ...(staging ? [{ role: "staging", arn: staging.arn }] : []),
    ],
  };
}

function createDistribution(
  role: string,
  config: EdgeFrontDoorConfig,
  content: Content,
  parts: DistributionParts,
  more: Pick<aws.cloudfront.DistributionArgs, "staging" | "continuousDeploymentPolicyId"> = {},
): aws.cloudfront.Distribution {
  const { scope, tls, legacyLogs } = parts;
  const bound = originsOf(parts.origins, [content.defaultBehavior, ...content.routes]);
  const originGroups = bound.flatMap((origin) => origin.originGroups);
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
      originGroups: originGroups.length > 0 ? originGroups : undefined,
      defaultCacheBehavior: describeBehavior(content.defaultBehavior, parts),
      orderedCacheBehaviors: content.routes.map((route) => ({
        pathPattern: route.pathPattern,
        ...describeBehavior(route, parts),
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
    { parent: scope.parent, dependsOn: readyFor(bound, legacyLogs) },
  );
}

function readyFor(bound: readonly BoundOrigin[], legacyLogs: LegacyLogs | undefined): pulumi.Resource[] | undefined {
  const ready = [...bound.flatMap((origin) => origin.ready), ...(legacyLogs?.ready ?? [])];
  return ready.length > 0 ? ready : undefined;
}
