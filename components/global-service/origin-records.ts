import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { fallbackName, type GlobalServiceConfig } from "./config";
import type { GlobalServiceRegion } from "./regional/regional-tier";

/**
 * Where the names lead that CloudFront calls. Of all records of a name Route 53 answers with the one nearest to who asks, if it is healthy.
 * The fallback's records are the same with another Region's load balancer behind each: the home Region's, and behind the home Region's own
 * the first other one's, so that one more Region changes none of them. Children: `<name>-<region>-origin`, `<name>-<region>-fallback`.
 */
export function createOriginRecords(
  name: string,
  { originDomain, homeRegion }: GlobalServiceConfig,
  regions: ReadonlyMap<string, GlobalServiceRegion>,
  parent: pulumi.Resource,
): aws.route53.Record[] {
  const record = (role: string, recordName: string, region: string, target: GlobalServiceRegion): aws.route53.Record =>
    new aws.route53.Record(
      `${name}-${region}-${role}`,
      {
        zoneId: originDomain.hostedZoneId,
        name: recordName,
        type: "A",
        setIdentifier: region,
        latencyRoutingPolicies: [{ region }],
        healthCheckId: target.health.healthCheck.id,
        aliases: [
          { name: target.loadBalancer.dnsName, zoneId: target.loadBalancer.zoneId, evaluateTargetHealth: true },
        ],
      },
      { parent },
    );
  const firstOther = [...regions.keys()].find((region) => region !== homeRegion);
  return [...regions].flatMap(([region, service]) => {
    const neighbour = regions.get((region === homeRegion ? firstOther : homeRegion) ?? "");
    return [
      record("origin", originDomain.name, region, service),
      ...(neighbour === undefined ? [] : [record("fallback", fallbackName(originDomain), region, neighbour)]),
    ];
  });
}
