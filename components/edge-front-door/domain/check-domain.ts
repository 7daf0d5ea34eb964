import { domainToASCII } from "node:url";
import type * as pulumi from "@pulumi/pulumi";
import { checkMember } from "../../argument-checks";
import { isDomainName, isDomainNameOrWildcard } from "../../aws/domain-names";
import type { Problem } from "../../errors";
import { LIMITS, type Quotas } from "../compatibility/quotas";
import { checkEdgeArn } from "./check-edge-arn";
import { type DomainArgs, ExternalDns } from "./domain-args";
import { nameInRole } from "./plan-domain";

export function checkDomain(path: string, domain: DomainArgs, quotas: Quotas): Problem[] {
  return [
    ...checkNames(path, domain, quotas),
    ...checkHostedZone(`${path}.hostedZoneId`, domain.hostedZoneId),
    ...checkOtherZones(`${path}.alternativeHostedZoneIds`, domain),
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

function checkNames(path: string, domain: DomainArgs, quotas: Quotas): Problem[] {
  const problems: Problem[] = [];
  const alternatives = domain.alternativeNames ?? [];
  if (domain.name === undefined || !isDomainName(domain.name)) {
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
    if (!isDomainNameOrWildcard(alternative)) {
      problems.push({
        path: `${path}.alternativeNames[${index}]`,
        must: 'be a full domain name in lower case, or one with "*." in front',
        got: alternative,
      });
    } else if (alternative === domain.name || alternatives.indexOf(alternative) < index) {
      problems.push({ path: `${path}.alternativeNames[${index}]`, must: "be named once only", got: alternative });
    } else if (alternative.startsWith("*.") && [domain.name, ...alternatives].includes(nameInRole(alternative))) {
      problems.push({
        path: `${path}.alternativeNames[${index}]`,
        must: `not stand beside "${nameInRole(alternative)}", whose records have the same names in the program`,
        got: alternative,
      });
    }
  }
  const names = 1 + alternatives.length;
  if (domain.existingCertificateArn === undefined && names > quotas.certificateNames && names <= quotas.aliases) {
    problems.push({
      path: `${path}.alternativeNames`,
      must: `have at most ${quotas.certificateNames - 1} names: a new certificate takes ${quotas.certificateNames} unless AWS has raised the quota`,
      got: alternatives.length,
      use: "existingCertificateArn, or quotas.certificateNames with the quota of the account",
    });
  }
  if (names > quotas.aliases) {
    problems.push({
      path: `${path}.alternativeNames`,
      must: `have at most ${quotas.aliases - 1} names: a distribution takes ${quotas.aliases}`,
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

export function checkHostedZone(path: string, hostedZoneId: pulumi.Input<string> | undefined): Problem[] {
  if (typeof hostedZoneId !== "string" || /^Z[A-Z0-9]{1,31}$/.test(hostedZoneId)) {
    return [];
  }
  const last = hostedZoneId.split("/").at(-1) ?? "";
  const use = /^Z[A-Z0-9]{1,31}$/.test(last) ? JSON.stringify(last) : "the id Route 53 shows for the zone";
  return [{ path, must: "be the id of a Route 53 hosted zone, starting with Z", got: hostedZoneId, use }];
}

function checkOtherZones(path: string, domain: DomainArgs): Problem[] {
  const zones = domain.alternativeHostedZoneIds;
  if (zones === undefined) {
    return [];
  }
  const problems: Problem[] = [];
  if (domain.hostedZoneId === undefined) {
    problems.push({
      path: `${path} and ${path.replace("alternativeHostedZoneIds", "hostedZoneId")}`,
      must: "be given together: either all names are in Route 53 or none is",
    });
  }
  for (const [name, zone] of Object.entries(zones)) {
    if (!(domain.alternativeNames ?? []).includes(name)) {
      problems.push({ path, must: "name only alternative names of the domain", got: name });
    }
    problems.push(...checkHostedZone(`${path}["${name}"]`, zone));
  }
  return problems;
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
