import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { metadataOptions, metadataTypes } from "./metadata-service";

/** Containers do not reach the metadata service of the instance below them. */
export const requireHopLimit: Rule = {
  name: "ec2-metadata-hop-limit",
  severity: "medium",
  reason:
    "The metadata service must not answer beyond its instance, or every container on it has the role of the instance.",
  remediation: "Set metadataOptions.httpPutResponseHopLimit to 1, and give workloads roles of their own.",
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html",
  frameworks: [],
  profile: "strict",
  types: metadataTypes,
  *check({ type, properties }: Resource) {
    const limit = metadataOptions(type, properties)?.at("httpPutResponseHopLimit");
    if (limit?.state === "unknown") yield undecided(limit);
    else if (limit?.state === "known" && !(Number(limit.whole) <= 1))
      yield violated(limit, "is more than 1", "set it to 1");
  },
};
