// The kind of every argument of a front door with tenants, which are often written in a file that no compiler reads.

import type * as pulumi from "@pulumi/pulumi";
import {
  anyObject,
  checkKinds,
  checkSound,
  flag,
  input,
  type Kind,
  type Kinds,
  list,
  object,
  record,
  text,
} from "../../argument-kinds";
import type { Problem } from "../../errors";
import { FRONT_DOOR_ARGUMENTS } from "../kinds-of-arguments";
import type {
  ConnectionGroupArgs,
  TenantArgs,
  TenantedFrontDoorArgs,
  TenantParameterArgs,
  TierArgs,
} from "./tenanted-front-door-args";

const { origin, behavior, websiteRouting, routes, firewall, geoRestriction, ...rest } = FRONT_DOOR_ARGUMENTS;
const { responseHeaders, responseHeadersPolicyId, errorPages, httpVersion } = rest;
const pages = { responseHeaders, responseHeadersPolicyId, errorPages, httpVersion };
const tier = object<TierArgs>({ origin, behavior, websiteRouting, routes, firewall, geoRestriction, ...pages });

/** A value that is undefined is none. */
const parameterValue: Kind<pulumi.Input<string> | undefined> = (path, value) =>
  value === undefined ? [] : input(path, value);

export const TENANT_ARGUMENTS: Kinds<TenantArgs> = {
  tier: text,
  domains: list(text),
  parameters: record(parameterValue),
  certificate: text,
  existingCertificateArn: input,
  hostedZoneId: input,
  externalDns: text,
  webAclArn: input,
  geoRestriction,
  connectionGroup: text,
  enabled: flag,
};

const tenant = object<TenantArgs>(TENANT_ARGUMENTS);
const parameter = object<TenantParameterArgs>({ defaultValue: input, comment: text });
const connectionGroup = object<ConnectionGroupArgs>({ ipv6: flag, anycastIpListId: input });

const ARGUMENTS = object<Partial<TenantedFrontDoorArgs>>({
  ...FRONT_DOOR_ARGUMENTS,
  tiers: anyObject,
  tenants: anyObject,
  parameters: anyObject,
  connectionGroups: anyObject,
});

/** As `checkSound`, but what is wrong in one tier or tenant sets aside nothing of the others. */
export function checkTenantedKinds(
  args: Partial<TenantedFrontDoorArgs>,
  check: (sound: Partial<TenantedFrontDoorArgs>) => Problem[],
): Problem[] {
  return checkSound("", args, ARGUMENTS, (given) => {
    const tiers = checkEach("tiers", given.tiers, tier);
    const tenants = checkEach("tenants", given.tenants, tenant);
    const parameters = checkEach("parameters", given.parameters, parameter);
    const connectionGroups = checkEach("connectionGroups", given.connectionGroups, connectionGroup);
    const checked = [...tiers.checked, ...tenants.checked, ...parameters.checked, ...connectionGroups.checked];
    // Tenants name what is in the others.
    const names = (["tiers", "parameters", "connectionGroups"] as const).filter((name) => given[name] === undefined);
    const isKnown = names.every((name) => args?.[name] === undefined);
    const found = check({
      ...given,
      tiers: tiers.named,
      tenants: isKnown ? tenants.named : undefined,
      parameters: parameters.named,
      connectionGroups: connectionGroups.named,
    });
    return [
      ...checked.flatMap(({ problems }) => problems),
      ...found.filter((problem) => checked.every(({ isAboutSound }) => isAboutSound(problem))),
    ];
  });
}

/** What is no object at all stays as an empty one: its name is known. */
function checkEach<T extends object>(path: string, given: Readonly<Record<string, T>> | undefined, kind: Kind<T>) {
  const checked = Object.entries(given ?? {}).map(([name, value]) => ({
    name,
    ...checkKinds(value, kind, `${path}.${name}`),
  }));
  // What is missing is told by the checks.
  return { checked, named: given && Object.fromEntries(checked.map(({ name, sound }) => [name, sound as T])) };
}
