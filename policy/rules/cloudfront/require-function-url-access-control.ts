import { isUnset, type Property } from "../../aws/reading";
import type { ResourceGraph } from "../../aws/resource-graph";
import { securityHub } from "../../frameworks";
import type { Finding, Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { distributionTypes, kindOf, openOriginsFrom } from "./distribution";

/** Every origin that is a Lambda function URL has an origin access control. */
export const requireFunctionUrlAccessControl: Rule = {
  name: "cloudfront-lambda-origin-oac",
  severity: "high",
  reason:
    "CloudFront must sign its requests to a Lambda function URL, or the URL has to be open to everybody and the distribution protects nothing.",
  remediation:
    'Set originAccessControlId on the origin to the id of an aws.cloudfront.OriginAccessControl with originAccessControlOriginType "lambda", and authorizationType of the function URL to "AWS_IAM".',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-lambda.html",
  frameworks: [securityHub("CloudFront.16")],
  profile: "baseline",
  types: distributionTypes,
  *check({ properties }: Resource) {
    for (const origin of properties.at("origins").items) if (kindOf(origin) === "lambda") yield* checkControl(origin);
  },
  // While the host name is not known, what it was made from tells that it is a function's.
  *join(graph: ResourceGraph) {
    for (const distribution of graph.ofType(...distributionTypes)) {
      if (distribution.properties.at("origins").state === "unknown") yield about(distribution, undecided("origins"));
      const types = ["aws:lambda/functionUrl:FunctionUrl"];
      for (const { origin, source } of openOriginsFrom(graph, distribution, types)) {
        for (const finding of checkControl(origin))
          yield about(distribution, source === undefined ? undecided(origin.at("domainName")) : finding);
      }
    }
  },
};

function* checkControl(origin: Property): Iterable<Finding> {
  const control = origin.at("originAccessControlId");
  if (isUnset(control))
    yield violated(
      control,
      "is not set on a Lambda function URL",
      'set it to the id of an aws.cloudfront.OriginAccessControl of type "lambda"',
    );
}
