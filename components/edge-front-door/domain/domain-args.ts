import type * as pulumi from "@pulumi/pulumi";

/** How far the records of a domain are, when its DNS is not Route 53's. */
export const ExternalDns = {
  /** The certificate is requested and `validationRecords` says what to create. The front door answers on its cloudfront.net name. */
  AwaitingRecords: "awaiting-records",
  /** The records exist: waits for the certificate and puts the domain into service. */
  RecordsCreated: "records-created",
} as const;
export type ExternalDns = (typeof ExternalDns)[keyof typeof ExternalDns];

export interface DomainArgs {
  /** The name viewers use, in lower case, such as `www.example.com`. Changing it replaces certificate and records. */
  name: string;
  /**
   * More names for the same site; a wildcard (`*.example.com`) covers one level. At most 99, and at most 9 with a new certificate
   * unless AWS has raised the quota. @default - none
   */
  alternativeNames?: string[];
  /**
   * The Route 53 zone that all names belong to. With it certificate, validation and alias records need no hand work.
   * Whether it is given decides what exists; the value may be an output. @default - DNS is managed elsewhere
   */
  hostedZoneId?: pulumi.Input<string>;
  /** Zones of alternative names that are not in `hostedZoneId`, by name. @default - all are in `hostedZoneId` */
  alternativeHostedZoneIds?: Record<string, pulumi.Input<string>>;
  /** Only without `hostedZoneId` and `existingCertificateArn`. @default ExternalDns.AwaitingRecords */
  externalDns?: ExternalDns;
  /** A certificate in us-east-1 that covers all names. @default - a new one, validated by DNS */
  existingCertificateArn?: pulumi.Input<string>;
}
