import type * as pulumi from "@pulumi/pulumi";
import {
  EdgeFrontDoor,
  type EncryptionMode,
  httpOrigin,
  ManagedRuleGroup,
  type RouteArgs,
  RuleAction,
  s3Origin,
  type Tags,
} from "../../components";

export interface WebsiteSettings {
  readonly domainName: string;
  readonly hostedZoneId: string;
  /** Server behind `/api/*`. @default - no API */
  readonly apiDomainName?: string;
  readonly encryption?: EncryptionMode;
  readonly logRetentionDays: number;
  readonly deletionProtection: boolean;
  readonly tags: Tags;
}

export interface WebsiteOutputs {
  url: pulumi.Output<string>;
  distributionId: pulumi.Output<string>;
  distributionDomainName: pulumi.Output<string>;
  /** Where a build uploads the site's files. */
  bucketName: pulumi.Output<string | undefined>;
  accessLogArn: pulumi.Output<string | undefined>;
}

/** A static website in a private bucket, with the API it calls under the same domain: no CORS, one certificate. */
export function deployWebsite(name: string, settings: WebsiteSettings): WebsiteOutputs {
  const { domainName, hostedZoneId, apiDomainName, encryption, deletionProtection, tags } = settings;
  const site = new EdgeFrontDoor(name, {
    domain: { name: domainName, hostedZoneId },
    origin: s3Origin(),
    routes: apiDomainName ? [apiRoute(apiDomainName)] : [],
    // An API takes bodies over 8 KB, which the core rule group would block; the rule still counts them.
    firewall: apiDomainName ? { ruleOverrides: COUNT_LARGE_BODIES } : {},
    logging: { retentionDays: settings.logRetentionDays },
    encryption,
    deletionProtection,
    tags,
  });
  return {
    url: site.url,
    distributionId: site.distributionId,
    distributionDomainName: site.distributionDomainName,
    bucketName: site.bucketName,
    accessLogArn: site.accessLogArn,
  };
}

const COUNT_LARGE_BODIES = { [ManagedRuleGroup.Core]: { SizeRestrictions_BODY: RuleAction.Count } };

function apiRoute(domainName: string): RouteArgs {
  return { name: "api", pathPattern: "/api/*", origin: httpOrigin({ domainName }) };
}
