import type { Property } from "../../aws/reading";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import type { Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { bucketType, knownNames } from "../s3/bucket";

/** Not of a VPC endpoint or an access point: those names hold an account. */
const bucketHost =
  /^(?:(.+)\.)?s3(?:-website)?(?:\.dualstack)?(?:[.-][a-z]{2}(?:-[a-z]+)+-\d)?\.amazonaws\.com(?:\.cn)?\.?$/i;
const fix = "take it from the resource, or remove the record";
const recordType = "aws:route53/record:Record";
/** Names with `eba-` hold what AWS has drawn for the environment, and nobody else gets them. */
const environmentHost = /^(?!.*\.eba-[a-z0-9]+\.).+\.elasticbeanstalk\.com\.?$/i;

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
  types: [recordType],
  *join(graph: ResourceGraph) {
    const buckets = graph.ofType(bucketType).map(knownNames);
    const names = new Set(buckets.flat());
    const isAnyUnnamed = buckets.some((known) => known.length === 0);
    for (const record of graph.ofType(recordType)) {
      for (const target of targetsOf(graph, record)) {
        const bucket = bucketOf(target.text ?? "", record.properties.at("name"));
        if (bucket === undefined ? !environmentHost.test(target.text ?? "") : isOneOf(bucket, names)) continue;
        // It may be the bucket whose name is not known yet, or the name of the record may be that of one.
        if (bucket === "" || (bucket !== undefined && isAnyUnnamed)) yield about(record, undecided(target));
        else yield about(record, violated(target, "points at a name that is not of this stack", fix));
      }
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

/**
 * The bucket that a host name is of. An alias names the endpoint of the Region alone: the bucket has the name of the record, which ends
 * with a dot where the name of the zone may still be missing.
 */
function bucketOf(host: string, name: Property): string | undefined {
  const found = bucketHost.exec(host.toLowerCase());
  return found === null ? undefined : (found[1] ?? name.text?.replace(/\.?$/, ".").toLowerCase() ?? "");
}

function isOneOf(bucket: string, names: ReadonlySet<string>): boolean {
  return names.has(bucket) || (bucket.endsWith(".") && [...names].some((name) => `${name}.`.startsWith(bucket)));
}
