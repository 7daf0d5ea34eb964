import type { Resource, Rule } from "../../rule";
import { mustBeOneOf, undecided, violated } from "../../rule";

export const userTypes = ["aws:transfer/user:User", "aws:transfer/access:Access"];
const logical = new Set(["LOGICAL"]);

/** Users see directories that are made for them, and not the bucket. */
export const requireLogicalHome: Rule = {
  name: "transfer-logical-home",
  severity: "medium",
  reason:
    "Users of a Transfer Family server must have a logical home directory: in the other kind they can walk up the bucket.",
  remediation:
    'Set homeDirectoryType to "LOGICAL" and homeDirectoryMappings to entry "/" and target "/<bucket>/<prefix of the user>".',
  url: "https://docs.aws.amazon.com/transfer/latest/userguide/logical-dir-mappings.html",
  frameworks: [],
  profile: "strict",
  types: userTypes,
  *check({ properties }: Resource) {
    yield* mustBeOneOf(properties.at("homeDirectoryType"), logical, 'set it to "LOGICAL", with homeDirectoryMappings');
    const mappings = properties.at("homeDirectoryMappings");
    if (mappings.state === "unknown") yield undecided(mappings);
    for (const mapping of mappings.items) {
      const target = mapping.at("target");
      if (target.state === "unknown") yield undecided(target);
      // A target is a bucket and a prefix in it; one without a prefix is the whole bucket.
      else if (!/^\/[^/]+\/[^/]/.test(target.text ?? ""))
        yield violated(target, "names no prefix in a bucket", 'set it to "/<bucket>/<prefix of the user>"');
    }
  },
};
