import type { Resource, Rule } from "../../rule";
import { undecided, violated, wholeResource } from "../../rule";

const replicaTypes = ["aws:kms/replicaKey:ReplicaKey", "aws:kms/replicaExternalKey:ReplicaExternalKey"];

/** The material of a key stays in one Region. */
export const refuseMultiRegion: Rule = {
  name: "kms-single-region",
  severity: "medium",
  reason:
    "The material of a KMS key must stay in one Region: with a copy elsewhere, data can be decrypted outside of its Region.",
  remediation:
    "Leave multiRegion out, and create a key for each Region; waive the keys that must decrypt what another Region encrypted.",
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html",
  frameworks: [],
  profile: "strict",
  types: ["aws:kms/key:Key", "aws:kms/externalKey:ExternalKey", ...replicaTypes],
  *check({ type, properties }: Resource) {
    const multiRegion = properties.at("multiRegion");
    if (replicaTypes.includes(type))
      yield violated(wholeResource, "is a copy of a key in another Region", "create a key of this Region's own");
    else if (multiRegion.state === "unknown") yield undecided(multiRegion);
    else if (multiRegion.flag === true) yield violated(multiRegion, "is true", "leave it out");
  },
};
