// What CloudFront would refuse about an endpoint. Values that are not known yet are judged when they are: before the VPC
// origin is created, because its ARN waits for the verdict.

import * as pulumi from "@pulumi/pulumi";
import { checkMember } from "../argument-checks";
import { parseArn } from "../aws/arns";
import { checkOriginPort } from "../aws/origin-ports";
import { ZONES_WITHOUT_VPC_ORIGINS } from "../aws/vpc-origins";
import { ComponentInputError, type Problem } from "../errors";
import { type VpcOriginEndpointArgs, VpcOriginIngress, VpcOriginProtocol } from "./vpc-origin-args";

export function checkEndpoint(path: string, endpoint: VpcOriginEndpointArgs): Problem[] {
  const { loadBalancer, instance, listener } = endpoint;
  const problems: Problem[] = [];
  if ((loadBalancer === undefined) === (instance === undefined)) {
    problems.push({ path: `${path}.loadBalancer and ${path}.instance`, must: "be given one without the other" });
  }
  if (listener !== undefined && loadBalancer === undefined) {
    problems.push({ path: `${path}.listener and ${path}.loadBalancer`, must: "be given together" });
  }
  for (const argument of ["securityGroupId", "internetGatewayId"] as const) {
    if (endpoint[argument] === undefined) {
      problems.push({ path: `${path}.${argument}`, must: "be given" });
    }
  }
  return [
    ...problems,
    ...checkId(`${path}.securityGroupId`, endpoint.securityGroupId, "sg-"),
    ...checkId(`${path}.internetGatewayId`, endpoint.internetGatewayId, "igw-"),
    ...checkFacts(path, knownFacts(endpoint)),
    ...checkZones(`${path}.availabilityZoneIds`, endpoint.availabilityZoneIds ?? []),
    ...checkMember(`${path}.ingress`, endpoint.ingress, VpcOriginIngress),
    ...checkMember(`${path}.protocol`, endpoint.protocol, VpcOriginProtocol),
    ...checkOriginPort(`${path}.httpsPort`, endpoint.httpsPort),
    ...checkOriginPort(`${path}.httpPort`, endpoint.httpPort),
  ];
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

function checkId(path: string, id: pulumi.Input<string> | undefined, prefix: string): Problem[] {
  return typeof id === "string" && !id.startsWith(prefix)
    ? [{ path, must: `be an id that starts with ${prefix}`, got: id }]
    : [];
}

/** What of the endpoint AWS makes conditions about. */
interface EndpointFacts {
  readonly arn?: string;
  readonly internal?: boolean;
  readonly loadBalancerType?: string;
  readonly ipAddressType?: string;
  readonly securityGroups?: readonly unknown[];
  readonly listenerProtocol?: string;
}

/** Those that are plain values. */
function knownFacts({ loadBalancer, instance, listener }: VpcOriginEndpointArgs): EndpointFacts {
  const plain = <T>(value: pulumi.Input<T> | undefined): T | undefined =>
    pulumi.Output.isInstance(value) || value instanceof Promise ? undefined : (value as T | undefined);
  return {
    arn: plain(loadBalancer?.arn ?? instance?.arn),
    internal: plain(loadBalancer?.internal),
    loadBalancerType: plain(loadBalancer?.loadBalancerType),
    ipAddressType: plain(loadBalancer?.ipAddressType),
    securityGroups: plain(loadBalancer?.securityGroups),
    listenerProtocol: plain(listener?.protocol),
  };
}

function checkFacts(path: string, facts: EndpointFacts): Problem[] {
  const problems: Problem[] = [];
  const service = facts.arn === undefined ? undefined : parseArn(facts.arn)?.service;
  if (facts.arn !== undefined && service !== "elasticloadbalancing" && service !== "ec2") {
    problems.push({ path, must: "have the ARN of a load balancer or an instance", got: facts.arn });
  }
  if (facts.internal === false) {
    problems.push({
      path: `${path}.loadBalancer.internal`,
      must: "be true: an internet-facing load balancer can be called round CloudFront",
      got: false,
      use: "an internal one, or loadBalancerOrigin for a public one",
    });
  }
  const isNetworkLoadBalancer = facts.loadBalancerType === "network";
  if (facts.loadBalancerType === "gateway") {
    problems.push({ path: `${path}.loadBalancer`, must: "be no Gateway Load Balancer", got: facts.loadBalancerType });
  }
  // Whatever else it is has not been computed by AWS.
  if (isNetworkLoadBalancer && facts.ipAddressType?.startsWith("dualstack")) {
    problems.push({
      path: `${path}.loadBalancer.ipAddressType`,
      must: "be ipv4 for a Network Load Balancer",
      got: facts.ipAddressType,
    });
  }
  if (isNetworkLoadBalancer && facts.securityGroups?.length === 0) {
    problems.push({
      path: `${path}.loadBalancer.securityGroups`,
      must: "not be empty: CloudFront reaches only Network Load Balancers that were created with a security group",
      got: [],
    });
  }
  if (facts.listenerProtocol?.toUpperCase() === "TLS") {
    problems.push({
      path: `${path}.listener.protocol`,
      must: "not be TLS: CloudFront's VPC origins take no TLS listeners of Network Load Balancers",
      got: facts.listenerProtocol,
      use: "TCP, with the certificate on the targets",
    });
  }
  return problems;
}

/** The ARN of the endpoint, known only if all that is known of the endpoint by then is good. */
export function verifiedArn(
  component: string,
  name: string,
  path: string,
  endpoint: VpcOriginEndpointArgs,
): pulumi.Output<string> {
  const { loadBalancer, instance, listener, internetGatewayId } = endpoint;
  const arn = loadBalancer?.arn ?? instance?.arn ?? "";
  return pulumi
    .all([
      arn,
      loadBalancer?.internal,
      loadBalancer?.loadBalancerType,
      loadBalancer?.ipAddressType,
      loadBalancer?.securityGroups,
      listener?.protocol,
      // Not looked at: it makes the VPC origin wait for the gateway and go before it.
      internetGatewayId,
    ])
    .apply(([known, internal, loadBalancerType, ipAddressType, securityGroups, listenerProtocol]) => {
      const facts = { arn: known, internal, loadBalancerType, ipAddressType, securityGroups, listenerProtocol };
      const problems = checkFacts(path, facts);
      if (problems.length > 0) {
        throw new ComponentInputError(component, name, problems);
      }
      return known;
    });
}
