// What CloudFront asks of the server behind a VPC origin. What is not known yet is judged when it is: before the VPC origin is created,
// because its ARN waits for the verdict.

import * as pulumi from "@pulumi/pulumi";
import { knownText } from "../argument-kinds";
import { parseArn } from "../aws/arns";
import { ComponentInputError, type Problem } from "../errors";
import type { VpcOriginEndpointArgs } from "./vpc-origin-args";

/** What of an endpoint AWS makes conditions about. What is absent is not judged. */
interface EndpointFacts {
  readonly loadBalancerArn?: string;
  readonly instanceArn?: string;
  readonly internal?: boolean;
  readonly loadBalancerType?: string;
  readonly ipAddressType?: string;
  readonly securityGroups?: readonly unknown[];
  readonly listenerProtocol?: string;
}

type LaterFacts = { readonly [Fact in keyof EndpointFacts]: pulumi.Input<EndpointFacts[Fact] | undefined> };

function factsOf({ loadBalancer, instance, listener }: Partial<VpcOriginEndpointArgs>): LaterFacts {
  return {
    loadBalancerArn: loadBalancer?.arn,
    instanceArn: instance?.arn,
    internal: loadBalancer?.internal,
    loadBalancerType: loadBalancer?.loadBalancerType,
    ipAddressType: loadBalancer?.ipAddressType,
    securityGroups: loadBalancer?.securityGroups,
    listenerProtocol: listener?.protocol,
  };
}

/** What is wrong with the facts that are plain values. */
export function checkKnownFacts(path: string, endpoint: Partial<VpcOriginEndpointArgs>): Problem[] {
  const facts = factsOf(endpoint);
  const { internal, securityGroups } = facts;
  return checkFacts(path, {
    loadBalancerArn: knownText(facts.loadBalancerArn),
    instanceArn: knownText(facts.instanceArn),
    internal: typeof internal === "boolean" ? internal : undefined,
    loadBalancerType: knownText(facts.loadBalancerType),
    ipAddressType: knownText(facts.ipAddressType),
    securityGroups: Array.isArray(securityGroups) ? securityGroups : undefined,
    listenerProtocol: knownText(facts.listenerProtocol),
  });
}

/**
 * The ARN of the server, known only if all that is known of it by then is good. The facts are judged apart: in a first preview the ARN
 * is not known, and an internet-facing load balancer is told all the same.
 */
export function verifiedArn(name: string, endpoint: VpcOriginEndpointArgs): pulumi.Output<string> {
  const { loadBalancerArn, instanceArn, internal, loadBalancerType, ipAddressType, securityGroups, listenerProtocol } =
    factsOf(endpoint);
  const judged: LaterFacts[] = [
    { loadBalancerArn },
    { instanceArn },
    { internal },
    { loadBalancerType },
    { loadBalancerType, ipAddressType },
    { loadBalancerType, securityGroups },
    { loadBalancerArn, ipAddressType, securityGroups },
    { listenerProtocol },
  ];
  const verdicts = judged.map((facts) =>
    pulumi.output(facts).apply((known: EndpointFacts) => {
      const problems = checkFacts("endpoint", known);
      if (problems.length > 0) {
        throw new ComponentInputError("VPC origin", name, problems);
      }
    }),
  );
  // The gateway is not looked at: it makes the VPC origin wait for it and go before it.
  return pulumi
    .all([loadBalancerArn ?? instanceArn, endpoint.internetGatewayId, pulumi.all(verdicts)])
    .apply(([arn]) => arn ?? "");
}

function checkFacts(path: string, facts: EndpointFacts): Problem[] {
  const { internal, ipAddressType, securityGroups, listenerProtocol } = facts;
  const problems = checkArns(path, facts);
  const type = facts.loadBalancerType ?? typeIn(facts.loadBalancerArn);
  if (internal === false) {
    problems.push({
      path: `${path}.loadBalancer.internal`,
      must: "be true: an internet-facing load balancer can be called round CloudFront",
      got: false,
      use: "an internal one, or loadBalancerOrigin for a public one",
    });
  }
  if (type === "gateway") {
    problems.push({ path: `${path}.loadBalancer`, must: "be no Gateway Load Balancer", got: type });
  }
  // Whatever else it is has not been computed by AWS.
  if (type === "network" && ipAddressType?.startsWith("dualstack")) {
    problems.push({
      path: `${path}.loadBalancer.ipAddressType`,
      must: "be ipv4 for a Network Load Balancer",
      got: ipAddressType,
    });
  }
  if (type === "network" && securityGroups?.length === 0) {
    problems.push({
      path: `${path}.loadBalancer.securityGroups`,
      must: "not be empty: CloudFront reaches only Network Load Balancers that were created with a security group",
      got: [],
    });
  }
  if (listenerProtocol?.toUpperCase() === "TLS") {
    problems.push({
      path: `${path}.listener.protocol`,
      must: "not be TLS: CloudFront's VPC origins take no TLS listeners of Network Load Balancers",
      got: listenerProtocol,
      use: "TCP, with the certificate on the targets",
    });
  }
  return problems;
}

function checkArns(path: string, { loadBalancerArn, instanceArn }: EndpointFacts): Problem[] {
  const problems: Problem[] = [];
  if (loadBalancerArn !== undefined && typeIn(loadBalancerArn) === undefined) {
    const must = "be the ARN of an Application or Network Load Balancer";
    problems.push({ path: `${path}.loadBalancer.arn`, must, got: loadBalancerArn });
  }
  const ofInstance = instanceArn === undefined ? undefined : parseArn(instanceArn);
  if (instanceArn !== undefined && !(ofInstance?.service === "ec2" && ofInstance.resource.startsWith("instance/"))) {
    problems.push({ path: `${path}.instance.arn`, must: "be the ARN of an instance", got: instanceArn });
  }
  return problems;
}

const TYPES: Readonly<Record<string, string>> = { app: "application", net: "network", gwy: "gateway" };

/** `…:loadbalancer/<type>/<name>/<id>`; nothing for other resources. */
function typeIn(arn: string | undefined): string | undefined {
  const parsed = arn === undefined ? undefined : parseArn(arn);
  const [, type] = /^loadbalancer\/([a-z]+)\//.exec(parsed?.resource ?? "") ?? [];
  return parsed?.service === "elasticloadbalancing" && type !== undefined ? TYPES[type] : undefined;
}
