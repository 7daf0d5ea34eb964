// What a browser sends as Referer when a page embeds a resource: "Determine request's Referrer" of
// https://w3c.github.io/webappsec-referrer-policy/#determine-requests-referrer

import type { WebRequest } from "./web-request";

export const REFERRER_POLICIES = [
  "no-referrer",
  "no-referrer-when-downgrade",
  "origin",
  "origin-when-cross-origin",
  "same-origin",
  "strict-origin",
  "strict-origin-when-cross-origin",
  "unsafe-url",
] as const;
export type ReferrerPolicy = (typeof REFERRER_POLICIES)[number];

/** Longer Referers are cut down to the origin, in characters of the whole URL. */
const MAXIMUM_LENGTH = 4096;

/**
 * The value of the header, or nothing where the browser sends none. `page` is the document, or the style sheet, that asks for
 * `resource`; the policy is of the page or of the element.
 */
export function refererOf(
  page: string,
  resource: string,
  policy: ReferrerPolicy = "strict-origin-when-cross-origin",
): string | undefined {
  const source = new URL(page);
  const target = new URL(resource);
  if (source.protocol !== "https:" && source.protocol !== "http:") {
    // about:, blob: and data: by the specification; browsers send none from files either.
    return undefined;
  }
  const origin = stripped(source, true);
  const url = stripped(source, false);
  const full = url.length > MAXIMUM_LENGTH ? origin : url;
  const sameOrigin = source.origin === target.origin;
  const downgrade = isPotentiallyTrustworthy(source) && !isPotentiallyTrustworthy(target);
  switch (policy) {
    case "no-referrer":
      return undefined;
    case "no-referrer-when-downgrade":
      return downgrade ? undefined : full;
    case "origin":
      return origin;
    case "origin-when-cross-origin":
      return sameOrigin ? full : origin;
    case "same-origin":
      return sameOrigin ? full : undefined;
    case "strict-origin":
      return downgrade ? undefined : origin;
    case "strict-origin-when-cross-origin":
      return sameOrigin ? full : downgrade ? undefined : origin;
    case "unsafe-url":
      return full;
    default:
      return unreachable(policy);
  }
}

/** The request for that resource as CloudFront gets it: browsers resolve dots in paths and leave everything else as written. */
export function embeddedRequest(page: string, resource: string, policy?: ReferrerPolicy): WebRequest {
  const { host, pathname, search } = new URL(resource);
  const referer = refererOf(page, resource, policy);
  return {
    uri: `${pathname}${search}`,
    headers: { Host: host, ...(referer === undefined ? {} : { Referer: referer }) },
  };
}

/** Never with user, password or fragment. An origin ends with a slash: it is a URL with an empty path. */
function stripped(page: URL, originOnly: boolean): string {
  const url = new URL(page);
  url.username = "";
  url.password = "";
  url.hash = "";
  if (originOnly) {
    url.pathname = "";
    url.search = "";
  }
  return url.href;
}

/** https://w3c.github.io/webappsec-secure-contexts/#is-origin-trustworthy */
function isPotentiallyTrustworthy({ protocol, hostname }: URL): boolean {
  const isLoopback = /^127\./.test(hostname) || hostname === "[::1]" || /(^|\.)localhost$/.test(hostname);
  return protocol === "https:" || isLoopback;
}

function unreachable(policy: never): never {
  throw new Error(`Unknown referrer policy ${policy}`);
}
