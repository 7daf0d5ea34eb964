import type * as pulumi from "@pulumi/pulumi";
import { parseArn } from "../aws/arns";
import { isDomainName } from "../aws/domain-names";
import { checkHostedZone } from "../edge-front-door/domain/check-domain";
import type { Problem } from "../errors";
import type { OriginCertificateArgs } from "./private-api-origin-args";

// https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html
const REQUESTED_NAME_CHARACTERS = 64;

/** `stackRegion` is left out where it is not known yet. */
export function checkCertificate(
  path: string,
  certificate: OriginCertificateArgs | undefined,
  stackRegion: string | undefined,
): Problem[] {
  if (certificate === undefined) {
    return [{ path, must: "be given" }];
  }
  const problems: Problem[] = [];
  const { domainName, hostedZoneId, existingCertificateArn } = certificate;
  if (domainName === undefined || !isDomainName(domainName)) {
    problems.push({
      path: `${path}.domainName`,
      must: "be a full domain name in lower case, without scheme, path or wildcard",
      got: domainName,
      use: '"orders-origin.example.com"',
    });
  } else if (existingCertificateArn === undefined && domainName.length > REQUESTED_NAME_CHARACTERS) {
    problems.push({
      path: `${path}.domainName`,
      must: `have at most ${REQUESTED_NAME_CHARACTERS} characters: ACM takes longer ones only as alternative names`,
      got: domainName,
    });
  }
  if ((hostedZoneId === undefined) === (existingCertificateArn === undefined)) {
    problems.push({
      path: `${path}.hostedZoneId and ${path}.existingCertificateArn`,
      must: "be given one without the other",
    });
  }
  return [
    ...problems,
    ...checkHostedZone(`${path}.hostedZoneId`, hostedZoneId),
    ...checkCertificateArn(`${path}.existingCertificateArn`, existingCertificateArn, stackRegion),
  ];
}

/** A load balancer takes certificates of its own Region only. */
export function checkCertificateArn(
  path: string,
  given: pulumi.Input<string> | undefined,
  stackRegion: string | undefined,
): Problem[] {
  if (typeof given !== "string") {
    return [];
  }
  const arn = parseArn(given);
  if (arn?.service !== "acm" || !arn.resource.startsWith("certificate/")) {
    return [{ path, must: "be the ARN of a certificate", got: given }];
  }
  return stackRegion === undefined || arn.region === stackRegion
    ? []
    : [{ path, must: `be a certificate in ${stackRegion}: the load balancer uses no other Region's`, got: given }];
}
