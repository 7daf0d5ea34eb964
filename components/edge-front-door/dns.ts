import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { EdgeFrontDoorConfig } from "./config";

/** Points every name at the distribution, for IPv4 and IPv6. Alias records work at a zone's apex and are free. */
export function createAliasRecords(
  config: EdgeFrontDoorConfig,
  distribution: aws.cloudfront.Distribution,
  parent: pulumi.Resource,
): void {
  const zoneId = config.hostedZoneId;
  if (zoneId === undefined) {
    return;
  }
  for (const domainName of config.domainNames) {
    for (const type of ["A", "AAAA"]) {
      new aws.route53.Record(
        `${config.name}-${type.toLowerCase()}-${domainName.replace("*", "wildcard")}`,
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
}
