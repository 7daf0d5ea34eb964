import type * as pulumi from "@pulumi/pulumi";
import { checkMember } from "../argument-checks";
import { checkOriginPort } from "../aws/origin-ports";
import { ZONES_WITHOUT_VPC_ORIGINS } from "../aws/vpc-origins";
import type { Problem } from "../errors";
import { checkList, checkText, elementsOf } from "../inputs";
import { checkKnownFacts } from "./endpoint-facts";
import { type VpcOriginEndpointArgs, VpcOriginIngress, VpcOriginProtocol } from "./vpc-origin-args";

/** What CloudFront would refuse about an endpoint, as far as its arguments are known already. */
export function checkEndpoint(path: string, endpoint: VpcOriginEndpointArgs): Problem[] {
  if (typeof endpoint !== "object" || endpoint === null) {
    return [{ path, must: "be an object", use: "{ loadBalancer, securityGroupId, internetGatewayId }" }];
  }
  return [
    ...checkServer(path, endpoint),
    ...checkId(`${path}.internetGatewayId`, endpoint.internetGatewayId, "igw-"),
    ...checkId(`${path}.securityGroupId`, endpoint.securityGroupId, "sg-"),
    ...checkKnownFacts(path, endpoint),
    ...checkZones(`${path}.availabilityZoneIds`, endpoint.availabilityZoneIds),
    ...checkMember(`${path}.ingress`, endpoint.ingress, VpcOriginIngress),
    ...checkMember(`${path}.protocol`, endpoint.protocol, VpcOriginProtocol),
    ...checkOriginPort(`${path}.httpsPort`, endpoint.httpsPort),
    ...checkOriginPort(`${path}.httpPort`, endpoint.httpPort),
  ];
}

function checkServer(path: string, { loadBalancer, instance, listener }: VpcOriginEndpointArgs): Problem[] {
  const problems: Problem[] = [];
  if (!loadBalancer === !instance) {
    problems.push({ path: `${path}.loadBalancer and ${path}.instance`, must: "be given one without the other" });
  }
  if (loadBalancer) {
    problems.push(...checkTexts(`${path}.loadBalancer`, loadBalancer, ["arn", "dnsName", "vpcId"]));
  }
  if (instance) {
    problems.push(...checkTexts(`${path}.instance`, instance, ["arn", "privateDns", "vpcId"]));
  }
  if (listener) {
    problems.push(...checkText(`${path}.listener.protocol`, listener.protocol));
  }
  if (listener && !loadBalancer) {
    problems.push({ path: `${path}.listener and ${path}.loadBalancer`, must: "be given together" });
  }
  return problems;
}

function checkTexts<Key extends string>(
  path: string,
  server: Partial<Readonly<Record<Key, unknown>>>,
  keys: readonly Key[],
): Problem[] {
  return keys.flatMap((key) => checkText(`${path}.${key}`, server[key]));
}

export function checkZones(path: string, zoneIds: readonly string[] | undefined): Problem[] {
  return [
    ...checkList(path, zoneIds),
    ...elementsOf(zoneIds)
      .filter((zone) => ZONES_WITHOUT_VPC_ORIGINS.includes(zone))
      .map((zone) => ({
        path,
        must: `not name a zone without VPC origins (${ZONES_WITHOUT_VPC_ORIGINS.join(", ")})`,
        got: zone,
        use: "a subnet in another zone",
      })),
  ];
}

function checkId(path: string, id: pulumi.Input<string> | undefined, prefix: string): Problem[] {
  return typeof id === "string" && !id.startsWith(prefix)
    ? [{ path, must: `be an id that starts with ${prefix}`, got: id }]
    : checkText(path, id);
}
