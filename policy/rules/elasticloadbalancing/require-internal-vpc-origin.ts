import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import type { Rule } from "../../rule";
import { about, mustBeTrue } from "../../rule";
import { loadBalancerType } from "./load-balancer";

/** A load balancer that CloudFront reaches as a VPC origin is not on the internet as well. */
export const requireInternalVpcOrigin: Rule = {
  name: "lb-internal-vpc-origin",
  severity: "high",
  reason:
    "A load balancer that CloudFront reaches as a VPC origin must be internal, or the internet goes round the distribution and its web ACL.",
  remediation: "Set internal to true on the load balancer.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-vpc-origins.html",
  frameworks: [],
  profile: "baseline",
  types: [loadBalancerType],
  *join(graph: ResourceGraph) {
    const loadBalancers = new References(graph, [loadBalancerType], ["arn", "id"]);
    const reached = new Set(
      graph
        .ofType("aws:cloudfront/vpcOrigin:VpcOrigin")
        .flatMap((origin) =>
          loadBalancers.from(origin, "vpcOriginEndpointConfig", origin.properties.at("vpcOriginEndpointConfig", "arn")),
        ),
    );
    for (const loadBalancer of reached)
      for (const finding of mustBeTrue(loadBalancer.properties.at("internal"), "set it to true"))
        yield about(loadBalancer, finding);
  },
};
