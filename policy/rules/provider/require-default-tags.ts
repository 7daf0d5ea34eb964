import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { inputOf, providerType } from "./provider";

/** Whatever a provider makes says whose it is. */
export const requireDefaultTags: Rule = {
  name: "provider-default-tags",
  severity: "low",
  reason:
    "A provider must tag whatever it makes, so that what is found in an account can be traced to who answers for it.",
  remediation: "Set aws:defaultTags in the stack's config, or defaultTags of the provider, with tags such as owner.",
  url: "https://docs.aws.amazon.com/whitepapers/latest/tagging-best-practices/tagging-best-practices.html",
  frameworks: [],
  profile: "strict",
  types: [providerType],
  *check({ properties }: Resource) {
    const tags = inputOf(properties, "defaultTags").at("tags");
    if (tags.state === "unknown") yield undecided(tags);
    else if (tags.keys.length === 0) yield violated("defaultTags", "has no tags", "set tags such as owner in it");
  },
};
