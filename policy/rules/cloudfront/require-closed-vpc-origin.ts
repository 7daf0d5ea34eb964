import type { Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { SecurityGroupExposure } from "../../aws/security-group-exposure";
import type { Rule, Violated } from "../../rule";
import { about, undecided, violated } from "../../rule";

const loadBalancerType = "aws:lb/loadBalancer:LoadBalancer";
const vpcOriginType = "aws:cloudfront/vpcOrigin:VpcOrigin";

/** The security groups of a load balancer behind a VPC origin do not let everybody in. That it is internal is asked by lb-internal-vpc-origin. */
export const requireClosedVpcOrigin: Rule = {
  name: "cloudfront-vpc-origin-closed",
  severity: "medium",
  reason:
    "A load balancer behind a VPC origin is for CloudFront alone: what lets every address in lets all of the network go round the web ACL.",
  remediation:
    "Let the load balancer's security groups take ingress from CloudFront's managed prefix list or from the security group CloudFront-VPCOrigins-Service-SG only.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html",
  frameworks: [],
  profile: "baseline",
  types: [vpcOriginType],
  *join(graph: ResourceGraph) {
    const balancers = new References(graph, [loadBalancerType], ["arn", "id"]);
    const exposure = new SecurityGroupExposure(graph);
    for (const origin of graph.ofType(vpcOriginType)) {
      const arn = origin.properties.at("vpcOriginEndpointConfig", "arn");
      for (const balancer of balancers.from(origin, "vpcOriginEndpointConfig", arn)) {
        for (const group of exposure.groups.from(balancer, "securityGroups")) {
          for (const { resource, property } of exposure.openRulesOf(group))
            yield about(resource, property.state === "unknown" ? undecided(property) : open(property, balancer.name));
        }
      }
    }
  },
};

function open(property: Property, balancer: string): Violated {
  return violated(
    property,
    `lets everybody in to the load balancer "${balancer}", which is behind a VPC origin`,
    "let in CloudFront's managed prefix list or the security group of its VPC origins instead",
  );
}
