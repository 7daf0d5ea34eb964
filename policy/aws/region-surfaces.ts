// Where in a resource's inputs a Region can hide besides `region`: read from the property's name and from the text itself,
// so that resources which are new to this list are covered as well.

import type { Property } from "./reading";
import { isRegion, regionOfZone, regionOfZoneId, regionsIn } from "./regions";

/** A Region that the resource at hand sends to, reads from or runs in. */
export interface RegionUse {
  readonly property: Property;
  /** Undefined where the property is there to name a Region or zone and its value is not known yet. */
  readonly region: string | undefined;
}

/** `regionName`, `destinationRegion`, `supportedRegions`; in JSON and environments `awslogs-region`, `S3_REGION`: all hold Region codes. */
const regionNames = /region(s|[_-]?(names?|lists?))?$/i;
/** `availabilityZone`, `preferredAvailabilityZones`, `preferredCacheClusterAzs`, `availabilityZoneName`. */
const zoneNames = /(^a|A)vailabilityZone(s|Name)?$|Azs$/;
const zoneIdNames = /(^a|A)vailabilityZoneIds?$/;

/** Texts for people: an ARN in them moves nothing. */
const proseNames: ReadonlySet<string> = new Set(["tags", "tagsAll", "description", "comment", "defaultTags"]);

/** Switches that reach into every Region at once. */
export const everyRegionSwitches: readonly { readonly type: string; readonly path: readonly string[] }[] = [
  {
    type: "aws:cfg/configurationAggregator:ConfigurationAggregator",
    path: ["accountAggregationSource", "allRegions"],
  },
  {
    type: "aws:cfg/configurationAggregator:ConfigurationAggregator",
    path: ["organizationAggregationSource", "allRegions"],
  },
];

/** Every use of a Region below the property, in the order of the paths. Other computed values, such as ARNs, yield nothing before they are known. */
export function* regionUses(property: Property): Iterable<RegionUse> {
  // A policy document, as an object or as JSON text, grants; it moves no data.
  if (property.at("Statement").state !== "absent") return;
  for (const key of property.keys) {
    if (key.startsWith("__") || proseNames.has(key)) continue;
    yield* usesOf(property.at(key), key);
  }
}

function* usesOf(property: Property, name: string): Iterable<RegionUse> {
  if (property.state === "unknown") {
    if ([regionNames, zoneNames, zoneIdNames].some((names) => names.test(name))) yield { property, region: undefined };
  } else if (property.text !== undefined) yield* usesInText(property, property.text, name);
  else if (property.isList) for (const item of property.items) yield* usesOf(item, name);
  else yield* regionUses(property);
}

function* usesInText(property: Property, text: string, name: string): Iterable<RegionUse> {
  const document = property.parseJson();
  if (document !== undefined) {
    yield* usesOf(document, name);
    return;
  }
  const named = regionNamed(text, name);
  for (const region of named === undefined ? regionsIn(text) : [named]) yield { property, region };
}

function regionNamed(text: string, name: string): string | undefined {
  if (regionNames.test(name)) return isRegion(text) ? text : undefined;
  if (zoneNames.test(name)) return regionOfZone(text);
  if (zoneIdNames.test(name)) return regionOfZoneId(text);
  return undefined;
}
