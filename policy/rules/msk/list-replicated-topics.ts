import type { Property } from "../../aws/reading";
import type { Finding, Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";

/** A replicator copies topics and groups that are listed, not whatever there is. */
export const listReplicatedTopics: Rule = {
  name: "msk-replicator-topics",
  severity: "medium",
  reason: "An MSK replicator must list what it copies: a pattern that fits everything copies tomorrow's topics, too.",
  remediation:
    "Set topicsToReplicates and consumerGroupsToReplicates to names or patterns that begin with one, or exclude what must not leave.",
  url: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator.html",
  frameworks: [],
  profile: "strict",
  types: ["aws:msk/replicator:Replicator"],
  *check({ properties }: Resource) {
    const replication = properties.at("replicationInfoList");
    yield* checkList(replication.at("topicReplications"), "topicsToReplicates", "topicsToExcludes");
    yield* checkList(
      replication.at("consumerGroupReplications"),
      "consumerGroupsToReplicates",
      "consumerGroupsToExcludes",
    );
  },
};

function* checkList(replications: Property, include: string, exclude: string): Iterable<Finding> {
  if (replications.state === "unknown") yield undecided(replications);
  for (const replication of replications.items) {
    const [included, excluded] = [replication.at(include), replication.at(exclude)];
    if (included.state === "unknown") yield undecided(included);
    // What is left out was looked at, whatever it is.
    if (excluded.items.length > 0) continue;
    for (const pattern of included.items) {
      if (pattern.state === "unknown") yield undecided(pattern);
      else if (!fitsEverything(pattern.text ?? "")) continue;
      else if (excluded.state === "unknown") yield undecided(excluded);
      else yield violated(pattern, "fits every name", `list names, or say in ${exclude} what must not be copied`);
    }
  }
}

/** Patterns are regular expressions of whole names. */
function fitsEverything(pattern: string): boolean {
  return /^\^?(\*|\.[*+]\??|\(\.[*+]\??\))\$?$/.test(pattern);
}
