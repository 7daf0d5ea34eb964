import * as aws from "@pulumi/aws";
import type { ViewerTls } from "../domain/certificate";
import { createFirewall } from "../firewall/web-acl";
import { type BoundOrigins, originsOf, type ServedOrigins } from "../origins/bind-origins";
import { bindBehavior, orNothing } from "../routes/behavior";
import type { PartScope } from "../routes/part";
import { createResponseHeaders } from "../viewers/response-headers";
import {
  tenantedBehavior,
  tenantedErrorPages,
  tenantedGeoRestriction,
  tenantedOrigin,
  tenantedOriginGroup,
} from "./multitenant-shapes";
import type { TenantParameterArgs } from "./tenanted-front-door-args";
import type { Tier } from "./tenants-config";

export interface TierParts {
  readonly origins: BoundOrigins;
  readonly tls: ViewerTls;
  readonly parameters: Readonly<Record<string, TenantParameterArgs>>;
}

export interface TierDistribution {
  readonly distribution: aws.cloudfront.MultitenantDistribution;
  readonly served: ServedOrigins;
}

/** One multi-tenant distribution with a web ACL of its own. Children: `<front door>-<tier>-<role>`. */
export function createTier(scope: PartScope, tier: Tier, parts: TierParts): TierDistribution {
  const { parent, tags } = scope;
  const name = `${scope.name}-${tier.name}`;
  const own = { ...scope, name };
  const webAclId = createFirewall(own, tier.firewall);
  const behaviorParts = {
    scope,
    origins: parts.origins,
    responseHeadersPolicyId: tier.responseHeaders
      ? createResponseHeaders(own, tier.responseHeaders)
      : tier.responseHeadersPolicyId,
    realTimeLogConfigArn: undefined,
  };
  const { defaultBehavior, routes } = tier.content;
  const bound = originsOf(parts.origins, [defaultBehavior, ...routes]);
  const ready = bound.flatMap((origin) => origin.ready);
  const distribution = new aws.cloudfront.MultitenantDistribution(
    `${name}-distribution`,
    {
      comment: `${tier.name} tier of ${scope.name}`,
      enabled: true,
      viewerCertificate: parts.tls.viewerCertificate,
      httpVersion: tier.httpVersion,
      defaultRootObject: defaultBehavior.origin.behavior.defaultRootObject,
      origins: bound.flatMap((origin) => origin.origins).map(tenantedOrigin),
      originGroups: orNothing(bound.flatMap((origin) => origin.originGroups).map(tenantedOriginGroup)),
      defaultCacheBehavior: tenantedBehavior(bindBehavior(defaultBehavior, behaviorParts)),
      cacheBehaviors: orNothing(
        routes.map((route) => ({
          pathPattern: route.pathPattern,
          ...tenantedBehavior(bindBehavior(route, behaviorParts)),
        })),
      ),
      customErrorResponses: tenantedErrorPages(tier.errorPages),
      webAclId,
      restrictions: { geoRestriction: tenantedGeoRestriction(tier.geoRestriction) },
      tenantConfig: { parameterDefinitions: orNothing(describeParameters(parts.parameters)) },
      tags,
    },
    { parent, dependsOn: ready.length > 0 ? ready : undefined },
  );
  return { distribution, served: { distribution: { role: tier.name, arn: distribution.arn }, origins: bound } };
}

function describeParameters(parameters: Readonly<Record<string, TenantParameterArgs>>) {
  return Object.entries(parameters).map(([name, { defaultValue, comment }]) => ({
    name,
    definitions: [{ stringSchemas: [{ required: defaultValue === undefined, defaultValue, comment }] }],
  }));
}
