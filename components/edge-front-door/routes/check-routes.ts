import { checkMember } from "../../argument-checks";
import type { Problem } from "../../errors";
import type { RouteArgs } from "../args";
import { Feature } from "../compatibility/features";
import { LIMITS, type Quotas } from "../compatibility/quotas";
import { checkOrigin } from "../origins/check-origin";
import type { OriginCheckContext } from "../origins/origin";
import { functionsOf } from "./behavior";
import { AllowedMethods, type BehaviorArgs, ViewerProtocolPolicy } from "./behavior-args";
import type { KeyValueStore } from "./key-value-store";
import { checkPartName, type Part } from "./part";

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
    if (typeof code?.bind !== "function") {
      problems.push({ path: where, must: "be a function", use: "cloudFrontFunction({…}) or lambdaAtEdge({…})" });
      continue;
    }
    if (code.kind === "CloudFront Function" && (event === "originRequest" || event === "originResponse")) {
      problems.push({
        path: where,
        must: "be Lambda@Edge: CloudFront Functions see viewer events only",
        got: code.name,
      });
    }
    problems.push(...code.check(where, quotas));
  }
  const groups = trustedKeyGroups ?? [];
  if (groups.length > quotas.keyGroups) {
    problems.push({
      path: `${path}.trustedKeyGroups`,
      must: `have at most ${quotas.keyGroups} groups`,
      got: groups.length,
    });
  }
  return [...problems, ...groups.flatMap((group, index) => group.check(`${path}.trustedKeyGroups[${index}]`, quotas))];
}

/** Where functions, stores and groups of keys are used. */
export interface PartUses {
  /** The argument that the others belong to; empty for the front door's own. */
  readonly path: string;
  readonly behavior?: BehaviorArgs;
  readonly routes?: readonly RouteArgs[];
  readonly keyValueStore?: KeyValueStore;
}

/** Two parts of one kind with one name would make children with one name. */
export function checkParts(uses: readonly PartUses[]): Problem[] {
  const at = (path: string, argument: string): string => (path === "" ? argument : `${path}.${argument}`);
  const behaviors = uses.flatMap(({ path, behavior, routes }) => [
    { path: at(path, "behavior"), args: behavior ?? {} },
    ...(routes ?? []).map((args, index) => ({ path: at(path, `routes[${index}]`), args })),
  ]);
  const functions = behaviors.flatMap(({ path, args }) =>
    functionsOf(args.functions ?? {}).map(({ event, code }) => ({ path: `${path}.functions.${event}`, part: code })),
  );
  const stores = [
    ...functions.map(({ path, part }) => ({ path, store: part.keyValueStore })),
    ...uses.map(({ path, keyValueStore: store }) => ({ path, store })),
  ].flatMap(({ path, store }) => (store === undefined ? [] : [{ path: `${path}.keyValueStore`, part: store }]));
  const groups = behaviors.flatMap(({ path, args }) =>
    (args.trustedKeyGroups ?? []).map((part, index) => ({ path: `${path}.trustedKeyGroups[${index}]`, part })),
  );
  return [...checkDistinct(functions), ...checkDistinct(stores), ...checkDistinct(groups)];
}

function checkDistinct(uses: readonly { path: string; part: Part }[]): Problem[] {
  const first = new Map<string, { path: string; part: Part }>();
  const problems: Problem[] = [];
  for (const use of uses) {
    const { name } = use.part;
    if (name === undefined) {
      continue;
    }
    const present = first.get(name);
    if (present === undefined) {
      first.set(name, use);
    } else if (present.part !== use.part) {
      problems.push({
        path: `${present.path}.name and ${use.path}.name`,
        must: "differ, or be the same object",
        got: name,
      });
    }
  }
  return problems;
}
