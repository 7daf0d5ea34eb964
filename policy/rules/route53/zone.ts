// What the rules about hosted zones share.

import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import type { StackFinding, Violated } from "../../rule";
import { about, undecided } from "../../rule";

const zoneType = "aws:route53/zone:Zone";

/** One finding for each public zone that no resource of the type names in its property. A zone of VPCs answers nobody outside. */
export function* publicZonesWithout(
  graph: ResourceGraph,
  type: string,
  property: string,
  lacks: Violated,
): Iterable<StackFinding> {
  for (const zone of new References(graph, [zoneType], ["zoneId", "id"]).without(graph.ofType(type), property)) {
    const vpcs = zone.properties.at("vpcs");
    if (vpcs.items.length > 0) continue;
    // A preview does not know the VPCs of a zone that names none, because others may be associated with it.
    const isComputed = vpcs.state === "unknown" && (zone.sources.vpcs ?? []).length > 0;
    yield about(zone, isComputed ? undecided(vpcs) : lacks);
  }
}
