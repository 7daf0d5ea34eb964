import type { Resource, Rule } from "../../rule";
import { mustBeSet } from "../../rule";
import { providerType } from "./provider";

/** A provider says in which Region it works. */
export const requireRegion: Rule = {
  name: "provider-region",
  severity: "low",
  reason: "A provider must name its Region: one from a profile changes with who deploys, and no policy can see it.",
  remediation: "Set aws:region in the stack's config, or region of the provider.",
  url: "https://docs.aws.amazon.com/sdkref/latest/guide/feature-region.html",
  frameworks: [],
  profile: "strict",
  types: [providerType],
  check: ({ properties }: Resource) => mustBeSet(properties.at("region"), "set it to the code of a Region"),
};
