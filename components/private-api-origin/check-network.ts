import { checkGiven, checkId } from "../argument-checks";
import { isLater, knownText } from "../argument-kinds";
import type { Problem } from "../errors";
import { checkZones } from "../vpc-origin/check-endpoint";
import type { ExistingEndpoint, PrivateApiNetworkArgs, PrivateSubnet } from "./private-api-origin-args";

export function checkNetwork(path: string, network: PrivateApiNetworkArgs | undefined): Problem[] {
  if (network === undefined) {
    return [{ path, must: "be given" }];
  }
  const { vpcId, internetGatewayId, subnets = [], existingEndpoint } = network;
  return [
    ...checkId(`${path}.vpcId`, vpcId, "vpc-"),
    ...checkId(`${path}.internetGatewayId`, internetGatewayId, "igw-"),
    ...checkSubnets(`${path}.subnets`, subnets),
    ...(existingEndpoint ? checkExistingEndpoint(`${path}.existingEndpoint`, existingEndpoint, subnets) : []),
  ];
}

/** Zones by id; undefined where they are not known, or not to be looked at. */
export function checkSubnetZones(path: string, zones: readonly (string | undefined)[]): Problem[] {
  const known = zones.filter((zone) => zone !== undefined);
  const isRepeated = new Set(known).size < known.length;
  return [
    ...(isRepeated
      ? [{ path, must: "be in different zones: load balancer and endpoint have one subnet in each", got: known }]
      : []),
    ...checkZones(path, known),
  ];
}

function checkSubnets(path: string, subnets: readonly PrivateSubnet[]): Problem[] {
  const problems: Problem[] = [];
  if (subnets.length < 2) {
    problems.push({ path, must: "be two or more, in different zones", got: subnets.length });
  }
  const ids = subnets.map(({ id }) => knownText(id)).filter((id) => id !== undefined);
  const repeated = ids.find((id, index) => ids.indexOf(id) < index);
  if (repeated !== undefined) {
    problems.push({ path, must: "name each subnet once", got: repeated });
  }
  return [
    ...problems,
    ...subnets.flatMap(({ id }, index) => checkId(`${path}[${index}].id`, id, "subnet-")),
    ...checkSubnetZones(
      path,
      subnets.map(({ availabilityZoneId }) => knownText(availabilityZoneId)),
    ),
  ];
}

function checkExistingEndpoint(path: string, endpoint: ExistingEndpoint, subnets: readonly PrivateSubnet[]): Problem[] {
  return [
    ...checkId(`${path}.id`, endpoint.id, "vpce-"),
    ...checkGiven(path, endpoint, ["subnetConfigurations"]),
    ...checkAddresses(`${path}.subnetConfigurations`, endpoint.subnetConfigurations, subnets),
    ...checkId(`${path}.securityGroupId`, endpoint.securityGroupId, "sg-"),
  ];
}

function checkAddresses(
  path: string,
  addresses: ExistingEndpoint["subnetConfigurations"],
  subnets: readonly PrivateSubnet[],
): Problem[] {
  const places = Array.isArray(addresses) ? addresses.map(placeOf) : undefined;
  if (places === undefined || places.some(isLater)) {
    return [];
  }
  return subnets
    .map(({ id }) => knownText(id))
    .filter((id) => id !== undefined && !places.includes(id))
    .map((id) => ({ path, must: "have an address of the endpoint in each of the subnets", got: id }));
}

/** The subnet of an address; the address itself where it is not known yet. */
function placeOf(address: unknown): unknown {
  return typeof address === "object" && address !== null && "subnetId" in address ? address.subnetId : address;
}
