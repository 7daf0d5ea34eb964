// What kind of thing each argument of a firewall is, for programs whose compiler did not check. An argument of another kind is told,
// and left out of every further look at the firewall, so that none of them has to expect it.

import * as pulumi from "@pulumi/pulumi";
import { checkMember } from "../../argument-checks";
import { ManagedRuleGroup } from "../../aws/waf-rule-groups";
import type { Problem } from "../../errors";
import { type FirewallArgs, FirewallMode, FirewallPreset } from "./firewall-args";

type Shape =
  /** Anything but null; what exactly, other checks say. */
  | "value"
  | "text"
  /** Text, or an output or a promise of it. */
  | "input"
  | "boolean"
  | { readonly oneOf: Readonly<Record<string, string>> }
  | { readonly listOf: Shape }
  | { readonly tableOf: Shape }
  /** Members that are not named here are values. */
  | { readonly members: Readonly<Record<string, Shape>> };

const TEXTS: Shape = { listOf: "text" };
const INPUTS: Shape = { listOf: "input" };
const ADDRESSES: Shape = { members: { ipv4: INPUTS, ipv6: INPUTS, existingIpSetArns: INPUTS } };

const ARGUMENTS: Readonly<Record<keyof FirewallArgs, Shape>> = {
  mode: { oneOf: FirewallMode },
  preset: { oneOf: FirewallPreset },
  ruleGroups: { listOf: { oneOf: ManagedRuleGroup } },
  ownRuleGroups: { listOf: { members: { ruleGroupArn: "input" } } },
  ruleOverrides: { tableOf: { tableOf: "value" } },
  allowedAddresses: ADDRESSES,
  blockedAddresses: ADDRESSES,
  rateLimits: { listOf: { members: {} } },
  hotlinkProtection: {
    members: { pathPrefixes: TEXTS, allowedSites: TEXTS, allowEmptyReferer: "boolean", allowHttpSites: "boolean" },
  },
  antiDdos: { members: { challengeExemptPaths: TEXTS } },
  botControl: { members: { pathPrefixes: TEXTS } },
  customRules: { listOf: { members: { statement: { members: {} } } } },
  bodyInspectionKilobytes: "value",
  log: { members: { redactedHeaders: TEXTS, redactQueryString: "boolean" } },
  existingWebAclArn: "input",
};

export function checkShapes(path: string, firewall: FirewallArgs): Problem[] {
  return checkShape(path, firewall, { members: ARGUMENTS });
}

/** The arguments that are what they should be. */
export function soundArguments(firewall: FirewallArgs): FirewallArgs {
  const sound: FirewallArgs = isRecord(firewall) ? { ...firewall } : {};
  for (const argument of Object.keys(ARGUMENTS).filter(isArgument)) {
    if (sound[argument] !== undefined && checkShape("", sound[argument], ARGUMENTS[argument]).length > 0) {
      delete sound[argument];
    }
  }
  return sound;
}

function isArgument(name: string): name is keyof FirewallArgs {
  return Object.hasOwn(ARGUMENTS, name);
}

function checkShape(path: string, value: unknown, shape: Shape): Problem[] {
  if (value === undefined || value === null) {
    return [{ path, must: "have a value, or be left out", got: value }];
  }
  if (shape === "value") {
    return [];
  }
  if (shape === "text" || shape === "input") {
    const isText = typeof value === "string" || (shape === "input" && typeof value === "object");
    return isText ? [] : [{ path, must: "be a string", got: shown(value) }];
  }
  if (shape === "boolean") {
    return typeof value === "boolean" ? [] : [{ path, must: "be true or false", got: shown(value) }];
  }
  if ("oneOf" in shape) {
    return checkMember(path, shown(value), shape.oneOf);
  }
  if ("listOf" in shape) {
    return Array.isArray(value)
      ? Array.from<unknown>(value).flatMap((entry, index) => checkShape(`${path}[${index}]`, entry, shape.listOf))
      : [{ path, must: "be a list", got: shown(value) }];
  }
  if (!isRecord(value)) {
    return [{ path, must: "be an object", got: shown(value) }];
  }
  return Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .flatMap(([name, member]) => checkShape(`${path}.${name}`, member, shapeOfMember(name, shape)));
}

function shapeOfMember(name: string, shape: Extract<Shape, { tableOf: Shape } | { members: object }>): Shape {
  if ("tableOf" in shape) {
    return shape.tableOf;
  }
  return (Object.hasOwn(shape.members, name) ? shape.members[name] : undefined) ?? "value";
}

/** Neither a list nor an output, whose members are outputs again. */
function isRecord(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !pulumi.Output.isInstance(value);
}

/** Outputs and other objects say nothing in a message, or too much. */
function shown(value: unknown): string {
  return typeof value === "object" || typeof value === "function" ? "an object" : String(value);
}
