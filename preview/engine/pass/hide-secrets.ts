// Secrets of a stack's config, hidden wherever a program or a policy says them aloud, as the engine hides them.

import type { PassJob } from "./job";

const hidden = "[secret]";

/** Shorter texts are left alone, as the engine leaves them: hiding each "a" of a message hides the message. */
const minimumLength = 3;

/** Of a text of several lines each line counts by itself, because output is read line by line. Not braces and the like. */
const minimumLineLength = 8;

export interface SecretFilter {
  hide(text: string): string;
  /** Length of the longest text that is hidden: a piece cut off a longer text may end within one. */
  readonly longest: number;
}

type Secrets = Pick<PassJob, "config" | "secretKeys" | "unreadableKeys">;

export function secretFilter({ config, secretKeys, unreadableKeys }: Secrets): SecretFilter {
  const texts = new Set<string>();
  for (const key of secretKeys) {
    // A placeholder is no secret, and may be as common a word as `false`.
    if (!unreadableKeys.includes(key)) for (const text of textsOf(config[key] ?? "")) texts.add(text);
  }
  // The longest first: one secret may be part of another.
  const ordered = [...texts].sort((a, b) => b.length - a.length);
  return {
    hide: (text) => ordered.reduce((rest, secret) => rest.replaceAll(secret, hidden), text),
    longest: ordered[0]?.length ?? 0,
  };
}

/** The forms in which a secret shows up: as it is, inside of JSON, line by line, and the texts inside of an object. */
function* textsOf(value: string): Iterable<string> {
  const forms = [value, ...leavesOf(value)].filter((text) => text.length >= minimumLength);
  for (const form of forms) {
    yield form;
    yield JSON.stringify(form).slice(1, -1);
    if (form.includes("\n")) yield* form.split(/\r?\n/).filter((line) => line.length >= minimumLineLength);
  }
}

function leavesOf(text: string): string[] {
  if (!/^\s*[[{]/.test(text)) return [];
  const leaves: string[] = [];
  try {
    JSON.parse(text, (_, value: unknown) => {
      if (typeof value === "string") leaves.push(value);
      return value;
    });
  } catch {
    return []; // A text that only looks like JSON.
  }
  return leaves;
}
