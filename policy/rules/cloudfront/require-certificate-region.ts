import { parseArn } from "../../aws/arn";
import { globalServicesRegion, partitionOf, shownRegion } from "../../aws/regions";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Finding, Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { distributionTypes, tenantType } from "./distribution";

const certificateTypes = ["aws:acm/certificate:Certificate", "aws:acm/certificateValidation:CertificateValidation"];
const fix = 'use a certificate created with region "us-east-1"';

/** Where the ARN stands: a tenant's certificate is used in place of its distribution's. */
function placeOf(type: string): readonly [property: string, ...rest: string[]] {
  return type === tenantType ? ["customizations", "certificate", "arn"] : ["viewerCertificate", "acmCertificateArn"];
}

/** CloudFront takes certificates from us-east-1 only. The ARN tells the Region; while it is not known, the certificate resource does. */
export const requireCertificateRegion: Rule = {
  name: "cloudfront-certificate-region",
  severity: "high",
  reason:
    "CloudFront takes ACM certificates from us-east-1 only and fails the deployment after minutes with any other.",
  remediation: 'Create the aws.acm.Certificate and its CertificateValidation with region "us-east-1".',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html#https-requirements-aws-region",
  frameworks: [],
  profile: "baseline",
  types: [...distributionTypes, tenantType],
  *check({ type, properties }: Resource) {
    const property = properties.at(...placeOf(type));
    const arn = parseArn(property.text ?? "");
    if (arn !== undefined) yield* checkRegion(property.path, arn.region);
    else if (property.state === "known" && !property.isEmpty) yield violated(property, "is not an ARN", fix);
    // An unknown ARN is left to the join below: it knows the certificate.
  },
  *join(graph: ResourceGraph) {
    for (const user of graph.ofType(...distributionTypes, tenantType)) {
      const place = placeOf(user.type);
      if (user.properties.at(...place).state !== "unknown") continue;
      const path = place.join(".");
      const certificates = graph.sourcesOf(user, place[0]).filter(isCertificate);
      if (certificates.length === 0) yield about(user, undecided(path));
      for (const certificate of certificates) {
        for (const finding of checkCertificate(path, certificate)) yield about(user, finding);
      }
    }
  },
};

function isCertificate(resource: StackResource): boolean {
  return certificateTypes.includes(resource.type);
}

function* checkCertificate(path: string, certificate: StackResource): Iterable<Finding> {
  const region = certificate.properties.at("region").text;
  if (region === undefined) yield undecided(path);
  else yield* checkRegion(path, region);
}

function* checkRegion(path: string, region: string): Iterable<Finding> {
  if (partitionOf(region) === "aws" && region !== globalServicesRegion)
    yield violated(path, `is a certificate in ${shownRegion(region)}`, fix);
}
