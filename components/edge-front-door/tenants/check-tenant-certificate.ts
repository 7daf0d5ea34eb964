import { checkMember } from "../../argument-checks";
import type { Problem } from "../../errors";
import { checkEdgeArn } from "../domain/check-edge-arn";
import { ExternalDns } from "../domain/domain-args";
import { covers, type DomainPlan } from "../domain/plan-domain";
import { type TenantArgs, TenantCertificate } from "./tenanted-front-door-args";
import type { Tenant } from "./tenants-config";

/** Where the certificate of a tenant comes from, and what goes with it. `plan` is the tenant with its defaults. */
export function checkTenantCertificate(path: string, tenant: TenantArgs, plan: Tenant, shared: DomainPlan): Problem[] {
  const { certificate, existingCertificateArn } = tenant;
  const problems: Problem[] = [
    ...checkMember(`${path}.certificate`, certificate, TenantCertificate),
    ...checkMember(`${path}.externalDns`, tenant.externalDns, ExternalDns),
    ...checkEdgeArn(`${path}.existingCertificateArn`, existingCertificateArn, "acm", "certificate/", "certificate"),
  ];
  if (
    certificate !== undefined &&
    (certificate === TenantCertificate.Existing) !== (existingCertificateArn !== undefined)
  ) {
    problems.push({
      path: `${path}.certificate "${TenantCertificate.Existing}" and ${path}.existingCertificateArn`,
      must: "be given together",
      got: certificate,
    });
  }
  const waitsForHands =
    plan.certificate === TenantCertificate.Managed && plan.domains.some((name) => plan.zoneOf(name) === undefined);
  if (tenant.externalDns !== undefined && !waitsForHands) {
    problems.push({
      path: `${path}.externalDns`,
      must: "be left out: only a managed certificate with DNS elsewhere waits for records",
      got: tenant.externalDns,
    });
  }
  switch (plan.certificate) {
    case TenantCertificate.Shared:
      return [...problems, ...checkShared(path, plan, shared)];
    case TenantCertificate.Managed:
      return [...problems, ...checkManaged(path, tenant, plan, shared)];
    default:
      return problems;
  }
}

function checkShared(path: string, { domains }: Tenant, shared: DomainPlan): Problem[] {
  return domains
    .filter((name) => !covers(shared.names, name))
    .map((name) => ({
      path: `${path}.domains and domain`,
      must: "fit: the shared certificate does not cover this name",
      got: name,
      use: "a certificate of the tenant's own, or domain.alternativeNames",
    }));
}

function checkManaged(path: string, tenant: TenantArgs, { domains }: Tenant, shared: DomainPlan): Problem[] {
  const problems: Problem[] = domains
    .filter((name) => name.startsWith("*."))
    .map((name) => ({
      path: `${path}.domains`,
      must: "have no wildcard: managed certificates have none",
      got: name,
      use: "existingCertificateArn",
    }));
  if (domains.length > 0 && domains.every((name) => covers(shared.names, name))) {
    problems.push({
      path: `${path}.certificate and domain`,
      must: "not contradict each other: CloudFront requests no certificate for names that the shared one covers",
      got: TenantCertificate.Managed,
    });
  }
  for (const argument of ["webAclArn", "geoRestriction"] as const) {
    if (tenant[argument] !== undefined) {
      problems.push({
        path: `${path}.${argument} and ${path}.certificate "${TenantCertificate.Managed}"`,
        must: "not be given together: the provider drops other customizations when it attaches a managed certificate (hashicorp/terraform-provider-aws#47839)",
        use: "existingCertificateArn",
      });
    }
  }
  return problems;
}
