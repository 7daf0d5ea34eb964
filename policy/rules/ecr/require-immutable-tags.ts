import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf } from "../../rule";
import { repositoryType } from "./repository";

const immutable = new Set(["IMMUTABLE", "IMMUTABLE_WITH_EXCLUSION"]);

/** What a tag means does not change. */
export const requireImmutableTags: Rule = {
  name: "ecr-immutable-tags",
  severity: "medium",
  reason:
    "Tags of images must be immutable, so that what was tested is what runs and nobody pushes another in its place.",
  remediation: 'Set imageTagMutability to "IMMUTABLE".',
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html",
  // ECR.2 takes no exclusions.
  frameworks: [securityHub("ECR.2", "looser")],
  profile: "strict",
  types: [repositoryType],
  check: ({ properties }: Resource) =>
    mustBeOneOf(properties.at("imageTagMutability"), immutable, 'set it to "IMMUTABLE"'),
};
