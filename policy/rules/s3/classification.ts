// How sensitive the data of a bucket is, as its tags say.

import type { Property } from "../../aws/reading";
import type { StackResource } from "../../aws/resource-graph";
import type { Parameters, TextParameter } from "../../parameters";

export const tagParameter: TextParameter = {
  kind: "text",
  description: 'Key of the tag that says how sensitive the data of a bucket is; "data-classification" unless set.',
  pattern: "^[^\\s].{0,127}$",
  example: "data-classification",
};

/** The tag of the bucket, which may come from the provider's default tags: a preview does not know those, a deployment does. */
export function classificationOf(bucket: StackResource, parameters: Parameters): Property {
  const key = parameters.text("tag") ?? "data-classification";
  const own = bucket.properties.at("tags", key);
  const all = bucket.properties.at("tagsAll", key);
  return own.state === "absent" && all.state === "known" ? all : own;
}

/** Classes are compared without regard to case. */
export function classNamed(tag: Property): string {
  return (tag.text ?? "").toLowerCase();
}
