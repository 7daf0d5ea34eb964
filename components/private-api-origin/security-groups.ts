import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Endpoint } from "./endpoint";
import type { PrivateApiOriginScope } from "./scope";

const HTTPS = { ipProtocol: "tcp", fromPort: 443, toPort: 443 };

export interface LoadBalancerGroup {
  readonly group: aws.ec2.SecurityGroup;
  /** Without them the load balancer does not reach the endpoint. */
  readonly rules: readonly pulumi.Resource[];
}

/**
 * The chain CloudFront → load balancer → endpoint: each lets in what comes before it and calls what comes after, on port 443. The first
 * link is made with the VPC origin. Rules are resources of their own, because the groups name each other.
 */
export function createLoadBalancerGroup(
  { parent, name, tags }: PrivateApiOriginScope,
  vpcId: pulumi.Input<string>,
  endpoint: Endpoint,
): LoadBalancerGroup {
  const group = new aws.ec2.SecurityGroup(
    `${name}-load-balancer-security-group`,
    { vpcId, description: `Load balancer of ${name}`, tags },
    { parent },
  );
  const egress = new aws.vpc.SecurityGroupEgressRule(
    `${name}-load-balancer-egress`,
    {
      securityGroupId: group.id,
      referencedSecurityGroupId: endpoint.securityGroupId,
      ...HTTPS,
      description: "API endpoint",
      tags,
    },
    { parent },
  );
  const ingress = new aws.vpc.SecurityGroupIngressRule(
    `${name}-endpoint-ingress`,
    {
      securityGroupId: endpoint.securityGroupId,
      referencedSecurityGroupId: group.id,
      ...HTTPS,
      description: `Load balancer of ${name}`,
      tags,
    },
    { parent },
  );
  return { group, rules: [egress, ingress] };
}
