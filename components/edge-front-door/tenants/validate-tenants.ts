// Everything that can be known to be wrong about the arguments of a TenantedFrontDoor before anything is created.

import { checkMember } from "../../argument-checks";
import { checkTags } from "../../aws/tags";
import { ViewerTlsPolicy } from "../../aws/tls";
import { ComponentInputError, type Problem } from "../../errors";
import { Feature } from "../compatibility/features";
import { checkCompatibility } from "../compatibility/incompatibilities";
import { QUOTAS, type Quotas } from "../compatibility/quotas";
import { checkDomain } from "../domain/check-domain";
import { checkEncryption, checkLogging, checkName, checkPartition } from "../validate";
import { checkParameters } from "./check-parameters";
import { checkTenants } from "./check-tenants";
import { checkTiers } from "./check-tiers";
import { checkConnectionGroups } from "./connection-groups";
import { namedObjects, withoutNulls } from "./named-objects";
import type { TenantedFrontDoorArgs } from "./tenanted-front-door-args";

/** Throws one error with every problem in it. Returns the Region in which CloudFront's companions live. */
export function validateTenantedFrontDoor(
  name: string,
  args: TenantedFrontDoorArgs | undefined,
  stackRegion: string | undefined,
): string {
  const problems = checkTenantedFrontDoor(name, args);
  const edgeRegion = checkPartition(stackRegion, problems);
  if (problems.length > 0 || edgeRegion === undefined) {
    throw new ComponentInputError("TenantedFrontDoor", name, problems);
  }
  return edgeRegion;
}

/** Every problem, in the order of the arguments. What JavaScript programs leave out is a problem, not a crash. */
export function checkTenantedFrontDoor(name: string, args?: Partial<TenantedFrontDoorArgs>): Problem[] {
  const { present: given, problems: nulls } = withoutNulls("", args ?? {});
  const tiers = namedObjects("tiers", given.tiers);
  const tenants = namedObjects("tenants", given.tenants);
  const parameters = namedObjects("parameters", given.parameters);
  const connectionGroups = namedObjects("connectionGroups", given.connectionGroups);
  // What no check below could look at is reported once, and left out from there on.
  const sound: Partial<TenantedFrontDoorArgs> = {
    ...given,
    tiers: tiers.named,
    tenants: tenants.named,
    parameters: parameters.named,
    connectionGroups: connectionGroups.named,
  };
  const quotas: Quotas = { ...QUOTAS, ...given.quotas };
  return [
    ...checkName(name),
    ...nulls,
    ...(Object.keys(given.tiers ?? {}).length === 0 ? [{ path: "tiers", must: "name at least one tier" }] : []),
    ...tiers.problems,
    ...checkTiers(name, sound, quotas),
    ...tenants.problems,
    ...checkTenants(sound, quotas),
    ...parameters.problems,
    ...checkParameters(sound, quotas),
    ...connectionGroups.problems,
    ...(given.connectionGroups !== undefined && Object.keys(given.connectionGroups).length === 0
      ? [{ path: "connectionGroups", must: "name at least one group, or be left out" }]
      : []),
    ...checkConnectionGroups(sound),
    ...(given.domain ? checkDomain("domain", given.domain, quotas) : []),
    ...checkTls(given),
    ...checkSharedLogging(given),
    ...checkEncryption(given),
    ...checkTags("tags", given.tags),
  ];
}

/** Without a domain of its own the distribution has CloudFront's certificate. */
function checkTls({ domain, minimumProtocolVersion }: Partial<TenantedFrontDoorArgs>): Problem[] {
  return [
    ...checkMember("minimumProtocolVersion", minimumProtocolVersion, ViewerTlsPolicy),
    ...checkCompatibility([
      ...(minimumProtocolVersion === undefined ? [] : [{ feature: Feature.TlsPolicy, path: "minimumProtocolVersion" }]),
      ...(domain === undefined ? [{ feature: Feature.NoCertificate, path: "domain" }] : []),
    ]),
  ];
}

function checkSharedLogging({ logging }: Partial<TenantedFrontDoorArgs>): Problem[] {
  const problems = checkLogging("logging", logging ?? {});
  for (const argument of ["legacyAccessLogs", "realTime"] as const) {
    if (logging?.[argument] !== undefined && logging[argument] !== false) {
      problems.push({
        path: `logging.${argument}`,
        must: "be left out: multi-tenant distributions have standard logs of the newer kind only",
      });
    }
  }
  return problems;
}
