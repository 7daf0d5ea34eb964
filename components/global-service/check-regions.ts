import { type Cidr, isPrivateRange, overlap, parseCidr } from "../aws/cidr";
import { isRegion, partitionOf, regionOfZoneId } from "../aws/regions";
import type { Problem } from "../errors";
import { CapacityKind, type GlobalServiceArgs, type ServiceRegionArgs } from "./global-service-args";

/** Regions, their networks and zones, and whether data may be there. */
export function checkRegions(args: Partial<GlobalServiceArgs>): Problem[] {
  const { regions = [] } = args;
  const problems: Problem[] =
    regions.length === 0
      ? [{ path: "regions", must: "be a list with at least one Region", got: args.regions, use: "two or more" }]
      : [];
  return [
    ...problems,
    ...regions.flatMap((place, index) => checkPlace(`regions[${index}]`, place, args)),
    ...checkOnce(regions),
    ...checkOverlaps(regions),
    ...checkHome(args.homeRegion, regions),
    ...checkAllowed(args.allowedRegions),
  ];
}

function checkPlace(path: string, place: Partial<ServiceRegionArgs>, args: Partial<GlobalServiceArgs>): Problem[] {
  return [
    ...checkRegion(`${path}.region`, place.region, args.allowedRegions),
    ...checkCidr(`${path}.cidrBlock`, place.cidrBlock),
    ...checkZones(`${path}.availabilityZoneIds`, place, args.capacity?.kind ?? CapacityKind.Fargate),
  ];
}

function checkRegion(path: string, region: string | undefined, allowed: readonly string[] | undefined): Problem[] {
  if (!isServed(region)) {
    return [{ path, must: "be a Region of the commercial partition", got: region, use: '"eu-central-1"' }];
  }
  return allowed === undefined || allowed.length === 0 || allowed.includes(region)
    ? []
    : [
        {
          path: `${path} and allowedRegions`,
          must: "not contradict each other: data may only be in the Regions allowed",
          got: region,
          use: allowed.map((each) => `"${each}"`).join(" or "),
        },
      ];
}

function isServed(region: string | undefined): region is string {
  return region !== undefined && isRegion(region) && partitionOf(region) === "aws";
}

/** A sixteenth of it is a subnet, which a load balancer wants to be a /27 at least; AWS makes no network over /16. */
const NETWORK_PREFIX = { min: 16, max: 22 };

function checkCidr(path: string, text: string | undefined): Problem[] {
  const cidr = parseCidr(text ?? "");
  const { min, max } = NETWORK_PREFIX;
  if (cidr !== undefined && cidr.prefix >= min && cidr.prefix <= max && isPrivateRange(cidr)) {
    return [];
  }
  return [
    {
      path,
      must: `be a range of private addresses, /${min} to /${max}, that begins where its prefix says`,
      got: text,
      use: '"10.0.0.0/16"',
    },
  ];
}

/** Half of a network's sixteen parts are for public subnets, one in each zone. */
const ZONES = { min: 2, max: 8 };

/** No zone of a city or a carrier, such as `usw2-lax1-az1`: those have no room for all of it. */
const ZONE_ID = /^[a-z]+\d-az\d$/;

/** Fargate has no Graviton there. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-arm64.html */
const ZONES_WITHOUT_FARGATE_ARM: readonly string[] = ["use1-az3"];

function checkZones(path: string, place: Partial<ServiceRegionArgs>, kind: CapacityKind): Problem[] {
  const { region, availabilityZoneIds: zones = [] } = place;
  const problems: Problem[] = [];
  if (new Set(zones).size < zones.length || zones.length < ZONES.min || zones.length > ZONES.max) {
    problems.push({
      path,
      must: `be ${ZONES.min} to ${ZONES.max} different zones`,
      got: place.availabilityZoneIds,
      use: '["euc1-az1", "euc1-az2"]',
    });
  }
  for (const zone of zones) {
    // In what is no Region no zone is wrong.
    if (!ZONE_ID.test(zone) || (isServed(region) && regionOfZoneId(zone) !== region)) {
      const where = isServed(region) ? region : "the Region";
      problems.push({ path, must: `be ids of zones in ${where}: names differ between accounts`, got: zone });
    } else if (kind === CapacityKind.Fargate && ZONES_WITHOUT_FARGATE_ARM.includes(zone)) {
      problems.push({ path, must: "not name a zone without Fargate on Graviton", got: zone, use: "another zone" });
    }
  }
  return problems;
}

function checkOnce(regions: readonly ServiceRegionArgs[]): Problem[] {
  const names = regions.map(({ region }) => region);
  return names.flatMap((region, index) => {
    const first = names.indexOf(region);
    return first === index || region === undefined
      ? []
      : [{ path: `regions[${first}].region and regions[${index}].region`, must: "differ", got: region }];
  });
}

function checkOverlaps(regions: readonly ServiceRegionArgs[]): Problem[] {
  const ranges = regions.flatMap((place, index): { index: number; text: string; cidr: Cidr }[] => {
    const cidr = parseCidr(place.cidrBlock ?? "");
    return cidr === undefined ? [] : [{ index, text: place.cidrBlock, cidr }];
  });
  return ranges.flatMap((later, place) =>
    ranges
      .slice(0, place)
      .filter((earlier) => overlap(earlier.cidr, later.cidr))
      .map((earlier) => ({
        path: `regions[${earlier.index}].cidrBlock and regions[${later.index}].cidrBlock`,
        must: "not overlap: networks that share addresses can never be connected",
        got: [earlier.text, later.text],
      })),
  );
}

function checkHome(home: string | undefined, regions: readonly ServiceRegionArgs[]): Problem[] {
  const names = [...new Set(regions.map(({ region }) => region).filter((region) => region !== undefined))];
  // Where there are none, that is what is wrong.
  return home !== undefined && (names.length === 0 || names.includes(home))
    ? []
    : [
        {
          path: "homeRegion",
          must: "be one of the regions",
          got: home,
          use: names.map((region) => JSON.stringify(region)).join(" or ") || undefined,
        },
      ];
}

function checkAllowed(allowed: readonly string[] | undefined): Problem[] {
  if (allowed === undefined || (allowed.length > 0 && allowed.every((region) => isRegion(region)))) {
    return [];
  }
  return [{ path: "allowedRegions", must: "be a list of Regions, or absent", got: allowed }];
}
