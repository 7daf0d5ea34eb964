import type * as pulumi from "@pulumi/pulumi";
import { type DomainArgs, ExternalDns } from "./domain-args";

/** The names of a front door, with every default filled in. */
export interface DomainPlan {
  /** All names viewers may use; the first is the certificate's own. Empty without a domain. */
  readonly names: readonly string[];
  /** Where the records of a name go; absent without a Route 53 zone. */
  zoneOf(name: string): pulumi.Input<string> | undefined;
  readonly certificate: CertificatePlan;
}

/** How viewers get a certificate for the domain. */
export type CertificatePlan =
  | { readonly kind: "none" }
  | { readonly kind: "existing"; readonly arn: pulumi.Input<string> }
  | { readonly kind: "hosted-zone" }
  | { readonly kind: "external-dns"; readonly recordsCreated: boolean };

export function planDomain(domain: DomainArgs | undefined): DomainPlan {
  return {
    names: domain ? [...new Set([domain.name, ...(domain.alternativeNames ?? [])])] : [],
    zoneOf: (name) => domain?.alternativeHostedZoneIds?.[name] ?? domain?.hostedZoneId,
    certificate: planCertificate(domain),
  };
}

function planCertificate(domain: DomainArgs | undefined): CertificatePlan {
  if (domain === undefined) {
    return { kind: "none" };
  }
  if (domain.existingCertificateArn !== undefined) {
    return { kind: "existing", arn: domain.existingCertificateArn };
  }
  if (domain.hostedZoneId !== undefined) {
    return { kind: "hosted-zone" };
  }
  return { kind: "external-dns", recordsCreated: domain.externalDns === ExternalDns.RecordsCreated };
}

/** A name as it stands in the names of children. */
export function nameInRole(name: string): string {
  return name.replace("*", "wildcard");
}

/** Whether a certificate with these names holds for a name: a wildcard stands for one label. */
export function covers(names: readonly string[], name: string): boolean {
  return names.includes(name) || names.includes(name.replace(/^[^.]+\./, "*."));
}
