import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { DnsRecord } from "../certificates/dns-certificate";
import type { EdgeFrontDoorArgs } from "./args";
import { originUses, resolveEdgeFrontDoor } from "./config";
import { createDistributions } from "./distribution";
import { createAliasRecords } from "./domain/alias-records";
import { createCertificate } from "./domain/certificate";
import { createEncryptionKey, openEncryptionKey } from "./encryption";
import { createFirewall } from "./firewall/web-acl";
import { bindOrigins, openOrigins, originOf, routeBucketNames } from "./origins/bind-origins";
import type { RequiredGrant } from "./origins/origin";
import { partScope } from "./routes/part";
import { createAccessLogs, logSources, usesKey } from "./telemetry/access-logs";
import { createLegacyLogs } from "./telemetry/legacy-logs";
import { createMonitoring } from "./telemetry/monitoring";
import { createRealTimeLogs } from "./telemetry/real-time-logs";
import { validateEdgeFrontDoor } from "./validate";
import { anycastIpListId } from "./viewers/anycast";
import { createResponseHeaders } from "./viewers/response-headers";
import { createViewerTrust } from "./viewers/viewer-mtls";

/**
 * A website or API on CloudFront, ready for production: private origins, TLS certificate and DNS records, firewall,
 * security headers and logs.
 *
 * ```ts
 * const site = new EdgeFrontDoor("site", {
 *   origin: s3Origin(),
 *   domain: { name: "www.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
 * });
 * export const url = site.url;
 * ```
 *
 * What it creates, what it costs when idle and what a change replaces: `README.md` beside this file.
 */
export class EdgeFrontDoor extends pulumi.ComponentResource {
  static readonly __pulumiType = "causeway:index:EdgeFrontDoor";

  /** Where viewers find it: the domain, or the distribution's own name as long as no certificate covers the domain. */
  public readonly url: pulumi.Output<string>;
  public readonly distributionId: pulumi.Output<string>;
  public readonly distributionArn: pulumi.Output<string>;
  /** The distribution's own name (`d….cloudfront.net`): the target of DNS records made elsewhere. */
  public readonly distributionDomainName: pulumi.Output<string>;
  /** The bucket of the default origin, to upload to; nothing for other origins. */
  public readonly bucketName: pulumi.Output<string | undefined>;
  /** The buckets of routes, by the route's name. A group of origins has that of its primary; what has no bucket is absent. */
  public readonly routeBucketNames: pulumi.Output<Record<string, string>>;
  /** Records to create by hand so that ACM issues the certificate. Empty with a hosted zone. */
  public readonly validationRecords: pulumi.Output<DnsRecord[]>;
  /** Records to create by hand that point the domain here. Empty with a hosted zone. At a zone's apex, where no CNAME may stand: ALIAS. */
  public readonly aliasRecords: pulumi.Output<DnsRecord[]>;
  /** Statements that policies owned by the caller must contain: those of an existing key or an existing bucket. */
  public readonly requiredGrants: pulumi.Output<RequiredGrant[]>;
  /** The web ACL in front of the distribution; nothing without a firewall. */
  public readonly webAclArn: pulumi.Output<string | undefined>;
  /** The bucket or log group of the access logs; nothing without them. */
  public readonly accessLogArn: pulumi.Output<string | undefined>;

  constructor(name: string, args: EdgeFrontDoorArgs, opts?: pulumi.ComponentResourceOptions) {
    // Before `super`, so that bad arguments leave nothing behind, not even this component.
    const edgeRegion = validateEdgeFrontDoor(name, args, aws.config.region);
    super(EdgeFrontDoor.__pulumiType, name, args, opts);
    const config = resolveEdgeFrontDoor(args);
    const { deletionProtection, retentionDays, tags } = config;
    const scope = partScope({ parent: this, name, edgeRegion, deletionProtection, retentionDays, tags });

    const encryption = createEncryptionKey(scope, config.encryption);
    const origins = bindOrigins(scope, originUses(config), encryption);
    const tls = createCertificate(scope, config.domain, config.minimumProtocolVersion);
    const webAclArn = createFirewall(scope, config.firewall);
    const distributions = createDistributions(config, {
      scope,
      origins,
      tls,
      webAclArn,
      responseHeadersPolicyId: config.responseHeaders
        ? createResponseHeaders(scope, config.responseHeaders)
        : config.responseHeadersPolicyId,
      viewerTrust: createViewerTrust(scope, config.viewerMtls),
      anycastIpListId: anycastIpListId(scope, config.anycastIpList),
      realTimeLogConfigArn: createRealTimeLogs(scope, config.realTimeLogs),
      legacyLogs: createLegacyLogs(scope, config.legacyAccessLogs),
    });
    const { primary: distribution, served } = distributions;
    const aliasRecords = createAliasRecords(scope, config.domain, distribution, config.ipv6);

    const originGrants = openOrigins(served);
    const keyAccess = openEncryptionKey(scope, encryption, {
      distributionArns: served.map(({ distribution: { arn } }) => arn),
      uses: [...origins.values()].map((origin) => origin.encryptionKeyUse),
      logDelivery: usesKey(config.accessLogs),
    });
    const accessLogArn = createAccessLogs(scope, {
      sources: logSources(distribution, config.viewerMtls !== undefined),
      destination: config.accessLogs,
      encryptionKeyArn: encryption.arn,
      ready: keyAccess.ready,
    });
    createMonitoring(scope, config.monitoring, {
      distributionId: distribution.id,
      ownsWebAcl: config.firewall.kind === "managed",
    });

    const [alias] = tls.aliases;
    this.url = pulumi.interpolate`https://${alias ?? distribution.domainName}`;
    this.distributionId = distribution.id;
    this.distributionArn = distribution.arn;
    this.distributionDomainName = distribution.domainName;
    this.bucketName = pulumi.output(originOf(origins, args.origin).bucketName);
    this.routeBucketNames = routeBucketNames(origins, config.content.routes);
    this.validationRecords = tls.validationRecords;
    this.aliasRecords = aliasRecords;
    this.requiredGrants = pulumi.all([...originGrants, ...keyAccess.requiredGrants]);
    this.webAclArn = pulumi.output(webAclArn);
    this.accessLogArn = pulumi.output(accessLogArn);
    this.registerOutputs({
      url: this.url,
      distributionId: this.distributionId,
      distributionArn: this.distributionArn,
      distributionDomainName: this.distributionDomainName,
      bucketName: this.bucketName,
      routeBucketNames: this.routeBucketNames,
      validationRecords: this.validationRecords,
      aliasRecords: this.aliasRecords,
      requiredGrants: this.requiredGrants,
      webAclArn: this.webAclArn,
      accessLogArn: this.accessLogArn,
    });
  }
}
