import { parseArn } from "../../aws/arn";
import { globalServicesRegion, partitionOf, shownRegion } from "../../aws/regions";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Finding, Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { distributionTypes } from "./distribution";

const certificateTypes = ["aws:acm/certificate:Certificate", "aws:acm/certificateValidation:CertificateValidation"];
const path = "viewerCertificate.acmCertificateArn";
const fix = 'use a certificate created with region "us-east-1"';

/** CloudFront takes certificates from us-east-1 only. The ARN tells the Region; while it is not known, the certificate resource does. */
export const requireCertificateRegion: Rule = {
  name: "cloudfront-certificate-region",
  severity: "high",
  reason:
    "CloudFront takes ACM certificates from us-east-1 only and fails the deployment after minutes with any other.",
  remediation: 'Create the aws.acm.Certificate and its CertificateValidation with region "us-east-1".',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html#https-requirements-aws-region",
  frameworks: [],
  types: distributionTypes,
  *check({ properties }: Resource) {
    const property = properties.at("viewerCertificate", "acmCertificateArn");
    const arn = parseArn(property.text ?? "");
    if (arn !== undefined) yield* checkRegion(arn.region);
    else if (property.state === "known" && !property.isEmpty) yield violated(property, "is not an ARN", fix);
    // An unknown ARN is left to the join below: it knows the certificate.
  },
  *join(graph: ResourceGraph) {
    for (const distribution of graph.ofType(...distributionTypes)) {
      if (distribution.properties.at("viewerCertificate", "acmCertificateArn").state !== "unknown") continue;
      const certificates = graph.sourcesOf(distribution, "viewerCertificate").filter(isCertificate);
      if (certificates.length === 0) yield about(distribution, undecided(path));
      for (const certificate of certificates) {
        for (const finding of checkCertificate(certificate)) yield about(distribution, finding);
      }
    }
  },
};

function isCertificate(resource: StackResource): boolean {
  return certificateTypes.includes(resource.type);
}

function* checkCertificate(certificate: StackResource): Iterable<Finding> {
  const region = certificate.properties.at("region").text;
  if (region === undefined) yield undecided(path);
  else yield* checkRegion(region);
}

function* checkRegion(region: string): Iterable<Finding> {
  if (partitionOf(region) === "aws" && region !== globalServicesRegion)
    yield violated(path, `is a certificate in ${shownRegion(region)}`, fix);
}
