import type { ResourceGraph } from "../../aws/resource-graph";
import { pciDss, securityHub } from "../../frameworks";
import type { Rule } from "../../rule";
import { violated, wholeResource } from "../../rule";
import { publicZonesWithout } from "./zone";

const queryLogType = "aws:route53/queryLog:QueryLog";

/** Public zones log the queries that they answer. */
export const requireQueryLog: Rule = {
  name: "route53-query-log",
  severity: "medium",
  reason:
    "A public hosted zone must log its queries: they show who looks for what, and names that are no longer there.",
  remediation: "Create an aws.route53.QueryLog with the zone's zoneId and a log group in us-east-1.",
  url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html",
  frameworks: [securityHub("Route53.2"), pciDss("10.4.2")],
  profile: "strict",
  types: [queryLogType],
  *join(graph: ResourceGraph) {
    const lacks = violated(wholeResource, "does not log queries", "create an aws.route53.QueryLog for it");
    yield* publicZonesWithout(graph, queryLogType, "zoneId", lacks);
  },
};
