// Where in a resource's inputs a Region can hide besides `region`: read from the property's name and from the text itself,
// so that resources which are new to this list are covered as well.

import { inferenceGeographyOf } from "./inference-geographies";
import type { Property } from "./reading";
import { isRegion, regionOfZone, regionOfZoneId, regionsIn } from "./regions";

/** A Region that the resource at hand sends to, reads from or runs in. */
export interface RegionUse {
  readonly property: Property;
  /** Undefined where the property is there to name a Region or zone and its value is not known yet. */
  readonly region: string | undefined;
  /** Where the text names no Region but a geography, to any Region of which Bedrock may send what it is asked. */
  readonly geography?: string;
}

/**
 * `regionName`, `destinationRegion`, `supportedRegions`, of a Cloud WAN `edgeLocations`; in JSON and environments `awslogs-region`,
 * `S3_REGION`: all hold Region codes.
 */
const regionNames = /(region(s|[_-]?(names?|lists?|orders?))?|edge[-_]?locations?)$/i;
/**
 * Hold a Region code here and something else there: the secondary Region of an EventBridge endpoint, an edge location in a Cloud WAN
 * policy. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html
 */
const regionOrOther = /^(route|location)$/;
/**
 * `availabilityZone`, `preferredAvailabilityZones`, `preferredCacheClusterAzs`, `availabilityZoneName`, and the groups of local zones.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html
 */
const zoneNames = /(^a|A)vailabilityZone(s|Names?|Groups?)?$|Azs$|^networkBorderGroups?$|^localZoneGroups?$/;
const zoneIdNames = /(^a|A)vailabilityZoneIds?$/;

/** Texts for people: an ARN in them moves nothing. */
const proseNames: ReadonlySet<string> = new Set(["tags", "tagsAll", "description", "comment", "defaultTags"]);

/** Settings that reach past the Regions that inputs name. */
export interface WideSwitch {
  readonly type: string;
  readonly path: readonly string[];
  /** What it does where it is on, and how to turn it off. */
  readonly what: string;
  readonly fix: string;
  /** No harm where the environment has several Regions: the copies are resources of their own, judged where they are. */
  readonly isFineAmongSeveral?: true;
}

const aggregator = {
  type: "aws:cfg/configurationAggregator:ConfigurationAggregator",
  what: "reaches into every Region",
  fix: "set it to false and list allowed Regions",
};
const multiRegionKey = {
  what: "lets the key be copied into any Region, and there is one Region only",
  fix: "set it to false",
  isFineAmongSeveral: true,
} as const;

/**
 * A trail of every Region is not among them: it brings here what happens elsewhere, and Security Hub's CloudTrail.1 asks for it.
 * https://docs.aws.amazon.com/config/latest/developerguide/aggregate-data.html
 * https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
 */
export const wideSwitches: readonly WideSwitch[] = [
  { ...aggregator, path: ["accountAggregationSource", "allRegions"] },
  { ...aggregator, path: ["organizationAggregationSource", "allRegions"] },
  { ...multiRegionKey, type: "aws:kms/key:Key", path: ["multiRegion"] },
  { ...multiRegionKey, type: "aws:kms/externalKey:ExternalKey", path: ["multiRegion"] },
];

/**
 * Inputs that name Regions and place nothing there. Route 53 asks for at least three Regions that checkers call from, more than the
 * European Union has; they see what every caller of the endpoint sees.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
const placeNothing: Readonly<Record<string, readonly string[]>> = {
  "aws:route53/healthCheck:HealthCheck": ["regions"],
  "aws:uxc/accountCustomizations:AccountCustomizations": ["visibleRegions"],
};

/** Whether what that input names is a Region where the resource keeps or does something. */
export function placesSomething(type: string, properties: Property, { property }: RegionUse): boolean {
  const [top = ""] = property.path.split(/[.[]/);
  // To switch a Region off is the opposite of using it.
  if (type === "aws:account/region:Region") return properties.at("enabled").flag !== false;
  return !(placeNothing[type]?.includes(top) ?? false);
}

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
  const geography = inferenceGeographyOf(text);
  if (geography !== undefined) yield { property, region: undefined, geography };
}

function regionNamed(text: string, name: string): string | undefined {
  if (regionNames.test(name) || regionOrOther.test(name)) return isRegion(text) ? text : undefined;
  if (zoneNames.test(name)) return regionOfZone(text);
  if (zoneIdNames.test(name)) return regionOfZoneId(text);
  return undefined;
}
