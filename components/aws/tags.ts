import type { Input } from "@pulumi/pulumi";
import type { Problem } from "../errors";

/** Tags for every resource of a component that can carry tags. */
export type Tags = Readonly<Record<string, Input<string>>>;

// https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html#tag-conventions
const MAX_TAGS = 50;
const MAX_KEY_CHARACTERS = 128;
const MAX_VALUE_CHARACTERS = 256;
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** What AWS would refuse about a set of tags. Values that are not known yet are not judged. */
export function checkTags(path: string, tags: Tags | undefined): Problem[] {
  const entries = Object.entries(tags ?? {});
  const problems: Problem[] = [];
  if (entries.length > MAX_TAGS) {
    problems.push({ path, must: `have at most ${MAX_TAGS} tags`, got: entries.length });
  }
  for (const [key, value] of entries) {
    if (key.length === 0 || key.length > MAX_KEY_CHARACTERS) {
      problems.push({ path, must: `have keys of 1 to ${MAX_KEY_CHARACTERS} characters`, got: key });
    }
    if (/^aws:/i.test(key)) {
      problems.push({ path, must: 'not use the prefix "aws:", which AWS reserves', got: key });
    }
    if (typeof value === "string" && value.length > MAX_VALUE_CHARACTERS) {
      const got = value.length;
      problems.push({ path: `${path}.${key}`, must: `have at most ${MAX_VALUE_CHARACTERS} characters`, got });
    }
    for (const text of [key, value]) {
      if (typeof text === "string" && !TAG_TEXT.test(text)) {
        problems.push({
          path: `${path}.${key}`,
          must: "be letters, digits, spaces and _ . : / = + - @ only",
          got: text,
        });
      }
    }
  }
  return problems;
}
