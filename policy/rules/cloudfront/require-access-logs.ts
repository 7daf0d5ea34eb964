import { isUnset } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { pciDss, securityHub } from "../../frameworks";
import type { Rule } from "../../rule";
import { about, undecided, violated, wholeResource } from "../../rule";
import { distributionTypes } from "./distribution";

/** Every distribution logs who asked for what: the legacy way, or with a log delivery of CloudWatch. */
export const requireAccessLogs: Rule = {
  name: "cloudfront-access-logs",
  severity: "medium",
  reason: "Without access logs nobody can tell afterwards who read what, or what an attack asked for.",
  remediation:
    'Create an aws.cloudwatch.LogDeliverySource with resourceArn of the distribution, logType "ACCESS_LOGS" and region "us-east-1", and an aws.cloudwatch.LogDelivery of it; or set loggingConfig.bucket.',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logging.html",
  // CloudFront.5 knows the legacy way only, so it fails distributions that this rule accepts.
  frameworks: [securityHub("CloudFront.5", "looser"), pciDss("10.4.2")],
  profile: "strict",
  types: distributionTypes,
  *join(graph: ResourceGraph) {
    const distributions = new References(graph, distributionTypes, ["arn"]);
    const sourceType = "aws:cloudwatch/logDeliverySource:LogDeliverySource";
    const sources = distributions.users(graph.ofType(sourceType), "resourceArn");
    const deliveries = new References(graph, [sourceType], ["name", "id"]).users(
      graph.ofType("aws:cloudwatch/logDelivery:LogDelivery"),
      "deliverySourceName",
    );
    for (const distribution of distributions.all) {
      // It takes a small part of its primary's requests, for the time of a trial.
      if (distribution.properties.at("staging").flag === true) continue;
      const bucket = distribution.properties.at("loggingConfig", "bucket");
      const own = (sources.get(distribution) ?? []).filter((source) => {
        const type = source.properties.at("logType");
        return type.state === "unknown" || type.text === "ACCESS_LOGS";
      });
      if (own.some((source) => deliveries.has(source))) continue;
      if (bucket.state === "unknown") {
        // A bucket that is made in this stack has no known name yet, and is one all the same.
        if ((distribution.sources.loggingConfig ?? []).length === 0) yield about(distribution, undecided(bucket));
      } else if (own.length > 0)
        yield about(
          distribution,
          violated(
            wholeResource,
            "has a log delivery source and no delivery of it",
            "create an aws.cloudwatch.LogDelivery",
          ),
        );
      else if (isUnset(bucket))
        yield about(
          distribution,
          violated(
            wholeResource,
            "has no access log",
            "create an aws.cloudwatch.LogDeliverySource with its ARN and an aws.cloudwatch.LogDelivery",
          ),
        );
    }
  },
};
