import { isUnset } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import type { Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { hasOwnCertificate, multitenantType, tenantType } from "./distribution";

/** Every tenant has a certificate: its own, one that CloudFront asks for, or its distribution's. */
export const requireTenantCertificate: Rule = {
  name: "cloudfront-tenant-certificate",
  severity: "medium",
  reason:
    "A tenant's domains need a certificate that browsers trust, its own or its distribution's, or nobody reaches them over HTTPS.",
  remediation:
    'Set customizations.certificate.arn or managedCertificateRequest of the tenant, or viewerCertificate.acmCertificateArn of the distribution, and leave certificateTransparencyLoggingPreference "enabled".',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/managed-cloudfront-certificates.html",
  frameworks: [],
  profile: "baseline",
  types: [tenantType],
  *check({ properties }: Resource) {
    const log = properties.at("managedCertificateRequest", "certificateTransparencyLoggingPreference");
    if (log.state === "unknown") yield undecided(log);
    else if (log.text === "disabled")
      yield violated(log, "asks for a certificate that browsers do not trust", 'leave it out or set it to "enabled"');
  },
  *join(graph: ResourceGraph) {
    const distributions = new References(graph, [multitenantType], ["id"]);
    for (const tenant of graph.ofType(tenantType)) {
      const own = tenant.properties.at("customizations", "certificate", "arn");
      const managed = tenant.properties.at("managedCertificateRequest");
      if (!isUnset(own) || !isUnset(managed)) continue;
      for (const { name, properties } of distributions.from(tenant, "distributionId")) {
        const certificate = properties.at("viewerCertificate");
        if (certificate.state === "unknown") yield about(tenant, undecided(own));
        else if (!hasOwnCertificate(certificate))
          yield about(
            tenant,
            violated(
              own,
              `is not set, and "${name}" has no certificate either`,
              "set it, or managedCertificateRequest",
            ),
          );
      }
    }
  },
};
