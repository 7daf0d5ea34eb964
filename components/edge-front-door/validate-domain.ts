import { domainToASCII } from "node:url";
import type * as pulumi from "@pulumi/pulumi";
import { checkMember } from "../argument-checks";
import { parseArn } from "../aws/arns";
import { isDomainName, isDomainNameOrWildcard } from "../aws/domain-names";
import { EDGE_REGION } from "../aws/regions";
import type { Problem } from "../errors";
import { type DomainArgs, ExternalDns } from "./args";
import { LIMITS } from "./defaults";

export function checkDomain(path: string, domain: DomainArgs): Problem[] {
  return [
    ...checkNames(path, domain),
    ...checkHostedZone(`${path}.hostedZoneId`, domain.hostedZoneId),
    ...checkEdgeArn(
      `${path}.existingCertificateArn`,
      domain.existingCertificateArn,
      "acm",
      "certificate/",
      "certificate",
    ),
    ...checkExternalDns(path, domain),
  ];
}

function checkNames(path: string, domain: DomainArgs): Problem[] {
  const problems: Problem[] = [];
  const alternatives = domain.alternativeNames ?? [];
  if (typeof domain.name !== "string" || !isDomainName(domain.name)) {
    problems.push({
      path: `${path}.name`,
      must: "be a full domain name in lower case, without scheme, path or wildcard",
      got: domain.name,
      use: suggestName(domain.name),
    });
  }
  if (domain.existingCertificateArn === undefined && String(domain.name).length > LIMITS.certificateNameCharacters) {
    problems.push({
      path: `${path}.name`,
      must: `have at most ${LIMITS.certificateNameCharacters} characters: ACM takes longer ones only as alternative names`,
      got: domain.name,
    });
  }
  for (const [index, alternative] of alternatives.entries()) {
    if (typeof alternative !== "string" || !isDomainNameOrWildcard(alternative)) {
      problems.push({
        path: `${path}.alternativeNames[${index}]`,
        must: 'be a full domain name in lower case, or one with "*." in front',
        got: alternative,
      });
    } else if (alternative === domain.name || alternatives.indexOf(alternative) < index) {
      problems.push({ path: `${path}.alternativeNames[${index}]`, must: "be named once only", got: alternative });
    } else if (
      alternative.startsWith("*.") &&
      [domain.name, ...alternatives].includes(alternative.replace("*", "wildcard"))
    ) {
      problems.push({
        path: `${path}.alternativeNames[${index}]`,
        must: `not stand beside "${alternative.replace("*", "wildcard")}", whose records have the same names in the program`,
        got: alternative,
      });
    }
  }
  if (1 + alternatives.length > LIMITS.domainNames) {
    problems.push({
      path: `${path}.alternativeNames`,
      must: `have at most ${LIMITS.domainNames - 1} names: a distribution takes ${LIMITS.domainNames}`,
      got: alternatives.length,
    });
  }
  return problems;
}

/** What was probably meant: the host of a URL, in lower case, other scripts as `xn--…`. */
function suggestName(name: unknown): string {
  const host = String(name)
    .replace(/^[a-z]+:\/\//i, "")
    .replace(/^\*\./, "")
    .replace(/[:/].*$/, "")
    .replace(/\.$/, "");
  const ascii = domainToASCII(host);
  return isDomainName(ascii) ? JSON.stringify(ascii) : '"www.example.com"';
}

function checkHostedZone(path: string, hostedZoneId: pulumi.Input<string> | undefined): Problem[] {
  if (typeof hostedZoneId !== "string" || /^Z[A-Z0-9]{1,31}$/.test(hostedZoneId)) {
    return [];
  }
  const last = hostedZoneId.split("/").at(-1) ?? "";
  const use = /^Z[A-Z0-9]{1,31}$/.test(last) ? JSON.stringify(last) : "the id Route 53 shows for the zone";
  return [{ path, must: "be the id of a Route 53 hosted zone, starting with Z", got: hostedZoneId, use }];
}

function checkExternalDns(path: string, domain: DomainArgs): Problem[] {
  const { externalDns } = domain;
  const problems = checkMember(`${path}.externalDns`, externalDns, ExternalDns);
  for (const other of ["hostedZoneId", "existingCertificateArn"] as const) {
    if (externalDns !== undefined && domain[other] !== undefined) {
      problems.push({
        path: `${path}.externalDns and ${path}.${other}`,
        must: "not be given together: there are no validation records to create by hand",
        got: externalDns,
      });
    }
  }
  return problems;
}

/** The ARN of something CloudFront uses and therefore takes from one Region only. */
export function checkEdgeArn(
  path: string,
  value: pulumi.Input<string> | undefined,
  service: "acm" | "wafv2",
  resourcePrefix: string,
  what: string,
): Problem[] {
  if (typeof value !== "string") {
    return [];
  }
  const arn = parseArn(value);
  if (arn?.service !== service || !arn.resource.startsWith(resourcePrefix)) {
    return [{ path, must: `be the ARN of a ${what}`, got: value }];
  }
  if (arn.region === EDGE_REGION) {
    return [];
  }
  return [{ path, must: `be a ${what} in ${EDGE_REGION}: CloudFront uses no other Region's`, got: value }];
}
