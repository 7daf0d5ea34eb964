import { checkGiven, checkId, checkMember } from "../argument-checks";
import { checkSound } from "../argument-kinds";
import { checkOriginPort } from "../aws/origin-ports";
import { ZONES_WITHOUT_VPC_ORIGINS } from "../aws/vpc-origins";
import type { Problem } from "../errors";
import { checkKnownFacts } from "./endpoint-facts";
import { ENDPOINT_KINDS } from "./kinds-of-arguments";
import { type VpcOriginEndpointArgs, VpcOriginIngress, VpcOriginProtocol } from "./vpc-origin-args";

/** What CloudFront would refuse about an endpoint, as far as its arguments are known already. */
export function checkEndpoint(path: string, endpoint: VpcOriginEndpointArgs): Problem[] {
  return checkSound(path, endpoint, ENDPOINT_KINDS, (sound) => checkArguments(path, sound));
}

function checkArguments(path: string, endpoint: Partial<VpcOriginEndpointArgs>): Problem[] {
  return [
    ...checkServer(path, endpoint),
    ...checkId(`${path}.internetGatewayId`, endpoint.internetGatewayId, "igw-"),
    ...checkId(`${path}.securityGroupId`, endpoint.securityGroupId, "sg-"),
    ...checkKnownFacts(path, endpoint),
    ...checkZones(`${path}.availabilityZoneIds`, endpoint.availabilityZoneIds ?? []),
    ...checkMember(`${path}.ingress`, endpoint.ingress, VpcOriginIngress),
    ...checkMember(`${path}.protocol`, endpoint.protocol, VpcOriginProtocol),
    ...checkOriginPort(`${path}.httpsPort`, endpoint.httpsPort),
    ...checkOriginPort(`${path}.httpPort`, endpoint.httpPort),
  ];
}

function checkServer(path: string, { loadBalancer, instance, listener }: Partial<VpcOriginEndpointArgs>): Problem[] {
  const problems: Problem[] = [];
  if (!loadBalancer === !instance) {
    problems.push({ path: `${path}.loadBalancer and ${path}.instance`, must: "be given one without the other" });
  }
  if (loadBalancer) {
    problems.push(...checkGiven(`${path}.loadBalancer`, loadBalancer, ["arn", "dnsName", "vpcId"]));
  }
  if (instance) {
    problems.push(...checkGiven(`${path}.instance`, instance, ["arn", "privateDns", "vpcId"]));
  }
  if (listener) {
    problems.push(...checkGiven(`${path}.listener`, listener, ["protocol"]));
  }
  if (listener && !loadBalancer) {
    problems.push({ path: `${path}.listener and ${path}.loadBalancer`, must: "be given together" });
  }
  return problems;
}

export function checkZones(path: string, zoneIds: readonly string[]): Problem[] {
  return zoneIds
    .filter((zone) => ZONES_WITHOUT_VPC_ORIGINS.includes(zone))
    .map((zone) => ({
      path,
      must: `not name a zone without VPC origins (${ZONES_WITHOUT_VPC_ORIGINS.join(", ")})`,
      got: zone,
      use: "a subnet in another zone",
    }));
}
