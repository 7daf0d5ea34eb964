import { checkMember, checkRange } from "../../argument-checks";
import type { Problem } from "../../errors";
import { FrameOption, ReferrerPolicy, type ResponseHeadersArgs } from "./response-headers";

export function checkResponseHeaders(path: string, headers: ResponseHeadersArgs): Problem[] {
  return [
    ...checkMember(`${path}.frameOption`, headers.frameOption, FrameOption),
    ...checkMember(`${path}.referrerPolicy`, headers.referrerPolicy, ReferrerPolicy),
    ...checkRange(`${path}.hstsMaxAgeSeconds`, headers.hstsMaxAgeSeconds, { min: 0, max: 2_147_483_647 }),
    ...checkContentSecurityPolicy(`${path}.contentSecurityPolicy`, headers.contentSecurityPolicy),
    ...checkNames(`${path}.customHeaders`, Object.keys(headers.customHeaders ?? {})),
    ...checkReserved(`${path}.customHeaders`, Object.keys(headers.customHeaders ?? {})),
    ...checkNames(`${path}.removedHeaders`, headers.removedHeaders ?? []),
    ...checkCorsOrigins(`${path}.corsOrigins`, headers.corsOrigins),
  ];
}

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-policies
const MOST_CHARACTERS = 1_783;
const MOST_HEADERS = 10;

function checkContentSecurityPolicy(path: string, policy: string | undefined): Problem[] {
  return policy === undefined || policy.length <= MOST_CHARACTERS
    ? []
    : [{ path, must: `have at most ${MOST_CHARACTERS} characters`, got: policy.length }];
}

function checkNames(path: string, names: readonly string[]): Problem[] {
  const problems: Problem[] = names
    .filter((name) => !/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name))
    .map((name) => ({ path, must: "have HTTP header names", got: name }));
  if (names.length > MOST_HEADERS) {
    problems.push({ path, must: `have at most ${MOST_HEADERS} headers`, got: names.length });
  }
  const lowerCase = names.map((name) => String(name).toLowerCase());
  return [
    ...problems,
    ...names
      .filter((_, index) => lowerCase.indexOf(lowerCase[index] ?? "") < index)
      .map((name) => ({ path, must: "name each header once, in whatever case", got: name })),
  ];
}

/** What CloudFront refuses among custom headers, and the argument that sets it. */
const ARGUMENTS: ReadonlyMap<string, string> = new Map([
  ["content-security-policy", "contentSecurityPolicy"],
  ["referrer-policy", "referrerPolicy"],
  ["strict-transport-security", "hstsMaxAgeSeconds"],
  ["x-content-type-options", "nothing: it is always set"],
  ["x-frame-options", "frameOption"],
  ["x-xss-protection", "contentSecurityPolicy: browsers no longer know it"],
]);

function checkReserved(path: string, names: readonly string[]): Problem[] {
  return names.flatMap((name) => {
    const lowerCase = name.toLowerCase();
    const use = lowerCase.startsWith("access-control-") ? "corsOrigins" : ARGUMENTS.get(lowerCase);
    return use === undefined ? [] : [{ path, must: "not have security or CORS headers", got: name, use }];
  });
}

function checkCorsOrigins(path: string, origins: readonly string[] | undefined): Problem[] {
  if (origins?.length === 0) {
    return [{ path, must: "name at least one origin, or be left out" }];
  }
  return (origins ?? []).flatMap((origin, index) =>
    /^(\*|https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?)$/.test(origin)
      ? []
      : [
          {
            path: `${path}[${index}]`,
            must: "be an origin: scheme and host, without a path",
            got: origin,
            use: '"https://app.example.com"',
          },
        ],
  );
}
