import type * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../errors";
import { checkList, checkObject, checkText, elementsOf, isLater } from "../inputs";
import { checkZones } from "../vpc-origin/check-endpoint";
import type { ExistingEndpoint, PrivateApiNetworkArgs, PrivateSubnet } from "./private-api-origin-args";

export function checkNetwork(path: string, network: PrivateApiNetworkArgs | undefined): Problem[] {
  if (network === undefined) {
    return [{ path, must: "be given" }];
  }
  const problems = checkObject(path, network);
  if (problems.length > 0) {
    return problems;
  }
  const { vpcId, internetGatewayId, subnets, existingEndpoint } = network;
  return [
    ...checkId(`${path}.vpcId`, vpcId, "vpc-"),
    ...checkId(`${path}.internetGatewayId`, internetGatewayId, "igw-"),
    ...checkSubnets(`${path}.subnets`, subnets),
    ...checkExistingEndpoint(`${path}.existingEndpoint`, existingEndpoint, elementsOf(subnets)),
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

function checkSubnets(path: string, given: PrivateSubnet[] | undefined): Problem[] {
  const subnets = elementsOf(given);
  const problems = checkList(path, given);
  if (problems.length === 0 && subnets.length < 2) {
    problems.push({ path, must: "be two or more, in different zones", got: subnets.length });
  }
  const ids = subnets.map((subnet) => plainText(subnet?.id)).filter((id) => id !== undefined);
  const repeated = ids.find((id, index) => ids.indexOf(id) < index);
  if (repeated !== undefined) {
    problems.push({ path, must: "name each subnet once", got: repeated });
  }
  return [
    ...problems,
    ...subnets.flatMap((subnet, index) => checkSubnet(`${path}[${index}]`, subnet)),
    ...checkSubnetZones(
      path,
      subnets.map((subnet) => plainText(subnet?.availabilityZoneId)),
    ),
  ];
}

function checkSubnet(path: string, subnet: PrivateSubnet | undefined): Problem[] {
  const zone = subnet?.availabilityZoneId;
  return [
    ...checkId(`${path}.id`, subnet?.id, "subnet-"),
    ...(zone === undefined ? [] : checkText(`${path}.availabilityZoneId`, zone)),
  ];
}

function checkExistingEndpoint(
  path: string,
  endpoint: ExistingEndpoint | undefined,
  subnets: readonly PrivateSubnet[],
): Problem[] {
  const problems = checkObject(path, endpoint);
  if (endpoint === undefined || problems.length > 0) {
    return problems;
  }
  const { id, securityGroupId, subnetConfigurations } = endpoint;
  return [
    ...checkId(`${path}.id`, id, "vpce-"),
    ...checkAddresses(`${path}.subnetConfigurations`, subnetConfigurations, subnets),
    ...checkId(`${path}.securityGroupId`, securityGroupId, "sg-"),
  ];
}

function checkAddresses(
  path: string,
  given: ExistingEndpoint["subnetConfigurations"] | undefined,
  subnets: readonly PrivateSubnet[],
): Problem[] {
  if (given === undefined) {
    return [{ path, must: "be given" }];
  }
  if (isLater(given)) {
    return [];
  }
  const problems = checkList(path, given);
  const places = Array.isArray(given) ? given.map(placeOf) : [];
  if (problems.length > 0 || places.some(isLater)) {
    return problems;
  }
  return subnets
    .map((subnet) => plainText(subnet?.id))
    .filter((id) => id !== undefined && !places.includes(id))
    .map((id) => ({ path, must: "have an address of the endpoint in each of the subnets", got: id }));
}

/** The subnet of an address; the address itself where it is not known yet. */
function placeOf(address: unknown): unknown {
  return typeof address === "object" && address !== null && "subnetId" in address ? address.subnetId : address;
}

function checkId(path: string, id: pulumi.Input<string> | undefined, prefix: string): Problem[] {
  const problems = checkText(path, id);
  if (typeof id === "string" && !id.startsWith(prefix)) {
    problems.push({ path, must: `be an id that starts with ${prefix}`, got: id });
  }
  return problems;
}

function plainText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
