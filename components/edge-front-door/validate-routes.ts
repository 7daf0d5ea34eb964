import { OriginRequestPolicy } from "../aws/cloudfront-policies";
import type { Problem } from "../errors";
import type { RouteArgs } from "./args";
import { LIMITS } from "./defaults";
import type { Origin } from "./origins/origin";

export function checkOrigin(path: string, origin: Origin | undefined): Problem[] {
  if (typeof origin?.bind !== "function") {
    return [
      { path, must: "be an origin", use: "s3Origin(), s3Origin({ existingBucket }) or httpOrigin({ domainName })" },
    ];
  }
  return origin.check(path);
}

export function checkRoutes(path: string, routes: readonly RouteArgs[]): Problem[] {
  const problems = routes.flatMap((route, index) => checkRoute(`${path}[${index}]`, route));
  for (const argument of ["name", "pathPattern"] as const) {
    const values = routes.map((route) => route[argument]);
    for (const [index, value] of values.entries()) {
      const first = values.indexOf(value);
      if (first < index) {
        problems.push({
          path: `${path}[${first}].${argument} and ${path}[${index}].${argument}`,
          must: "differ",
          got: value,
        });
      }
    }
  }
  if (routes.length > LIMITS.routes) {
    problems.push({ path, must: `have at most ${LIMITS.routes} entries`, got: routes.length });
  }
  return problems;
}

function checkRoute(path: string, route: RouteArgs): Problem[] {
  const problems: Problem[] = [];
  const name = route.name ?? "";
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > LIMITS.routeNameCharacters) {
    problems.push({
      path: `${path}.name`,
      must: `be at most ${LIMITS.routeNameCharacters} lower-case letters, digits and single hyphens, starting with a letter`,
      got: route.name,
      use: '"api"',
    });
  }
  problems.push(
    ...checkPathPattern(`${path}.pathPattern`, route.pathPattern ?? ""),
    ...checkOrigin(`${path}.origin`, route.origin),
  );
  if (
    route.originRequestPolicyId === OriginRequestPolicy.AllViewer &&
    route.origin?.behavior?.refusesViewerHost === true
  ) {
    problems.push({
      path: `${path}.originRequestPolicyId and ${path}.origin`,
      must: "not contradict each other: AllViewer forwards Host, and the origin checks a signature over its own",
      got: route.originRequestPolicyId,
      use: `${OriginRequestPolicy.AllViewerExceptHostHeader} (AllViewerExceptHostHeader)`,
    });
  }
  return problems;
}

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html
const PATH_PATTERN = /^[A-Za-z0-9_\-.*$/~"'@:+&?]+$/;

function checkPathPattern(path: string, pattern: string): Problem[] {
  if (pattern === "*" || pattern === "/*") {
    return [{ path, must: "leave something to the default origin", got: pattern, use: "origin instead of a route" }];
  }
  if (PATH_PATTERN.test(pattern) && pattern.length <= LIMITS.pathPatternCharacters) {
    return [];
  }
  return [
    {
      path,
      must: `be a path of at most ${LIMITS.pathPatternCharacters} characters, with * and ? as wildcards`,
      got: pattern,
      use: '"/api/*"',
    },
  ];
}
