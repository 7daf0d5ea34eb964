// Reads lifecycle rules in their two shapes: those of aws.s3.BucketLifecycleConfiguration and those of the bucket itself.

import type { Property } from "../../aws/reading";
import type { Finding } from "../../rule";
import { undecided, violated } from "../../rule";

export const lifecycleType = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

/** At least one of the rules is as it must be. What is not known may be. */
export function* mustHaveRule(
  rules: Property,
  isMet: (rule: Property) => boolean | Property,
  what: string,
  fix: string,
): Iterable<Finding> {
  if (rules.state === "unknown") return yield undecided(rules);
  const answers = rules.items.map(isMet);
  if (answers.includes(true)) return;
  const open = answers.find((answer) => typeof answer !== "boolean");
  yield typeof open === "object" ? undecided(open) : violated(rules, what, fix);
}

/** Whether a rule is on, or the place that decides it. */
export function isEnabled(rule: Property): boolean | Property {
  const [status, enabled] = [rule.at("status"), rule.at("enabled")];
  const open = [status, enabled].find(({ state }) => state === "unknown");
  return open ?? (status.text === "Enabled" || enabled.flag === true);
}

/** Whether a rule that is on is about every object and aborts uploads that nobody finished. */
export function abortsUploads(rule: Property): boolean | Property {
  const filter = rule.at("filter");
  const narrowing = [
    rule.at("prefix"),
    rule.at("tags"),
    ...["and", "objectSizeGreaterThan", "objectSizeLessThan", "prefix", "tag"].map((name) => filter.at(name)),
  ].filter((place) => place.state === "unknown" || (place.state === "known" && !place.isEmpty));
  const days = [
    rule.at("abortIncompleteMultipartUpload", "daysAfterInitiation"),
    rule.at("abortIncompleteMultipartUploadDays"),
  ];
  if (narrowing.some(({ state }) => state === "known") || days.every(({ state }) => state === "absent")) return false;
  return narrowing[0] ?? isEnabled(rule);
}
