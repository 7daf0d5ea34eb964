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
import { checkTenantedKinds } from "./kinds-of-arguments";
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

/**
 * Every problem: first the arguments that are of the wrong kind, then what the others say, in the order of the arguments. What is left
 * out where it must not be is a problem, not a crash.
 */
export function checkTenantedFrontDoor(name: string, args: Partial<TenantedFrontDoorArgs> = {}): Problem[] {
  return checkTenantedKinds(args, (sound) => checkArguments(name, sound));
}

function checkArguments(name: string, args: Partial<TenantedFrontDoorArgs>): Problem[] {
  const quotas: Quotas = { ...QUOTAS, ...args.quotas };
  return [
    ...checkName(name),
    ...(Object.keys(args.tiers ?? {}).length === 0 ? [{ path: "tiers", must: "name at least one tier" }] : []),
    ...checkTiers(name, args, quotas),
    ...checkTenants(args, quotas),
    ...checkParameters(args, quotas),
    ...(args.connectionGroups !== undefined && Object.keys(args.connectionGroups).length === 0
      ? [{ path: "connectionGroups", must: "name at least one group, or be left out" }]
      : []),
    ...checkConnectionGroups(args),
    ...(args.domain ? checkDomain("domain", args.domain, quotas) : []),
    ...checkTls(args),
    ...checkSharedLogging(args),
    ...checkEncryption(args),
    ...checkTags("tags", args.tags),
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
