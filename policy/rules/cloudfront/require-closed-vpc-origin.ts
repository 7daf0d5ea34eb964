import type { Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { SecurityGroupExposure } from "../../aws/security-group-exposure";
import type { Rule, Violated } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { loadBalancerType } from "../elasticloadbalancing/load-balancer";

/** What a VPC origin can be of, and the property with its security groups. */
const endpoints = [
  { type: loadBalancerType, groups: "securityGroups", what: "load balancer" },
  { type: "aws:ec2/instance:Instance", groups: "vpcSecurityGroupIds", what: "instance" },
] as const;
const vpcOriginType = "aws:cloudfront/vpcOrigin:VpcOrigin";

/** The security groups of a load balancer or instance behind a VPC origin do not let everybody in. That it is internal is asked by lb-internal-vpc-origin. */
export const requireClosedVpcOrigin: Rule = {
  name: "cloudfront-vpc-origin-closed",
  severity: "medium",
  reason:
    "A load balancer or instance behind a VPC origin is for CloudFront alone: what lets every address in lets all of the network go round the web ACL.",
  remediation:
    "Let its security groups take ingress from CloudFront's managed prefix list or from the security group CloudFront-VPCOrigins-Service-SG only.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html",
  frameworks: [],
  profile: "baseline",
  types: [vpcOriginType],
  *join(graph: ResourceGraph) {
    const exposure = new SecurityGroupExposure(graph);
    for (const { type, groups, what } of endpoints) {
      const references = new References(graph, [type], ["arn", "id"]);
      for (const origin of graph.ofType(vpcOriginType)) {
        const arn = origin.properties.at("vpcOriginEndpointConfig", "arn");
        for (const endpoint of references.from(origin, "vpcOriginEndpointConfig", arn)) {
          const rules = exposure.groups.from(endpoint, groups).flatMap((group) => exposure.openRulesOf(group));
          for (const { resource, property } of rules)
            yield about(
              resource,
              property.state === "unknown" ? undecided(property) : open(property, `the ${what} "${endpoint.name}"`),
            );
        }
      }
    }
  },
};

function open(property: Property, endpoint: string): Violated {
  return violated(
    property,
    `lets everybody in to ${endpoint}, which is behind a VPC origin`,
    "let in CloudFront's managed prefix list or the security group of its VPC origins instead",
  );
}
