import {
  AccessLogDestination,
  EdgeFrontDoor,
  type EdgeFrontDoorArgs,
  FirewallMode,
  type Origin,
  QUOTAS,
} from "../../../../components";
import { find, type RecordOptions, recordStack } from "../../record-stack";

/** Around an origin: nothing that a test of the origin would have to look past. */
export const BARE = {
  firewall: { mode: FirewallMode.None },
  logging: { accessLogs: AccessLogDestination.None },
} as const;

/**
 * A front door called `site` that consists of its distribution and of what the origin makes. The origin is made inside of the
 * program, so that it may use resources of the program.
 */
export async function serve(make: () => Origin, more: Partial<EdgeFrontDoorArgs> = {}, options: RecordOptions = {}) {
  const recorded = await recordStack(() => new EdgeFrontDoor("site", { ...BARE, origin: make(), ...more }), options);
  const { resources, calls, outputs: site } = recorded;
  const inputsOf = (name: string): Record<string, unknown> => find(resources, name).inputs;
  const distribution = inputsOf("site-distribution");
  return {
    site,
    resources,
    calls,
    inputsOf,
    policyOf: (name: string) => JSON.parse(String(inputsOf(name).policy)),
    distribution,
    /** What the distribution declares. */
    origins: listOf(distribution.origins),
    /** Roles of the children that the origin made. */
    children: resources
      .filter(({ name, parent }) => parent === "site" && name !== "site-distribution")
      .map(({ name }) => name.replace(/^site-/, ""))
      .sort(),
  };
}

function listOf(value: unknown): Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value : [];
}

/** What is wrong with an origin: `path: must …`. */
export function problemsOf(origin: Origin, tenantParameters: readonly string[] = []): string[] {
  const problems = origin.check("origin", { quotas: QUOTAS, tenantParameters });
  return problems.map(({ path, must }) => `${path}: ${must}`);
}

/** Where something is wrong with an origin. */
export function pathsOf(origin: Origin, tenantParameters: readonly string[] = []): string[] {
  return origin.check("origin", { quotas: QUOTAS, tenantParameters }).map(({ path }) => path);
}
