import type * as pulumi from "@pulumi/pulumi";
import { inEvaluationOrder, ManagedRuleGroup } from "../../aws/waf-rule-groups";
import {
  type AddressListArgs,
  type AntiDdosArgs,
  type BotControlArgs,
  type CustomRuleArgs,
  type FirewallArgs,
  type FirewallLogArgs,
  FirewallMode,
  FirewallPreset,
  type OwnRuleGroupArgs,
  type RateLimitArgs,
  type RuleAction,
} from "./firewall-args";
import { type HotlinkPlan, planHotlink } from "./hotlink";

/** The firewall with every default filled in. */
export type FirewallPlan =
  | { readonly kind: "none" }
  | { readonly kind: "existing"; readonly webAclArn: pulumi.Input<string> }
  | ManagedFirewall;

export interface ManagedFirewall {
  readonly kind: "managed";
  readonly ruleGroups: readonly ManagedRuleGroup[];
  readonly ownRuleGroups: readonly OwnRuleGroupArgs[];
  readonly ruleOverrides: Readonly<Record<string, Record<string, RuleAction>>>;
  readonly allowedAddresses: AddressListArgs | undefined;
  readonly blockedAddresses: AddressListArgs | undefined;
  readonly rateLimits: readonly RateLimitArgs[];
  readonly hotlink: HotlinkPlan | undefined;
  readonly antiDdos: AntiDdosArgs | undefined;
  readonly botControl: BotControlArgs | undefined;
  readonly customRules: readonly CustomRuleArgs[];
  readonly bodyInspectionKilobytes: number | undefined;
  readonly log: FirewallLogArgs;
}

const ONE_CLICK = [ManagedRuleGroup.IpReputation, ManagedRuleGroup.Core, ManagedRuleGroup.KnownBadInputs];

interface Preset {
  readonly ruleGroups: readonly ManagedRuleGroup[];
  readonly rateLimits: readonly RateLimitArgs[];
}

const PRESETS: Readonly<Record<FirewallPreset, Preset>> = {
  core: { ruleGroups: ONE_CLICK, rateLimits: [] },
  recommended: {
    ruleGroups: [...ONE_CLICK, ManagedRuleGroup.Sqli],
    // A person with many tabs stays below it; a scanner does not.
    rateLimits: [{ name: "per-address", limit: 2_000, windowSeconds: 300 }],
  },
};

/** What the firewall's preset switches on. One that is none is told elsewhere. */
export function presetOf({ preset = FirewallPreset.Core }: FirewallArgs): Preset {
  return PRESETS[Object.hasOwn(PRESETS, preset) ? preset : FirewallPreset.Core];
}

/** Whether it has rules of its own. A mode that is none is told elsewhere. */
export function isManaged({ mode }: FirewallArgs): boolean {
  return mode !== FirewallMode.Existing && mode !== FirewallMode.None;
}

/** The arguments have been validated, so contradictions do not occur. */
export function planFirewall(firewall: FirewallArgs, domainNames: readonly string[]): FirewallPlan {
  if (firewall.mode === FirewallMode.None) {
    return { kind: "none" };
  }
  if (firewall.mode === FirewallMode.Existing && firewall.existingWebAclArn !== undefined) {
    return { kind: "existing", webAclArn: firewall.existingWebAclArn };
  }
  const preset = presetOf(firewall);
  return {
    kind: "managed",
    ruleGroups: inEvaluationOrder(firewall.ruleGroups ?? preset.ruleGroups),
    ownRuleGroups: firewall.ownRuleGroups ?? [],
    ruleOverrides: firewall.ruleOverrides ?? {},
    allowedAddresses: firewall.allowedAddresses,
    blockedAddresses: firewall.blockedAddresses,
    rateLimits: firewall.rateLimits ?? preset.rateLimits,
    hotlink: firewall.hotlinkProtection && planHotlink(firewall.hotlinkProtection, domainNames),
    antiDdos: firewall.antiDdos,
    botControl: firewall.botControl,
    customRules: firewall.customRules ?? [],
    bodyInspectionKilobytes: firewall.bodyInspectionKilobytes,
    log: firewall.log ?? {},
  };
}

/** How many rules the web ACL will have. Of the arguments only the kinds need have been checked. */
export function countRules(firewall: FirewallArgs): number {
  const plan = planFirewall(firewall, []);
  return plan.kind === "managed" ? countPlanned(plan) : 0;
}

export function countPlanned(plan: ManagedFirewall): number {
  const single = [plan.allowedAddresses, plan.blockedAddresses, plan.hotlink, plan.antiDdos, plan.botControl];
  return (
    single.filter((each) => each !== undefined).length +
    plan.rateLimits.length +
    plan.customRules.length +
    plan.ruleGroups.length +
    plan.ownRuleGroups.length
  );
}
