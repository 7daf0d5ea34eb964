import type { Problem } from "../../errors";

/** Of the text that AWS WAF compares with: https://docs.aws.amazon.com/waf/latest/APIReference/API_ByteMatchStatement.html */
const MOST_BYTES = 200;

/** Requests are compared decoded and normalized. A prefix that is neither would match none of them, and protect nothing. */
export function checkPathPrefix(path: string, prefix: string | undefined): Problem[] {
  if (prefix === undefined) {
    return [];
  }
  if (!/^\/[^?#\s]*$/.test(prefix) || Buffer.byteLength(prefix) > MOST_BYTES) {
    return [
      { path, must: `be a path of at most ${MOST_BYTES} bytes that starts with /`, got: prefix, use: '"/images/"' },
    ];
  }
  if (/[%+*\\]|\/\/|\/\.\.?(\/|$)/.test(prefix)) {
    return [
      {
        path,
        must: "be as it is after decoding and normalizing, without % + * \\ // /./ and /../: it would match no request",
        got: prefix,
        use: '"/images/", which stands for all that begins so',
      },
    ];
  }
  return [];
}

/** A list of them, where every path is meant by leaving the list out. */
export function checkPathPrefixes(path: string, prefixes: readonly string[] | undefined): Problem[] {
  return prefixes?.length === 0
    ? [{ path, must: "name at least one path", use: "none at all for every path" }]
    : (prefixes ?? []).flatMap((prefix, index) => checkPathPrefix(`${path}[${index}]`, prefix));
}
