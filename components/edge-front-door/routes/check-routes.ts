import { checkMember } from "../../argument-checks";
import type { Problem } from "../../errors";
import type { RouteArgs } from "../args";
import { Feature } from "../compatibility/features";
import { LIMITS, type Quotas } from "../compatibility/quotas";
import { checkOrigin } from "../origins/check-origin";
import type { OriginCheckContext } from "../origins/origin";
import { functionsOf } from "./behavior";
import { AllowedMethods, type BehaviorArgs, ViewerProtocolPolicy } from "./behavior-args";
import { checkPartName } from "./part";

export function checkRoutes(path: string, routes: readonly RouteArgs[], context: OriginCheckContext): Problem[] {
  const { quotas } = context;
  const problems = routes.flatMap((route, index) => checkRoute(`${path}[${index}]`, route, context));
  for (const [argument, read] of [
    ["name", (route: RouteArgs) => route.name],
    // CloudFront takes `api/*` and `/api/*` for the same.
    ["pathPattern", (route: RouteArgs) => String(route.pathPattern).replace(/^\//, "")],
  ] as const) {
    const values = routes.map(read);
    for (const [index, value] of values.entries()) {
      const first = values.indexOf(value);
      if (first < index) {
        problems.push({
          path: `${path}[${first}].${argument} and ${path}[${index}].${argument}`,
          must: "differ",
          got: routes[index]?.[argument],
        });
      }
    }
  }
  for (const [index, route] of routes.entries()) {
    const parts = partsOf(route);
    for (const [other, { name }] of routes.entries()) {
      if (parts.includes(name)) {
        problems.push({
          path: `${path}[${index}].name and ${path}[${other}].name`,
          must: "not name a route and a part of it: their children would have the same names",
          got: name,
        });
      }
    }
  }
  if (routes.length > quotas.behaviors) {
    problems.push({ path, must: `have at most ${quotas.behaviors} entries`, got: routes.length });
  }
  return problems;
}

/** What is made for an origin and called after its route, where it could be taken for another route. */
const PARTS: Partial<Readonly<Record<Feature, readonly string[]>>> = {
  [Feature.OriginGroup]: ["group", "secondary"],
  [Feature.VpcOrigin]: ["vpc-origin"],
};

function partsOf({ name, origin }: RouteArgs): string[] {
  return (origin?.features ?? []).flatMap(({ feature }) => (PARTS[feature] ?? []).map((part) => `${name}-${part}`));
}

function checkRoute(path: string, route: RouteArgs, context: OriginCheckContext): Problem[] {
  return [
    ...checkPartName(`${path}.name`, route.name),
    ...checkPathPattern(`${path}.pathPattern`, route.pathPattern ?? ""),
    ...checkOrigin(`${path}.origin`, route.origin, context),
    ...checkBehavior(path, route, context.quotas),
  ];
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

export function checkBehavior(path: string, behavior: BehaviorArgs, quotas: Quotas): Problem[] {
  const { allowedMethods, cacheOptionsRequests, functions, trustedKeyGroups } = behavior;
  const problems: Problem[] = [
    ...checkMember(`${path}.allowedMethods`, allowedMethods, AllowedMethods),
    ...checkMember(`${path}.viewerProtocolPolicy`, behavior.viewerProtocolPolicy, ViewerProtocolPolicy),
  ];
  if (cacheOptionsRequests === true && allowedMethods === AllowedMethods.Read) {
    problems.push({
      path: `${path}.cacheOptionsRequests and ${path}.allowedMethods`,
      must: "not contradict each other: OPTIONS is not allowed",
      got: allowedMethods,
      use: `"${AllowedMethods.ReadAndOptions}"`,
    });
  }
  for (const { event, code } of functionsOf(functions ?? {})) {
    const where = `${path}.functions.${event}`;
    problems.push(...code.check(where, quotas));
    if (code.kind === "CloudFront Function" && (event === "originRequest" || event === "originResponse")) {
      problems.push({
        path: where,
        must: "be Lambda@Edge: CloudFront Functions see viewer events only",
        got: code.name,
      });
    }
    // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-include-body-access.html
    if (code.includeBody === true && (event === "viewerResponse" || event === "originResponse")) {
      problems.push({ path: `${where}.includeBody`, must: "be left out: only requests have a body to see", got: true });
    }
  }
  const groups = trustedKeyGroups ?? [];
  if (groups.length > quotas.keyGroups) {
    problems.push({
      path: `${path}.trustedKeyGroups`,
      must: `have at most ${quotas.keyGroups} groups`,
      got: groups.length,
    });
  }
  for (const [index, group] of groups.entries()) {
    problems.push(...group.check(`${path}.trustedKeyGroups[${index}]`, quotas));
  }
  return problems;
}
