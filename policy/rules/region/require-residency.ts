import { everyRegionSwitches, type RegionUse, regionUses } from "../../aws/region-surfaces";
import { regionlessTypes } from "../../aws/regionless-types.generated";
import { globalServicesRegion, regionCodePattern, shownRegion } from "../../aws/regions";
import type { ResourceGraph } from "../../aws/resource-graph";
import { exceptionFor, mayPointToGlobalRegion, unusedExceptions } from "../../aws/us-east-1-exceptions";
import type { Parameters } from "../../parameters";
import type { Finding, Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { checkReplicaBuckets } from "./replica-buckets";

const providerType = "pulumi:providers:aws";
const regionless: ReadonlySet<string> = new Set(regionlessTypes);

/** Grants, not data movement: who may call whom. */
const grantTypes = /^aws:(iam\/|lambda\/permission:|ram\/|organizations\/)/;

/** Data stays in the allowed Regions: providers, resources, and every Region, zone, ARN or endpoint that a resource's inputs name. */
export const requireResidency: Rule = {
  name: "region-residency",
  severity: "critical",
  reason: "Data must stay in the Regions that this environment allows.",
  remediation:
    "Create the resource in an allowed Region (its own `region`, or the provider's) and let it name resources and replicas in allowed Regions only. Only what CloudFront needs in us-east-1 may be there.",
  url: "https://docs.aws.amazon.com/controltower/latest/userguide/primary-region-deny-policy.html",
  frameworks: [],
  profile: "baseline",
  types: (type) => type === providerType || type.startsWith("aws:"),
  parameters: {
    allowedRegions: {
      kind: "texts",
      isNeeded: true,
      description:
        "The Regions in which this environment may keep and process data. us-east-1 need not be listed for what CloudFront takes from there.",
      pattern: regionCodePattern,
      example: "eu-central-1",
    },
  },
  *check(resource: Resource, parameters: Parameters) {
    const allowed = new Set(parameters.texts("allowedRegions"));
    if (allowed.size === 0) return;
    if (resource.type === providerType) yield* checkProvider(resource, allowed);
    else yield* checkResource(resource, allowed);
  },
  *join(graph: ResourceGraph, parameters: Parameters) {
    const allowed = new Set(parameters.texts("allowedRegions"));
    if (allowed.size === 0) return;
    yield* checkReplicaBuckets(graph);
    if (allowed.has(globalServicesRegion)) return;
    for (const resource of unusedExceptions(graph)) {
      const what = `is ${globalServicesRegion}, and nothing of CloudFront's in this stack uses the resource`;
      yield about(resource, violated("region", what, fixFor(allowed)));
    }
  },
};

function fixFor(allowed: ReadonlySet<string>): string {
  return `use one of ${[...allowed].sort().join(", ")}`;
}

/** A provider in us-east-1 is no violation: what it creates there is judged resource by resource. One elsewhere has nothing to seek there. */
function* checkProvider({ properties }: Resource, allowed: ReadonlySet<string>): Iterable<Finding> {
  const region = properties.at("region");
  if (region.text === undefined) yield undecided(region);
  for (const use of regionUses(properties)) {
    if (use.property.path === "region" && use.region === undefined) continue;
    if (use.region === globalServicesRegion && region.text === globalServicesRegion) continue;
    yield* checkUse(use, allowed);
  }
}

function* checkUse({ property, region }: RegionUse, allowed: ReadonlySet<string>): Iterable<Finding> {
  if (region === undefined) yield undecided(property);
  else if (!allowed.has(region)) yield violated(property, `names ${region}`, fixFor(allowed));
}

function* checkResource({ type, properties }: Resource, allowed: ReadonlySet<string>): Iterable<Finding> {
  const region = properties.at("region");
  const home = region.text;
  // A resource that is rightly in us-east-1 names others that are there with it.
  let excepted = false;
  if (!regionless.has(type)) {
    if (home === undefined) yield undecided(region);
    else if (!allowed.has(home)) {
      const exception = home === globalServicesRegion ? exceptionFor(type, properties) : "no";
      excepted = exception !== "no";
      if (exception === "unknown") yield undecided(region);
      if (exception === "no") yield violated(region, `is ${shownRegion(home)}`, fixFor(allowed));
    }
  }
  if (grantTypes.test(type)) return;
  for (const use of regionUses(properties)) {
    if (use.property.path === "region" || isException(type, use, excepted)) continue;
    yield* checkUse(use, allowed);
  }
  for (const everyRegion of everyRegionSwitches) {
    const flag = properties.at(...everyRegion.path);
    if (everyRegion.type === type && flag.flag === true)
      yield violated(flag, "reaches into every Region", "set it to false and list allowed Regions");
  }
}

function isException(type: string, { property, region }: RegionUse, excepted: boolean): boolean {
  return region === globalServicesRegion && (excepted || mayPointToGlobalRegion(type, property.path));
}
