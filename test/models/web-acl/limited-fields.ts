// All headers or all cookies, of which AWS WAF sees the first 8 KB and the first 200.
// https://docs.aws.amazon.com/waf/latest/developerguide/waf-oversize-request-components.html

import type { Field } from "./fields";
import type { Place } from "./inputs";
import { bytesOf, comparable, cookiesOf, headersOf, type Pair, type WebRequest } from "./web-request";

export const OVERSIZE_HANDLING = ["CONTINUE", "MATCH", "NO_MATCH"] as const;

const MAXIMUM_BYTES = 8192;
const MAXIMUM_COUNT = 200;

interface Kind {
  readonly pairsOf: (request: WebRequest) => Pair[];
  readonly included: string;
  readonly excluded: string;
  /** Names that are equal here are equal for the filter. */
  readonly key: (name: string) => string;
}

/** In @pulumi/aws a list of one. "The string match for a key is not case sensitive", after trimming. */
export function compileHeaders(content: Place): Field {
  const headers = content.single().only("matchPattern", "matchScope", "oversizeHandling");
  return compile(headers, headers.required("matchPattern"), {
    pairsOf: headersOf,
    included: "includedHeaders",
    excluded: "excludedHeaders",
    key: comparable,
  });
}

/** "The string match for a key is case sensitive and must be exact." */
export function compileCookies(content: Place): Field {
  content.only("matchPatterns", "matchScope", "oversizeHandling");
  return compile(content, content.required("matchPatterns").single(), {
    pairsOf: cookiesOf,
    included: "includedCookies",
    excluded: "excludedCookies",
    key: (name) => name,
  });
}

function compile(content: Place, pattern: Place, kind: Kind): Field {
  const scope = content.required("matchScope").oneOf(["ALL", "KEY", "VALUE"]);
  const handling = content.required("oversizeHandling").oneOf(OVERSIZE_HANDLING);
  const isInspected = compileFilter(pattern, kind);
  return (request) => {
    // The limits come before the filter: they are of what CloudFront forwards.
    const { seen, oversize } = withinLimits(kind.pairsOf(request));
    if (oversize && handling !== "CONTINUE") {
      return handling === "MATCH";
    }
    return seen
      .filter(({ name }) => isInspected(name))
      .flatMap(({ name, value }) => (scope === "ALL" ? [name, value] : [scope === "KEY" ? name : value]));
  };
}

function compileFilter(pattern: Place, kind: Kind): (name: string) => boolean {
  const { kind: filter, content } = pattern.choice();
  if (filter === "all") {
    content.only();
    return () => true;
  }
  if (filter !== kind.included && filter !== kind.excluded) {
    throw pattern.notModelled(filter);
  }
  const names = new Set(content.list(1, 199).map((name) => kind.key(bytesOf(name.text()))));
  return (name) => names.has(kind.key(name)) === (filter === kind.included);
}

/** "The content is available for inspection up to the first limit reached." What counts as a byte is open: names and values. */
function withinLimits(pairs: readonly Pair[]): { seen: Pair[]; oversize: boolean } {
  let left = MAXIMUM_BYTES;
  const seen: Pair[] = [];
  for (const { name, value } of pairs.slice(0, MAXIMUM_COUNT)) {
    if (left <= 0) {
      break;
    }
    seen.push({ name: name.slice(0, left), value: value.slice(0, Math.max(0, left - name.length)) });
    left -= name.length + value.length;
  }
  return { seen, oversize: left < 0 || seen.length < pairs.length };
}
