import { checkMember, checkRange } from "../../argument-checks";
import { ANTI_DDOS_RULE_GROUP, BOT_CONTROL_RULE_GROUP, ManagedRuleGroup } from "../../aws/waf-rule-groups";
import type { Problem } from "../../errors";
import type { Quotas } from "../compatibility/quotas";
import { checkEdgeArn } from "../domain/check-edge-arn";
import { capacityOf } from "./capacity";
import { checkAddresses } from "./check-addresses";
import { checkHotlink } from "./check-hotlink";
import {
  BotInspectionLevel,
  type FirewallArgs,
  FirewallMode,
  FirewallPreset,
  LoggedRequests,
  type RateLimitArgs,
  RuleAction,
  Sensitivity,
} from "./firewall-args";
import { PRESETS, planFirewall } from "./plan-firewall";

export interface FirewallContext {
  readonly quotas: Quotas;
  readonly domainNames: readonly string[];
}

export function checkFirewall(path: string, firewall: FirewallArgs, context: FirewallContext): Problem[] {
  return [
    ...checkMember(`${path}.mode`, firewall.mode, FirewallMode),
    ...checkMode(path, firewall),
    ...checkMember(`${path}.preset`, firewall.preset, FirewallPreset),
    ...checkGroups(path, firewall),
    ...checkAddresses(`${path}.allowedAddresses`, firewall.allowedAddresses),
    ...checkAddresses(`${path}.blockedAddresses`, firewall.blockedAddresses),
    ...checkRateLimits(`${path}.rateLimits`, firewall.rateLimits ?? []),
    ...(firewall.hotlinkProtection
      ? checkHotlink(`${path}.hotlinkProtection`, firewall.hotlinkProtection, context.domainNames)
      : []),
    ...checkMember(`${path}.antiDdos.sensitivityToBlock`, firewall.antiDdos?.sensitivityToBlock, Sensitivity),
    ...checkMember(`${path}.botControl.inspectionLevel`, firewall.botControl?.inspectionLevel, BotInspectionLevel),
    ...checkCustomRules(path, firewall),
    ...checkBodyInspection(`${path}.bodyInspectionKilobytes`, firewall.bodyInspectionKilobytes),
    ...checkMember(`${path}.log.requests`, firewall.log?.requests, LoggedRequests),
    ...checkEdgeArn(
      `${path}.existingWebAclArn`,
      firewall.existingWebAclArn,
      "wafv2",
      "global/webacl/",
      "web ACL of scope CLOUDFRONT",
    ),
    ...checkCapacity(path, firewall, context),
  ];
}

/** Only a managed web ACL has rules, and only an existing one an ARN. */
function checkMode(path: string, firewall: FirewallArgs): Problem[] {
  const { mode, existingWebAclArn, ...rules } = firewall;
  const isManaged = mode === undefined || mode === FirewallMode.Managed;
  const problems: Problem[] = Object.entries(rules)
    .filter(([, value]) => value !== undefined && !isManaged)
    .map(([argument]) => ({
      path: `${path}.${argument} and ${path}.mode`,
      must: `not contradict each other: only mode "${FirewallMode.Managed}" has rules of its own`,
      got: mode,
    }));
  if ((existingWebAclArn !== undefined) !== (mode === FirewallMode.Existing)) {
    problems.push({
      path: `${path}.existingWebAclArn and ${path}.mode "${FirewallMode.Existing}"`,
      must: "be given together",
      got: mode,
    });
  }
  return problems;
}

function checkGroups(path: string, firewall: FirewallArgs): Problem[] {
  const { ruleGroups, ownRuleGroups, ruleOverrides, preset } = firewall;
  const problems = (ruleGroups ?? []).flatMap((group, index) =>
    checkMember(`${path}.ruleGroups[${index}]`, group, ManagedRuleGroup),
  );
  for (const [index, { name, ruleGroupArn, vendorName }] of (ownRuleGroups ?? []).entries()) {
    const where = `${path}.ownRuleGroups[${index}]`;
    if ((ruleGroupArn === undefined) === (vendorName === undefined)) {
      problems.push({ path: `${where}.ruleGroupArn and ${where}.vendorName`, must: "be given one without the other" });
    }
    problems.push(
      ...checkRuleName(`${where}.name`, name),
      ...checkEdgeArn(
        `${where}.ruleGroupArn`,
        ruleGroupArn,
        "wafv2",
        "global/rulegroup/",
        "rule group of scope CLOUDFRONT",
      ),
    );
  }
  const present: string[] = [
    ...(ruleGroups ?? PRESETS[preset ?? FirewallPreset.Core]?.ruleGroups ?? []),
    ...(ownRuleGroups ?? []).map(({ name }) => name),
    ...(firewall.antiDdos ? [ANTI_DDOS_RULE_GROUP] : []),
    ...(firewall.botControl ? [BOT_CONTROL_RULE_GROUP] : []),
  ];
  for (const [group, actions] of Object.entries(ruleOverrides ?? {})) {
    if (!present.includes(group)) {
      problems.push({
        path: `${path}.ruleOverrides and ${path}.ruleGroups`,
        must: "not contradict each other: the group is missing",
        got: group,
      });
    }
    for (const [rule, action] of Object.entries(actions)) {
      problems.push(...checkMember(`${path}.ruleOverrides.${group}.${rule}`, action, RuleAction));
    }
  }
  return problems;
}

const RATE_WINDOWS_SECONDS = [60, 120, 300, 600];
// https://docs.aws.amazon.com/waf/latest/developerguide/limits.html
const MOST_RATE_LIMITS = 10;
const LEAST_RATE = { min: 10, max: 2_000_000_000 };

function checkRateLimits(path: string, limits: readonly RateLimitArgs[]): Problem[] {
  const problems = limits.flatMap(({ name, limit, windowSeconds, pathPrefix, action }, index) => {
    const where = `${path}[${index}]`;
    return [
      ...checkRuleName(`${where}.name`, name),
      ...checkRange(`${where}.limit`, limit, LEAST_RATE),
      ...(windowSeconds === undefined || RATE_WINDOWS_SECONDS.includes(windowSeconds)
        ? []
        : [
            {
              path: `${where}.windowSeconds`,
              must: `be one of ${RATE_WINDOWS_SECONDS.join(", ")}`,
              got: windowSeconds,
            },
          ]),
      ...checkPathPrefix(`${where}.pathPrefix`, pathPrefix),
      ...(action === RuleAction.Allow
        ? [{ path: `${where}.action`, must: "not be allow: it would let in those who ask too often", got: action }]
        : checkMember(`${where}.action`, action, RuleAction)),
    ];
  });
  if (limits.length > MOST_RATE_LIMITS) {
    problems.push({ path, must: `have at most ${MOST_RATE_LIMITS} entries`, got: limits.length });
  }
  return [
    ...problems,
    ...checkDistinct(
      path,
      limits.map(({ name }) => name),
    ),
  ];
}

const MOST_CUSTOM_RULES = 40;

function checkCustomRules(path: string, { customRules }: FirewallArgs): Problem[] {
  const rules = customRules ?? [];
  const problems = rules.flatMap(({ name, statement, action }, index) => [
    ...checkRuleName(`${path}.customRules[${index}].name`, name),
    ...(statement === undefined ? [{ path: `${path}.customRules[${index}].statement`, must: "be given" }] : []),
    ...checkMember(`${path}.customRules[${index}].action`, action, RuleAction),
  ]);
  if (rules.length > MOST_CUSTOM_RULES) {
    problems.push({
      path: `${path}.customRules`,
      must: `have at most ${MOST_CUSTOM_RULES} entries`,
      got: rules.length,
    });
  }
  return [
    ...problems,
    ...checkDistinct(
      `${path}.customRules`,
      rules.map(({ name }) => name),
    ),
  ];
}

/** Rules and metrics of a web ACL. */
function checkRuleName(path: string, name: string | undefined): Problem[] {
  return typeof name === "string" && /^[A-Za-z0-9_-]{1,100}$/.test(name)
    ? []
    : [{ path, must: "be letters, digits, _ and -", got: name }];
}

export function checkPathPrefix(path: string, prefix: string | undefined): Problem[] {
  return prefix === undefined || /^\/[^?#\s]{0,199}$/.test(prefix)
    ? []
    : [{ path, must: "be a path of at most 200 characters that starts with /", got: prefix, use: '"/images/"' }];
}

function checkDistinct(path: string, names: readonly string[]): Problem[] {
  const repeated = names.filter((name, index) => names.indexOf(name) < index);
  return repeated.map((name) => ({ path, must: "have names that differ", got: name }));
}

const BODY_KILOBYTES = [16, 32, 48, 64];

function checkBodyInspection(path: string, kilobytes: number | undefined): Problem[] {
  return kilobytes === undefined || BODY_KILOBYTES.includes(kilobytes)
    ? []
    : [{ path, must: `be one of ${BODY_KILOBYTES.join(", ")}`, got: kilobytes }];
}

/** A web ACL without any rule lets everything through and says nothing; too many rules AWS refuses. */
function checkCapacity(path: string, firewall: FirewallArgs, { quotas, domainNames }: FirewallContext): Problem[] {
  const isSound =
    (firewall.ruleGroups ?? []).every((group) => Object.values<string>(ManagedRuleGroup).includes(group)) &&
    Object.values<string | undefined>({ ...FirewallPreset, none: undefined }).includes(firewall.preset);
  const plan = isSound ? planFirewall(firewall, domainNames) : undefined;
  if (plan?.kind !== "managed") {
    return [];
  }
  const capacity = capacityOf(plan);
  if (capacity > quotas.webAclCapacity) {
    return [
      {
        path,
        must: `take at most ${quotas.webAclCapacity} capacity units`,
        got: capacity,
        use: "fewer groups, sites or paths",
      },
    ];
  }
  if (capacity === 0 && plan.customRules.length === 0) {
    return [
      { path: `${path}.ruleGroups`, must: "name at least one group", use: `mode "${FirewallMode.None}" instead` },
    ];
  }
  return [];
}
