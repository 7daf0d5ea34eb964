import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { DnsRecord } from "../../certificates/dns-certificate";
import type { FrontDoorScope } from "../scope";
import { type DomainPlan, nameInRole } from "./plan-domain";

/**
 * Points every name at the distribution, for IPv4 and, where it speaks it, IPv6. Alias records work at a zone's apex and are
 * free. Returns the records of names whose DNS is elsewhere.
 */
export function createAliasRecords(
  { parent, name }: FrontDoorScope,
  domain: DomainPlan,
  distribution: aws.cloudfront.Distribution,
  ipv6: boolean,
): pulumi.Output<DnsRecord[]> {
  const elsewhere: string[] = [];
  for (const domainName of domain.names) {
    const zoneId = domain.zoneOf(domainName);
    if (zoneId === undefined) {
      elsewhere.push(domainName);
      continue;
    }
    for (const type of ipv6 ? ["A", "AAAA"] : ["A"]) {
      new aws.route53.Record(
        `${name}-${type.toLowerCase()}-${nameInRole(domainName)}`,
        {
          zoneId,
          name: domainName,
          type,
          aliases: [{ name: distribution.domainName, zoneId: distribution.hostedZoneId, evaluateTargetHealth: false }],
        },
        { parent },
      );
    }
  }
  return pulumi.all(
    elsewhere.map((each) => distribution.domainName.apply((value) => ({ name: each, type: "CNAME", value }))),
  );
}
