// Certificates of ACM that are proved by DNS.

import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { withoutWildcard } from "../aws/domain-names";
import type { Tags } from "../aws/tags";

/** A DNS record that somebody has to create. */
export interface DnsRecord {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

export interface CertificateSettings {
  readonly parent: pulumi.Resource;
  /** Where it is used: ACM hands certificates to no other Region. The provider's unless given. */
  readonly region?: pulumi.Input<string>;
  /** The first is the certificate's own. */
  readonly names: readonly string[];
  readonly tags: Tags | undefined;
}

/** How long resolvers keep validation records. ACM renews with them every year, so they stay. */
const VALIDATION_RECORD_TTL_SECONDS = 300;

export function requestCertificate(
  name: string,
  { parent, region, names, tags }: CertificateSettings,
): aws.acm.Certificate {
  const [domainName, ...alternativeNames] = names;
  return new aws.acm.Certificate(
    name,
    {
      region,
      domainName,
      subjectAlternativeNames: alternativeNames.length > 0 ? alternativeNames : undefined,
      validationMethod: "DNS",
      tags,
    },
    { parent },
  );
}

/** The names that ACM asks a record for: a wildcard and its apex share theirs. */
export function provenNames(names: readonly string[]): string[] {
  return [...new Set(names.map(withoutWildcard))];
}

/**
 * One record per declared name, known before the certificate is: `<prefix>-validation-<name>`. Every certificate of an account for a
 * name, in any Region, is proved by the same record.
 */
export function createValidationRecords(
  prefix: string,
  { parent, names }: Pick<CertificateSettings, "parent" | "names">,
  certificate: aws.acm.Certificate,
  zoneOf: (provenName: string) => pulumi.Input<string>,
): aws.route53.Record[] {
  return provenNames(names).map((name) => {
    const record = validationRecord(certificate, name);
    return new aws.route53.Record(
      `${prefix}-validation-${name}`,
      {
        zoneId: zoneOf(name),
        name: record.name,
        type: record.type,
        records: [record.value],
        ttl: VALIDATION_RECORD_TTL_SECONDS,
        allowOverwrite: true,
      },
      { parent },
    );
  });
}

/**
 * The ARN of the certificate once it is issued. What uses it must wait for this one: the certificate's own ARN exists
 * long before it is accepted (hashicorp/terraform-provider-aws#34950).
 */
export function awaitIssue(
  name: string,
  { parent, region }: Pick<CertificateSettings, "parent" | "region">,
  certificate: aws.acm.Certificate,
  validationRecordFqdns: pulumi.Output<string>[] | undefined,
): pulumi.Output<string> {
  return new aws.acm.CertificateValidation(
    name,
    { region, certificateArn: certificate.arn, validationRecordFqdns },
    { parent },
  ).certificateArn;
}

/** ACM lists its options in no particular order, so they are found by name. */
export function validationRecord(certificate: aws.acm.Certificate, name: string): pulumi.Output<DnsRecord> {
  return certificate.domainValidationOptions.apply((options) => {
    const option = options.find((candidate) => withoutWildcard(candidate.domainName) === name);
    if (option === undefined) {
      throw new Error(`ACM offered no validation record for ${name}`);
    }
    return { name: option.resourceRecordName, type: option.resourceRecordType, value: option.resourceRecordValue };
  });
}
