// The shapes in which a multi-tenant distribution declares what an ordinary one declares otherwise. Pure.

import type * as aws from "@pulumi/aws";
import type { DeclaredOrigin, DeclaredOriginGroup } from "../origins/origin";
import { type BoundBehavior, ofKind, orNothing } from "../routes/behavior";
import type { ErrorPageArgs } from "../viewers/error-pages";
import { describeErrorPages } from "../viewers/error-pages";
import { describeGeoRestriction, type GeoRestrictionArgs } from "../viewers/geo-restriction";

type TenantedOrigin = aws.types.input.cloudfront.MultitenantDistributionOrigin;

export function tenantedOrigin(origin: DeclaredOrigin): TenantedOrigin {
  const { customHeaders, customOriginConfig, originShield, vpcOriginConfig } = origin;
  return {
    id: origin.originId,
    domainName: origin.domainName,
    originPath: origin.originPath,
    originAccessControlId: origin.originAccessControlId,
    connectionAttempts: origin.connectionAttempts,
    connectionTimeout: origin.connectionTimeout,
    // Left out, there is no limit. Providers without hashicorp/terraform-provider-aws#46329 then say 30 seconds.
    responseCompletionTimeout: origin.responseCompletionTimeout,
    customHeaders: customHeaders?.map(({ name, value }) => ({ headerName: name, headerValue: value })),
    customOriginConfigs: customOriginConfig && [customOriginConfig],
    originShields: originShield && [originShield],
    vpcOriginConfigs: vpcOriginConfig && [
      {
        vpcOriginId: vpcOriginConfig.vpcOriginId,
        originReadTimeout: vpcOriginConfig.originReadTimeout,
        originKeepaliveTimeout: vpcOriginConfig.originKeepaliveTimeout,
      },
    ],
  };
}

export function tenantedOriginGroup({
  originId,
  failoverCriteria,
  members,
}: DeclaredOriginGroup): aws.types.input.cloudfront.MultitenantDistributionOriginGroup {
  return { id: originId, failoverCriteria, members };
}

export function tenantedBehavior({
  allowedMethods,
  cachedMethods,
  keyGroupIds,
  functions,
  grpc: _neverWithTenants,
  ...settings
}: BoundBehavior): aws.types.input.cloudfront.MultitenantDistributionDefaultCacheBehavior {
  return {
    ...settings,
    allowedMethods: { items: allowedMethods, cachedMethods },
    trustedKeyGroups: keyGroupIds.length > 0 ? { enabled: true, items: keyGroupIds } : undefined,
    functionAssociations: orNothing(
      ofKind(functions, "CloudFront Function").map(({ eventType, arn }) => ({ eventType, functionArn: arn })),
    ),
    lambdaFunctionAssociations: orNothing(
      ofKind(functions, "Lambda@Edge").map(({ eventType, arn, includeBody }) => ({
        eventType,
        lambdaFunctionArn: arn,
        includeBody,
      })),
    ),
  };
}

export function tenantedErrorPages(
  pages: readonly ErrorPageArgs[],
): aws.types.input.cloudfront.MultitenantDistributionCustomErrorResponse[] | undefined {
  return describeErrorPages(pages)?.map(({ responseCode, ...page }) => ({
    ...page,
    responseCode: responseCode === undefined ? undefined : String(responseCode),
  }));
}

export function tenantedGeoRestriction(
  geo: GeoRestrictionArgs | undefined,
): aws.types.input.cloudfront.MultitenantDistributionRestrictionsGeoRestriction {
  const { restrictionType, locations } = describeGeoRestriction(geo);
  return { restrictionType, items: locations };
}
