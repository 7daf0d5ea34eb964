import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type FaultInjectionArgs, GlobalService, type ServiceRegionArgs, type Tags } from "../../components";

/** What a stack's config says of it. */
export interface CheckoutConfig {
  readonly domainName: string;
  /** Name by which CloudFront calls the nearest Region. */
  readonly originDomainName: string;
  /** Secret of Secrets Manager: what CloudFront proves itself by to the load balancers. */
  readonly originSecretId: string;
  /** One more entry is one more Region. */
  readonly regions: ServiceRegionArgs[];
  readonly homeRegion: string;
  /** Where data may be. */
  readonly allowedRegions: string[];
  /** What the build pushed last. @default - everything but the service, to push the first image to */
  readonly imageDigest?: string;
}

export interface GlobalAppSettings extends CheckoutConfig {
  readonly hostedZoneId: string;
  /** @default - none */
  readonly faultInjection?: FaultInjectionArgs;
  readonly logRetentionDays: number;
  readonly deletionProtection: boolean;
  readonly tags: Tags;
}

export interface GlobalAppOutputs {
  url: pulumi.Output<string | undefined>;
  /** Where a build pushes images to. */
  repositoryUrl: pulumi.Output<string>;
  tableNames: pulumi.Output<Record<string, string>>;
}

/** A checkout in several Regions: a buyer is served by the nearest one, and reads its catalogue from the next if that one fails. */
export function deployGlobalApp(name: string, settings: GlobalAppSettings): GlobalAppOutputs {
  const { domainName, hostedZoneId, originDomainName, originSecretId, deletionProtection, tags } = settings;
  const app = new GlobalService(name, {
    regions: settings.regions,
    homeRegion: settings.homeRegion,
    allowedRegions: settings.allowedRegions,
    container: { imageDigest: settings.imageDigest, port: 8080 },
    tables: {
      carts: { partitionKey: { name: "buyer" }, ttlAttribute: "expires" },
      orders: { partitionKey: { name: "buyer" }, sortKey: { name: "order" } },
    },
    originDomain: { name: originDomainName, hostedZoneId },
    secretHeader: { value: aws.secretsmanager.getSecretVersionOutput({ secretId: originSecretId }).secretString },
    frontDoor: {
      domain: { name: domainName, hostedZoneId },
      readPaths: ["/catalogue/*"],
      logging: { retentionDays: settings.logRetentionDays },
      deletionProtection,
      tags,
    },
    faultInjection: settings.faultInjection,
    retentionDays: settings.logRetentionDays,
    deletionProtection,
    tags,
  });
  return { url: app.url, repositoryUrl: app.repositoryUrl, tableNames: app.tableNames };
}
