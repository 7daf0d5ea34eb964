// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html

import { type Input, NotModelled } from "./inputs";
import { type HttpRequest, headerOf, pathOf } from "./request";
import { matchesPattern } from "./wildcards";

export function meets(condition: Input, request: HttpRequest): boolean {
  const [[kind, content] = ["nothing", condition], ...others] = condition.entries();
  if (others.length > 0) {
    throw condition.notModelled("more than one kind of condition in one");
  }
  const patterns = content.required("values").texts();
  switch (kind) {
    case "httpHeader": {
      const value = headerOf(request, content.only("httpHeaderName", "values").required("httpHeaderName").text());
      // "The header name and the match evaluation are not case-sensitive."
      return value !== undefined && patterns.some((pattern) => matchesPattern(pattern, value, { ignoreCase: true }));
    }
    case "hostHeader":
      content.only("values");
      return patterns.some((pattern) => matchesPattern(pattern, request.host, { ignoreCase: true }));
    case "pathPattern":
      content.only("values");
      return matchesPath(patterns, pathOf(request));
    default:
      throw condition.notModelled(kind);
  }
}

/** "The rule evaluation is performed only after URI normalization occurs", which is not described: where it could matter, this throws. */
function matchesPath(patterns: readonly string[], path: string): boolean {
  if (/\/\.{1,2}(\/|$)|\/\//.test(decode(path))) {
    throw new NotModelled(`${path}: how load balancers normalise it is not known`);
  }
  const [raw, decoded] = [path, decode(path)].map((each) => patterns.some((pattern) => matchesPattern(pattern, each)));
  if (raw !== decoded) {
    throw new NotModelled(`${path}: whether load balancers decode it before they compare is not known`);
  }
  return raw ?? false;
}

export function decode(path: string): string {
  return path.replace(/(%[0-9A-Fa-f]{2})+/g, (encoded) => {
    try {
      return decodeURIComponent(encoded);
    } catch {
      return encoded;
    }
  });
}
