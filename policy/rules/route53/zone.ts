// What the rules about hosted zones share.

import { References } from "../../aws/references";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { StackFinding, Violated } from "../../rule";
import { about, undecided } from "../../rule";

const zoneType = "aws:route53/zone:Zone";

/**
 * One finding for each public zone that no resource of the type names in its property, by itself or by way of a resource of the type `via`
 * that has the zone in a property of that name. A zone of VPCs answers nobody outside.
 */
export function* publicZonesWithout(
  graph: ResourceGraph,
  type: string,
  property: string,
  lacks: Violated,
  via?: string,
): Iterable<StackFinding> {
  const zones = new References(graph, [zoneType], ["zoneId", "id"]);
  const ways = new References(graph, via === undefined ? [] : [via], []);
  const zonesOf = (resource: StackResource) =>
    [resource, ...ways.from(resource, property)].flatMap((each) => zones.from(each, property));
  const named = new Set(graph.ofType(type).flatMap(zonesOf));
  for (const zone of zones.all) {
    const vpcs = zone.properties.at("vpcs");
    if (vpcs.items.length > 0 || named.has(zone)) continue;
    // A preview does not know the VPCs of a zone that names none, because others may be associated with it.
    const isComputed = vpcs.state === "unknown" && (zone.sources.vpcs ?? []).length > 0;
    yield about(zone, isComputed ? undecided(vpcs) : lacks);
  }
}
