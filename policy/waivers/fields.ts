// What a waiver must say, as data: config.ts checks it, and the JSON schema of config files is made from it.

import type { Waiver } from "./waiver";

export interface WaiverField {
  readonly description: string;
  /** Continues the sentence "<key>: must be …, such as <example>". */
  readonly form: string;
  readonly examples: readonly [string, ...string[]];
  /** In the Unicode mode of JavaScript, as JSON schemas have it. */
  readonly pattern: string;
  readonly isOptional?: true;
}

/**
 * No control characters, line ends, bidirectional overrides and invisible characters: these texts end up on terminals and in pull
 * requests, and must be what they look like.
 */
const printable = "[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]";

/** Short, and nothing to quote wherever it is printed. */
export const waiverId = "^[a-z0-9][a-z0-9-]{0,63}$";

/** Owner and ticket without the characters that end them in the line that reports a waived finding. */
export const waiverFields: Readonly<Record<Exclude<keyof Waiver, "id" | "property">, WaiverField>> = {
  policy: {
    description: "Name of the rule that may be violated.",
    form: "the name of a rule",
    examples: ["cloudfront-waf"],
    pattern: "^[a-z0-9-]+$",
  },
  resource: {
    description:
      "Name of the resource, or its URN where it begins with `urn:` or has `::` in it. `*` stands for any characters.",
    form: "a name or a URN",
    examples: ["site-*", "urn:pulumi:prod::*::site-*"],
    // Every URN begins with `urn:`: what has `::` in it and begins otherwise would match nothing.
    pattern: `^(?=urn:|\\*|(?!.*::))${printable}+$`,
  },
  reason: {
    description: "Why it may be violated. Shown in every report.",
    form: "one line of text",
    examples: ["the firewall moves to the new account in January"],
    pattern: `^(?!\\s)${printable}+$`,
  },
  owner: {
    description: "Who answers for it.",
    form: "one line of text without brackets and colons",
    examples: ["edge-team"],
    pattern: `^(?!\\s)(?:(?![():])${printable})+$`,
  },
  ticket: {
    description: "Where it was decided.",
    form: "text without blanks and brackets",
    examples: ["OPS-123"],
    pattern: `^(?:(?![\\s()])${printable})+$`,
    isOptional: true,
  },
  expires: {
    description: "The last day on which it holds, in UTC.",
    form: "a day",
    examples: ["2027-01-31"],
    pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$",
  },
};

/** JavaScript takes the 30th of February for the 2nd of March, or for no date at all. */
export function isDay(text: string): boolean {
  return new RegExp(waiverFields.expires.pattern).test(text) && String(new Date(text).toJSON()).startsWith(text);
}
