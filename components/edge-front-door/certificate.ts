import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { withoutWildcard } from "../aws/domain-names";
import type { EdgeFrontDoorConfig } from "./config";
import { VALIDATION_RECORD_TTL_SECONDS } from "./defaults";

/** A DNS record that somebody has to create. */
export interface DnsRecord {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/** What viewers meet at the TLS handshake. */
export interface ViewerTls {
  /** Names the distribution answers for. Empty as long as no certificate covers them. */
  readonly aliases: readonly string[];
  readonly viewerCertificate: aws.types.input.cloudfront.DistributionViewerCertificate;
  /** Records that prove the domain and that are not created here. */
  readonly validationRecords: pulumi.Output<DnsRecord[]>;
}

/** Finds or requests the certificate. CloudFront takes certificates of the edge Region only, wherever the stack is. */
export function createCertificate(config: EdgeFrontDoorConfig, parent: pulumi.Resource): ViewerTls {
  const plan = config.certificate;
  switch (plan.kind) {
    case "none":
      return onCloudFrontName(pulumi.output([]));
    case "existing":
      return onDomain(config, plan.arn, pulumi.output([]));
    case "hosted-zone": {
      const certificate = requestCertificate(config, parent);
      const records = createValidationRecords(config, certificate, plan.hostedZoneId, parent);
      const fqdns = records.map((record) => record.fqdn);
      return onDomain(config, awaitIssue(config, certificate, fqdns, parent), pulumi.output([]));
    }
    case "external-dns": {
      const certificate = requestCertificate(config, parent);
      const records = validationRecords(config, certificate);
      return plan.recordsCreated
        ? onDomain(config, awaitIssue(config, certificate, undefined, parent), records)
        : onCloudFrontName(records);
    }
    default:
      return unreachable(plan);
  }
}

function onDomain(
  config: EdgeFrontDoorConfig,
  certificateArn: pulumi.Input<string>,
  validationRecords: pulumi.Output<DnsRecord[]>,
): ViewerTls {
  return {
    aliases: config.domainNames,
    viewerCertificate: {
      acmCertificateArn: certificateArn,
      minimumProtocolVersion: config.minimumProtocolVersion,
      // The alternative, an address of its own ("vip"), costs hundreds of dollars a month.
      sslSupportMethod: "sni-only",
    },
    validationRecords,
  };
}

function onCloudFrontName(validationRecords: pulumi.Output<DnsRecord[]>): ViewerTls {
  return { aliases: [], viewerCertificate: { cloudfrontDefaultCertificate: true }, validationRecords };
}

function requestCertificate(config: EdgeFrontDoorConfig, parent: pulumi.Resource): aws.acm.Certificate {
  const [domainName, ...alternativeNames] = config.domainNames;
  return new aws.acm.Certificate(
    `${config.name}-certificate`,
    {
      region: config.edgeRegion,
      domainName,
      subjectAlternativeNames: alternativeNames.length > 0 ? alternativeNames : undefined,
      validationMethod: "DNS",
      tags: config.tags,
    },
    { parent },
  );
}

/**
 * The ARN of the certificate once it is issued. The distribution must wait for this one: the certificate's own ARN exists
 * long before CloudFront accepts it (hashicorp/terraform-provider-aws#34950).
 */
function awaitIssue(
  config: EdgeFrontDoorConfig,
  certificate: aws.acm.Certificate,
  validationRecordFqdns: pulumi.Output<string>[] | undefined,
  parent: pulumi.Resource,
): pulumi.Output<string> {
  return new aws.acm.CertificateValidation(
    `${config.name}-certificate-validation`,
    { region: config.edgeRegion, certificateArn: certificate.arn, validationRecordFqdns },
    { parent },
  ).certificateArn;
}

/** One record per declared name, known before the certificate is; a wildcard and its apex share theirs. */
function provenNames(config: EdgeFrontDoorConfig): string[] {
  return [...new Set(config.domainNames.map(withoutWildcard))];
}

function createValidationRecords(
  config: EdgeFrontDoorConfig,
  certificate: aws.acm.Certificate,
  zoneId: pulumi.Input<string>,
  parent: pulumi.Resource,
): aws.route53.Record[] {
  return provenNames(config).map((name) => {
    const record = validationRecord(certificate, name);
    return new aws.route53.Record(
      `${config.name}-validation-${name}`,
      {
        zoneId,
        name: record.name,
        type: record.type,
        records: [record.value],
        ttl: VALIDATION_RECORD_TTL_SECONDS,
        // Every certificate of an account for a name is proved by the same record, which may exist already.
        allowOverwrite: true,
      },
      { parent },
    );
  });
}

function validationRecords(config: EdgeFrontDoorConfig, certificate: aws.acm.Certificate): pulumi.Output<DnsRecord[]> {
  return pulumi.all(provenNames(config).map((name) => validationRecord(certificate, name)));
}

/** ACM lists its options in no particular order, so they are found by name. */
function validationRecord(certificate: aws.acm.Certificate, name: string): pulumi.Output<DnsRecord> {
  return certificate.domainValidationOptions.apply((options) => {
    const option = options.find((candidate) => withoutWildcard(candidate.domainName) === name);
    if (option === undefined) {
      throw new Error(`ACM offered no validation record for ${name}`);
    }
    return { name: option.resourceRecordName, type: option.resourceRecordType, value: option.resourceRecordValue };
  });
}

function unreachable(plan: never): never {
  throw new Error(`Unknown certificate plan ${JSON.stringify(plan)}`);
}
