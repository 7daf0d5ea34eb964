import type { Property } from "../../aws/reading";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Rule } from "../../rule";
import { about, violated } from "../../rule";
import { bucketType, knownNames } from "../s3/bucket";

const bucketHost = /^(?:(.+)\.)?s3(?:-website)?(?:[.-][a-z0-9-]+)*\.amazonaws\.com(?:\.cn)?\.?$/i;
const environmentHost = /\.elasticbeanstalk\.com\.?$/i;

/** No record points at a name that anybody can take once its owner has given it up. */
export const refuseDanglingRecord: Rule = {
  name: "route53-no-dangling-record",
  severity: "high",
  reason:
    "A record must not point at a bucket or environment outside of the stack: once it is gone, anybody can take its name.",
  remediation:
    "Take the endpoint from the resource in the program, such as websiteEndpoint of the bucket, or remove the record.",
  url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/protection-from-dangling-dns.html",
  frameworks: [],
  profile: "strict",
  types: ["aws:route53/record:Record"],
  *join(graph: ResourceGraph) {
    const buckets = new Set(graph.ofType(bucketType).flatMap(knownNames));
    for (const record of graph.ofType("aws:route53/record:Record")) {
      for (const target of targetsOf(graph, record))
        if (isForeign(target.text ?? "", record, buckets))
          yield about(
            record,
            violated(
              target,
              "points at a name that is not of this stack",
              "take it from the resource, or remove the record",
            ),
          );
    }
  },
};

/** Those that were written down; what was made from a resource of the stack goes with it. */
function targetsOf(graph: ResourceGraph, record: StackResource): Property[] {
  const lists = ["aliases", "records"].filter((property) => graph.sourcesOf(record, property).length === 0);
  return lists.flatMap((property) =>
    record.properties.at(property).items.map((item) => (property === "aliases" ? item.at("name") : item)),
  );
}

function isForeign(host: string, record: StackResource, buckets: ReadonlySet<string>): boolean {
  const found = bucketHost.exec(host);
  if (found === null) return environmentHost.test(host);
  // An alias names the endpoint of the Region; the bucket has the name of the record.
  return !buckets.has(found[1] ?? record.properties.at("name").text?.replace(/\.$/, "") ?? "");
}
