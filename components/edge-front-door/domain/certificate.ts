import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { withoutWildcard } from "../../aws/domain-names";
import type { ViewerTlsPolicy } from "../../aws/tls";
import { VALIDATION_RECORD_TTL_SECONDS } from "../defaults";
import type { FrontDoorScope } from "../scope";
import { type DomainPlan, provenNames } from "./plan-domain";

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
export function createCertificate(
  scope: FrontDoorScope,
  domain: DomainPlan,
  minimumProtocolVersion: ViewerTlsPolicy,
): ViewerTls {
  const plan = domain.certificate;
  const onDomain = (
    certificateArn: pulumi.Input<string>,
    validationRecords: pulumi.Output<DnsRecord[]>,
  ): ViewerTls => ({
    aliases: domain.names,
    viewerCertificate: {
      acmCertificateArn: certificateArn,
      minimumProtocolVersion,
      // The alternative, an address of its own ("vip"), costs hundreds of dollars a month.
      sslSupportMethod: "sni-only",
    },
    validationRecords,
  });
  switch (plan.kind) {
    case "none":
      return onCloudFrontName(pulumi.output([]));
    case "existing":
      return onDomain(plan.arn, pulumi.output([]));
    case "hosted-zone": {
      const certificate = requestCertificate(scope, domain);
      const fqdns = createValidationRecords(scope, domain, certificate).map((record) => record.fqdn);
      return onDomain(awaitIssue(scope, certificate, fqdns), pulumi.output([]));
    }
    case "external-dns": {
      const certificate = requestCertificate(scope, domain);
      const records = pulumi.all(provenNames(domain.names).map((name) => validationRecord(certificate, name)));
      return plan.recordsCreated
        ? onDomain(awaitIssue(scope, certificate, undefined), records)
        : onCloudFrontName(records);
    }
    default:
      return unreachable(plan);
  }
}

function onCloudFrontName(validationRecords: pulumi.Output<DnsRecord[]>): ViewerTls {
  return { aliases: [], viewerCertificate: { cloudfrontDefaultCertificate: true }, validationRecords };
}

function requestCertificate(
  { parent, name, edgeRegion, tags }: FrontDoorScope,
  domain: DomainPlan,
): aws.acm.Certificate {
  const [domainName, ...alternativeNames] = domain.names;
  return new aws.acm.Certificate(
    `${name}-certificate`,
    {
      region: edgeRegion,
      domainName,
      subjectAlternativeNames: alternativeNames.length > 0 ? alternativeNames : undefined,
      validationMethod: "DNS",
      tags,
    },
    { parent },
  );
}

/**
 * The ARN of the certificate once it is issued. The distribution must wait for this one: the certificate's own ARN exists
 * long before CloudFront accepts it (hashicorp/terraform-provider-aws#34950).
 */
function awaitIssue(
  { parent, name, edgeRegion }: FrontDoorScope,
  certificate: aws.acm.Certificate,
  validationRecordFqdns: pulumi.Output<string>[] | undefined,
): pulumi.Output<string> {
  return new aws.acm.CertificateValidation(
    `${name}-certificate-validation`,
    { region: edgeRegion, certificateArn: certificate.arn, validationRecordFqdns },
    { parent },
  ).certificateArn;
}

/** One record per declared name, known before the certificate is. */
function createValidationRecords(
  { parent, name: prefix }: FrontDoorScope,
  domain: DomainPlan,
  certificate: aws.acm.Certificate,
): aws.route53.Record[] {
  return provenNames(domain.names).map((name) => {
    const record = validationRecord(certificate, name);
    return new aws.route53.Record(
      `${prefix}-validation-${name}`,
      {
        zoneId: zoneOfProof(domain, name),
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

/** The zone of a name that is proved, which may be declared only as a wildcard. */
function zoneOfProof(domain: DomainPlan, proven: string): pulumi.Input<string> {
  const declared = domain.names.find((name) => withoutWildcard(name) === proven);
  const zone = declared === undefined ? undefined : domain.zoneOf(declared);
  if (zone === undefined) {
    throw new Error(`${proven} has no hosted zone`);
  }
  return zone;
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
