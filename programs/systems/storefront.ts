import type * as pulumi from "@pulumi/pulumi";
import {
  type AlarmArgs,
  BucketAccess,
  EdgeFrontDoor,
  type EncryptionMode,
  type FirewallPreset,
  httpOrigin,
  ManagedRuleGroup,
  type RouteArgs,
  RuleAction,
  s3Origin,
  type Tags,
  ViewerProtocolPolicy,
  WebsiteRouting,
} from "../../components";

export interface StorefrontSettings {
  readonly domainName: string;
  readonly hostedZoneId: string;
  /** Server behind `/api/*`. @default - no API */
  readonly apiDomainName?: string;
  readonly encryption?: EncryptionMode;
  /** @default FirewallPreset.Core */
  readonly firewallPreset?: FirewallPreset;
  /** With metrics beyond the free ones. @default - none */
  readonly alarms?: AlarmArgs;
  readonly logRetentionDays: number;
  readonly deletionProtection: boolean;
  readonly tags: Tags;
}

export interface StorefrontOutputs {
  url: pulumi.Output<string>;
  distributionId: pulumi.Output<string>;
  distributionDomainName: pulumi.Output<string>;
  /** Where a build uploads the shop's files. */
  bucketName: pulumi.Output<string | undefined>;
  /** Where the shop's images go. */
  imagesBucketName: pulumi.Output<string | undefined>;
  accessLogArn: pulumi.Output<string | undefined>;
}

/** A shop: a single-page app, its images, which no other site may embed, and the API it calls under the same domain. */
export function deployStorefront(name: string, settings: StorefrontSettings): StorefrontOutputs {
  const { domainName, hostedZoneId, apiDomainName, encryption, alarms, deletionProtection, tags } = settings;
  const shop = new EdgeFrontDoor(name, {
    domain: { name: domainName, hostedZoneId },
    origin: s3Origin(),
    websiteRouting: WebsiteRouting.SinglePageApp,
    routes: [imageRoute(), ...(apiDomainName ? [apiRoute(apiDomainName)] : [])],
    firewall: {
      preset: settings.firewallPreset,
      hotlinkProtection: { pathPrefixes: ["/images/"] },
      // An API takes bodies over 8 KB, which the core rule group would block; the rule still counts them.
      ruleOverrides: apiDomainName ? { [ManagedRuleGroup.Core]: { SizeRestrictions_BODY: RuleAction.Count } } : {},
    },
    logging: { retentionDays: settings.logRetentionDays },
    monitoring: alarms && { additionalMetrics: true, alarms },
    encryption,
    deletionProtection,
    tags,
  });
  return {
    url: shop.url,
    distributionId: shop.distributionId,
    distributionDomainName: shop.distributionDomainName,
    bucketName: shop.bucketName,
    imagesBucketName: shop.routeBucketNames.apply(({ images }) => images),
    accessLogArn: shop.accessLogArn,
  };
}

/** A missing image is a 404 to the app, not a 403: the bucket lets the front door list it. */
function imageRoute(): RouteArgs {
  return { name: "images", pathPattern: "/images/*", origin: s3Origin({ access: [BucketAccess.List] }) };
}

function apiRoute(domainName: string): RouteArgs {
  return {
    name: "api",
    pathPattern: "/api/*",
    origin: httpOrigin({ domainName }),
    viewerProtocolPolicy: ViewerProtocolPolicy.HttpsOnly,
  };
}
