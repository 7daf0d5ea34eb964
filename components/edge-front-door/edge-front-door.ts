import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { createAccessLogs } from "./access-logs";
import type { EdgeFrontDoorArgs } from "./args";
import { createCertificate, type DnsRecord } from "./certificate";
import { resolveEdgeFrontDoor } from "./config";
import { createDistribution } from "./distribution";
import { createAliasRecords } from "./dns";
import { createEncryptionKey, openEncryptionKey } from "./encryption";
import { bindOrigins, openOrigins } from "./origins/bind-origins";
import type { RequiredGrant } from "./origins/origin";
import { validateEdgeFrontDoor } from "./validate";
import { createFirewall } from "./waf";

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
  /** Records to create by hand so that ACM issues the certificate. Empty with a hosted zone. */
  public readonly validationRecords: pulumi.Output<DnsRecord[]>;
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
    const config = resolveEdgeFrontDoor(name, args, edgeRegion);

    const encryption = createEncryptionKey(config, this);
    const origins = bindOrigins(config, encryption, this);
    const tls = createCertificate(config, this);
    const webAclArn = createFirewall(config, this);
    const distribution = createDistribution(config, { origins, tls, webAclArn }, this);
    createAliasRecords(config, distribution, this);

    const originGrants = openOrigins(origins, distribution);
    const readsEncrypted = [...origins.values()].some((origin) => origin.usesEncryptionKey);
    const keyAccess = openEncryptionKey(config, encryption, distribution, readsEncrypted, this);
    const logParts = { distribution, encryptionKeyArn: encryption.arn, ready: keyAccess.ready };
    const accessLogArn = createAccessLogs(config, logParts, this);

    const [alias] = tls.aliases;
    this.url = pulumi.interpolate`https://${alias ?? distribution.domainName}`;
    this.distributionId = distribution.id;
    this.distributionArn = distribution.arn;
    this.distributionDomainName = distribution.domainName;
    this.bucketName = pulumi.output(origins.get(config.origin)?.bucketName);
    this.validationRecords = tls.validationRecords;
    this.requiredGrants = pulumi.all([...originGrants, ...keyAccess.requiredGrants]);
    this.webAclArn = pulumi.output(webAclArn);
    this.accessLogArn = pulumi.output(accessLogArn);
    this.registerOutputs({
      url: this.url,
      distributionId: this.distributionId,
      distributionArn: this.distributionArn,
      distributionDomainName: this.distributionDomainName,
      bucketName: this.bucketName,
      validationRecords: this.validationRecords,
      requiredGrants: this.requiredGrants,
      webAclArn: this.webAclArn,
      accessLogArn: this.accessLogArn,
    });
  }
}
