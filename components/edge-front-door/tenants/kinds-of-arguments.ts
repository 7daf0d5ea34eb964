// The kind of every argument of a front door with tenants, which are often written in a file that no compiler reads.

import type * as pulumi from "@pulumi/pulumi";
import {
  anyObject,
  checkKinds,
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

const { origin, behavior, websiteRouting, routes, firewall, geoRestriction, errorPages, httpVersion } =
  FRONT_DOOR_ARGUMENTS;
const { responseHeaders, responseHeadersPolicyId } = FRONT_DOOR_ARGUMENTS;
const { domain, minimumProtocolVersion, logging, encryption, encryptionKeyArn, deletionProtection, quotas, tags } =
  FRONT_DOOR_ARGUMENTS;

const tier = object<TierArgs>({
  origin,
  behavior,
  websiteRouting,
  routes,
  firewall,
  geoRestriction,
  responseHeaders,
  responseHeadersPolicyId,
  errorPages,
  httpVersion,
});

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
  tiers: anyObject,
  tenants: anyObject,
  parameters: anyObject,
  connectionGroups: anyObject,
  domain,
  minimumProtocolVersion,
  logging,
  encryption,
  encryptionKeyArn,
  deletionProtection,
  quotas,
  tags,
});

/** As `checkKinds`, but what is wrong in one tier or tenant sets aside nothing of the others. */
export function checkTenantedKinds(args: Partial<TenantedFrontDoorArgs>) {
  const given = checkKinds(args, ARGUMENTS);
  const tiers = checkEach("tiers", given.sound.tiers, tier);
  const tenants = checkEach("tenants", given.sound.tenants, tenant);
  const parameters = checkEach("parameters", given.sound.parameters, parameter);
  const connectionGroups = checkEach("connectionGroups", given.sound.connectionGroups, connectionGroup);
  const checked = [given, tiers, tenants, parameters, connectionGroups];
  const sound: Partial<TenantedFrontDoorArgs> = {
    ...given.sound,
    tiers: tiers.named,
    tenants: tenants.named,
    parameters: parameters.named,
    connectionGroups: connectionGroups.named,
  };
  return {
    problems: checked.flatMap(({ problems }) => problems),
    sound,
    isAboutSound: (problem: Problem): boolean => checked.every(({ isAboutSound }) => isAboutSound(problem)),
  };
}

/** What is no object at all stays as an empty one: the name is known. */
function checkEach<T extends object>(path: string, given: Readonly<Record<string, T>> | undefined, kind: Kind<T>) {
  const checked = Object.entries(given ?? {}).map(([name, value]) => ({
    name,
    ...checkKinds(value, kind, `${path}.${name}`),
  }));
  return {
    // What is missing is told by the checks.
    named: given && Object.fromEntries(checked.map(({ name, sound }) => [name, sound as T])),
    problems: checked.flatMap(({ problems }) => problems),
    isAboutSound: (problem: Problem): boolean => checked.every(({ isAboutSound }) => isAboutSound(problem)),
  };
}
