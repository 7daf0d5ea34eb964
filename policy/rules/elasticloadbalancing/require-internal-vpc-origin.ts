import { Links } from "../../aws/links";
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
    const loadBalancers = new Links(graph, graph.ofType(loadBalancerType));
    const origins = graph.ofType("aws:cloudfront/vpcOrigin:VpcOrigin");
    const byArn = new Set(
      origins.flatMap(({ properties }) => properties.at("vpcOriginEndpointConfig", "arn").text ?? []),
    );
    const reached = new Set([
      ...origins.flatMap((origin) => loadBalancers.namedBy(origin, "vpcOriginEndpointConfig")),
      ...loadBalancers.targets.filter(({ properties }) => byArn.has(properties.at("arn").text ?? "")),
    ]);
    for (const loadBalancer of reached)
      for (const finding of mustBeTrue(loadBalancer.properties.at("internal"), "set it to true"))
        yield about(loadBalancer, finding);
  },
};
