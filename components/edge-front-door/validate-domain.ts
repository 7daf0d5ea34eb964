import type * as pulumi from "@pulumi/pulumi";
import { parseArn } from "../aws/arns";
import { isDomainName, isDomainNameOrWildcard } from "../aws/domain-names";
import { edgeRegionOf } from "../aws/regions";
import type { Problem } from "../errors";
import { type DomainArgs, ExternalDns } from "./args";
import { LIMITS } from "./defaults";

export function checkDomain(path: string, domain: DomainArgs): Problem[] {
  return [
    ...checkNames(path, domain),
    ...checkHostedZone(`${path}.hostedZoneId`, domain.hostedZoneId),
    ...checkEdgeArn(`${path}.existingCertificateArn`, domain.existingCertificateArn, "acm", "certificate"),
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
  for (const [index, alternative] of alternatives.entries()) {
    if (!isDomainNameOrWildcard(alternative)) {
      problems.push({
        path: `${path}.alternativeNames[${index}]`,
        must: 'be a full domain name in lower case, or one with "*." in front',
        got: alternative,
      });
    } else if (alternative === domain.name || alternatives.indexOf(alternative) < index) {
      problems.push({ path: `${path}.alternativeNames[${index}]`, must: "be named once only", got: alternative });
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

/** What was probably meant: the host of a URL, in lower case. */
function suggestName(name: unknown): string {
  const host = String(name)
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^\*\./, "")
    .replace(/[:/].*$/, "")
    .replace(/\.$/, "");
  return isDomainName(host) ? JSON.stringify(host) : '"www.example.com"';
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
  if (externalDns === undefined) {
    return [];
  }
  const allowed: string[] = Object.values(ExternalDns);
  if (!allowed.includes(externalDns)) {
    const choices = allowed.map((member) => `"${member}"`).join(", ");
    return [{ path: `${path}.externalDns`, must: `be one of ${choices}`, got: externalDns }];
  }
  const problems: Problem[] = [];
  for (const other of ["hostedZoneId", "existingCertificateArn"] as const) {
    if (domain[other] !== undefined) {
      problems.push({
        path: `${path}.externalDns and ${path}.${other}`,
        must: "not be given together: there are no validation records to create by hand",
        got: externalDns,
      });
    }
  }
  return problems;
}

/** The ARN of something CloudFront uses and therefore takes from the edge Region only. */
export function checkEdgeArn(
  path: string,
  value: pulumi.Input<string> | undefined,
  service: "acm" | "wafv2",
  what: string,
): Problem[] {
  if (typeof value !== "string") {
    return [];
  }
  const arn = parseArn(value);
  if (arn === undefined || arn.service !== service) {
    return [{ path, must: `be the ARN of a ${what}`, got: value }];
  }
  const edgeRegion = edgeRegionOf(arn.region);
  if (arn.region === edgeRegion) {
    return [];
  }
  return [{ path, must: `be a ${what} in ${edgeRegion}: CloudFront uses no other Region's`, got: value }];
}
