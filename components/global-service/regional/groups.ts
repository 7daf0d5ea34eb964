import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { allowCloudFrontAddresses } from "../../load-balancing/cloudfront-ingress";
import type { RegionalNetwork } from "../../network/regional-network";
import type { ServiceEndpoints } from "../../network/service-endpoints";
import type { RegionalScope } from "./scope";

export interface RegionalGroups {
  readonly loadBalancer: aws.ec2.SecurityGroup;
  readonly tasks: aws.ec2.SecurityGroup;
  /** What must exist before requests can pass. */
  readonly rules: readonly pulumi.Resource[];
}

/**
 * CloudFront → load balancer → tasks → endpoints of AWS services: each lets in what comes before it. Tasks reach the internet only with
 * `internetAccess`. Children: `<name>-alb-security-group`, `<name>-task-security-group` and a rule for each link.
 */
export function createGroups(
  { parent, name, place: { region }, config }: RegionalScope,
  { vpc }: RegionalNetwork,
  endpoints: ServiceEndpoints,
): RegionalGroups {
  const { tags, container, internetAccess } = config;
  const group = (role: string, description: string): aws.ec2.SecurityGroup =>
    new aws.ec2.SecurityGroup(
      `${name}-${role}-security-group`,
      { region, vpcId: vpc.id, description, tags },
      { parent },
    );
  const loadBalancer = group("alb", `Load balancer of ${name}`);
  const tasks = group("task", `Tasks of ${name}`);
  const pair = (
    role: string,
    from: aws.ec2.SecurityGroup,
    to: aws.ec2.SecurityGroup,
    port: number,
  ): pulumi.Resource[] => {
    const link = { region, ipProtocol: "tcp", fromPort: port, toPort: port, description: role, tags };
    return [
      new aws.vpc.SecurityGroupEgressRule(
        `${name}-${role}-egress`,
        { securityGroupId: from.id, referencedSecurityGroupId: to.id, ...link },
        { parent },
      ),
      new aws.vpc.SecurityGroupIngressRule(
        `${name}-${role}-ingress`,
        { securityGroupId: to.id, referencedSecurityGroupId: from.id, ...link },
        { parent },
      ),
    ];
  };
  const toService = Object.entries(endpoints.prefixListIds).map(
    ([service, prefixListId]) =>
      new aws.vpc.SecurityGroupEgressRule(
        `${name}-task-${service}-egress`,
        {
          region,
          securityGroupId: tasks.id,
          prefixListId,
          ipProtocol: "tcp",
          fromPort: 443,
          toPort: 443,
          description: service,
          tags,
        },
        { parent },
      ),
  );
  const toInternet = internetAccess
    ? [
        new aws.vpc.SecurityGroupEgressRule(
          `${name}-task-internet-egress`,
          {
            region,
            securityGroupId: tasks.id,
            cidrIpv4: "0.0.0.0/0",
            ipProtocol: "tcp",
            fromPort: 443,
            toPort: 443,
            description: "internet, HTTPS only",
            tags,
          },
          { parent },
        ),
      ]
    : [];
  return {
    loadBalancer,
    tasks,
    rules: [
      allowCloudFrontAddresses(`${name}-alb-ingress`, {
        parent,
        region,
        securityGroupId: loadBalancer.id,
        port: 443,
        tags,
      }),
      ...pair("task", loadBalancer, tasks, container.port),
      ...pair("endpoint", tasks, endpoints.securityGroup, 443),
      ...toService,
      ...toInternet,
    ],
  };
}
