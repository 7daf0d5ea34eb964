import { placesSomething, type RegionUse, regionUses, wideSwitches } from "../../aws/region-surfaces";
import { regionlessTypes } from "../../aws/regionless-types.generated";
import { globalServicesRegion, shownRegion } from "../../aws/regions";
import type { ResourceGraph } from "../../aws/resource-graph";
import { exceptionFor, holdsData, mayPointToGlobalRegion, unusedExceptions } from "../../aws/us-east-1-exceptions";
import type { Parameters } from "../../parameters";
import type { Finding, Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { checkBucketDestinations } from "./bucket-destinations";
import { isGrant } from "./grants";
import { residencyParameters, residencyRuleName } from "./parameters";
import { fixFor, type Scope, scopeOf } from "./scope";

/** Resources of `aws-native` take no `region`: their provider's is all there is. */
const nativeProviderType = "pulumi:providers:aws-native";
const providerTypes: ReadonlySet<string> = new Set(["pulumi:providers:aws", nativeProviderType]);
const regionless: ReadonlySet<string> = new Set(regionlessTypes);

/** Data stays in the allowed Regions: providers, resources, and every Region, zone, ARN or endpoint that a resource's inputs name. */
export const requireResidency: Rule = {
  name: residencyRuleName,
  severity: "critical",
  reason: "Data must stay in the Regions that this environment allows.",
  remediation:
    "Create the resource in an allowed Region (its own `region`, or the provider's) and let it name resources and replicas in allowed Regions only. Only what CloudFront needs in us-east-1 may be there.",
  url: "https://docs.aws.amazon.com/controltower/latest/userguide/primary-region-deny-policy.html",
  frameworks: [],
  profile: "baseline",
  types: (type) => providerTypes.has(type) || /^aws(-native)?:/.test(type),
  parameters: residencyParameters,
  *check(resource: Resource, parameters: Parameters) {
    if (parameters.texts("allowedRegions").length === 0) return;
    const scope = scopeOf(resource, parameters);
    yield* scope.findings;
    const judge: Judge = { ...scope, geographies: new Set(parameters.texts("inferenceGeographies")) };
    if (providerTypes.has(resource.type)) yield* checkProvider(resource, judge);
    else yield* checkResource(resource, judge);
  },
  *join(graph: ResourceGraph, parameters: Parameters) {
    if (parameters.texts("allowedRegions").length === 0) return;
    const { stackTags } = graph;
    yield* checkBucketDestinations(graph, parameters);
    for (const resource of unusedExceptions(graph)) {
      const { allowed } = scopeOf({ properties: resource.properties, stackTags }, parameters);
      if (allowed.has(globalServicesRegion)) continue;
      const what = `is ${globalServicesRegion}, and nothing of CloudFront's in this stack uses the resource`;
      yield about(resource, violated("region", what, fixFor(allowed)));
    }
  },
};

interface Judge extends Pick<Scope, "allowed" | "isStrict"> {
  readonly geographies: ReadonlySet<string>;
}

/** A provider in us-east-1 is no violation: what it creates there is judged resource by resource. One elsewhere has nothing to seek there. */
function* checkProvider({ type, properties }: Resource, judge: Judge): Iterable<Finding> {
  const region = properties.at("region");
  const createsExceptions = region.text === globalServicesRegion && type !== nativeProviderType;
  if (region.text === undefined) yield undecided(region);
  for (const use of regionUses(properties)) {
    if (use.property.path === "region" && use.region === undefined) continue;
    if (use.region === globalServicesRegion && createsExceptions) continue;
    yield* checkUse(use, judge);
  }
}

function* checkUse({ property, region, geography }: RegionUse, { allowed, geographies }: Judge): Iterable<Finding> {
  if (geography !== undefined) {
    if (geographies.has(geography)) return;
    const fix = "name a model of an allowed Region, or list the geography in inferenceGeographies";
    yield violated(property, `lets Bedrock answer in any Region of the geography ${geography}`, fix);
  } else if (region === undefined) yield undecided(property);
  else if (!allowed.has(region)) yield violated(property, `names ${region}`, fixFor(allowed));
}

function* checkResource({ type, properties }: Resource, judge: Judge): Iterable<Finding> {
  const { allowed, isStrict } = judge;
  const region = properties.at("region");
  const home = region.text;
  // A resource that is rightly in us-east-1 names others that are there with it.
  let excepted = false;
  if (!regionless.has(type) && !type.startsWith("aws-native:")) {
    if (home === undefined) yield undecided(region);
    else if (!allowed.has(home)) {
      const exception = home === globalServicesRegion ? exceptionFor(type, properties) : "no";
      excepted = exception !== "no";
      if (excepted && isStrict && holdsData(type))
        yield violated(region, `is ${shownRegion(home)}, and data of this class may not be there`, fixFor(allowed));
      else if (exception === "unknown") yield undecided(region);
      else if (exception === "no") yield violated(region, `is ${shownRegion(home)}`, fixFor(allowed));
    }
  }
  if (isGrant(type)) return;
  for (const use of regionUses(properties)) {
    if (use.property.path === "region" && !type.startsWith("aws-native:")) continue;
    if (isException(type, use, excepted) || !placesSomething(type, properties, use)) continue;
    yield* checkUse(use, judge);
  }
  yield* checkSwitches(type, properties, allowed);
}

function* checkSwitches(
  type: string,
  properties: Resource["properties"],
  allowed: Scope["allowed"],
): Iterable<Finding> {
  for (const wide of wideSwitches) {
    if (wide.type !== type || (wide.isFineAmongSeveral && allowed.size > 1)) continue;
    const flag = properties.at(...wide.path);
    if (flag.state === "unknown") yield undecided(flag);
    if (flag.flag === true) yield violated(flag, wide.what, wide.fix);
  }
}

function isException(type: string, { property, region }: RegionUse, excepted: boolean): boolean {
  return region === globalServicesRegion && (excepted || mayPointToGlobalRegion(type, property.path));
}
