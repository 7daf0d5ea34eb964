// What CloudFront's flat-rate plans contain. A distribution on a plan is refused by CloudFront when it uses more.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html, read in November 2026.

import type { Problem } from "../../errors";
import { Feature, type FeatureUse } from "./features";

export const PricingPlan = { Free: "FREE", Pro: "PRO", Business: "BUSINESS", Premium: "PREMIUM" } as const;
export type PricingPlan = (typeof PricingPlan)[keyof typeof PricingPlan];

const TIERS: readonly PricingPlan[] = [PricingPlan.Free, PricingPlan.Pro, PricingPlan.Business, PricingPlan.Premium];

interface PlanLimits {
  /** The default behavior counts. */
  readonly behaviors: number;
  /** Rules of the web ACL, groups and own ones. */
  readonly firewallRules: number;
}

const LIMITS: Readonly<Record<PricingPlan, PlanLimits>> = {
  FREE: { behaviors: 5, firewallRules: 5 },
  PRO: { behaviors: 10, firewallRules: 25 },
  BUSINESS: { behaviors: 50, firewallRules: 50 },
  PREMIUM: { behaviors: 100, firewallRules: 75 },
};

/** The least plan that has a feature; `none` where no plan has it. What is not listed is in every plan. */
const LEAST_PLAN: Partial<Readonly<Record<Feature, PricingPlan | "none">>> = {
  [Feature.KeyValueStore]: PricingPlan.Pro,
  [Feature.AccessLogs]: PricingPlan.Pro,
  [Feature.LegacyLogs]: PricingPlan.Pro,
  [Feature.FirewallLogs]: PricingPlan.Pro,
  [Feature.HeaderMatchRule]: PricingPlan.Pro,
  [Feature.Captcha]: PricingPlan.Pro,
  [Feature.ApplicationRuleGroup]: PricingPlan.Pro,
  [Feature.OwnCachePolicy]: PricingPlan.Business,
  [Feature.OwnOriginRequestPolicy]: PricingPlan.Business,
  [Feature.OwnResponseHeaders]: PricingPlan.Business,
  [Feature.VpcOrigin]: PricingPlan.Business,
  [Feature.OriginMtls]: PricingPlan.Business,
  [Feature.RegexRule]: PricingPlan.Business,
  [Feature.Challenge]: PricingPlan.Business,
  [Feature.BotControl]: PricingPlan.Business,
  [Feature.AntiDdos]: PricingPlan.Business,
  [Feature.LargeBodyInspection]: PricingPlan.Business,
  [Feature.OriginShield]: PricingPlan.Premium,
  [Feature.OriginGroup]: PricingPlan.Premium,
  [Feature.ViewerMtls]: PricingPlan.Premium,
  [Feature.AnycastIpList]: "none",
  [Feature.ContinuousDeployment]: "none",
  [Feature.MultiTenant]: "none",
  // Every plan wants a web ACL.
  [Feature.NoFirewall]: "none",
  [Feature.OriginAccessIdentity]: "none",
  [Feature.OwnRuleGroup]: "none",
  [Feature.RealTimeLogs]: "none",
  [Feature.TargetedBotControl]: "none",
};

/** What a distribution uses, as far as plans care. */
export interface PlanUse {
  readonly features: readonly FeatureUse[];
  /** With the default one. */
  readonly behaviors: number;
  readonly firewallRules: number;
}

/** How to do without what a front door has unless the arguments say otherwise. */
const WITHOUT: Partial<Readonly<Record<Feature, string>>> = {
  [Feature.AccessLogs]: 'logging.accessLogs "none"',
  [Feature.FirewallLogs]: 'firewall.log.requests "none"',
  [Feature.NoFirewall]: 'firewall.mode "managed"',
};

const COUNTED = [
  { of: "behaviors", path: "routes", what: "behaviors, the default one included" },
  { of: "firewallRules", path: "firewall", what: "rules of the web ACL" },
] as const;

/** What of it the plan does not have: an empty list where the plan fits. */
export function checkPlan(plan: PricingPlan, use: PlanUse): Problem[] {
  const counted = COUNTED.filter(({ of }) => use[of] > LIMITS[plan][of]).map(({ of, path, what }) => ({
    path: `pricingPlan "${plan}" and ${path}`,
    must: `not contradict each other: the plan has ${LIMITS[plan][of]} ${what}`,
    got: use[of],
    use: planFor((tier) => LIMITS[tier][of] >= use[of]),
  }));
  return [...counted, ...use.features.flatMap((feature) => checkFeature(plan, feature))];
}

function checkFeature(plan: PricingPlan, { feature, path }: FeatureUse): Problem[] {
  const least = LEAST_PLAN[feature];
  if (least === undefined || (least !== "none" && TIERS.indexOf(least) <= TIERS.indexOf(plan))) {
    return [];
  }
  const other = planFor((tier) => tier === least);
  const without = WITHOUT[feature];
  return [
    {
      path: `pricingPlan "${plan}" and ${path}`,
      must: `not contradict each other: ${least === "none" ? "no plan allows" : "the plan does not allow"} this (${feature})`,
      use: without === undefined ? other : `${without}, or ${other}`,
    },
  ];
}

function planFor(fits: (plan: PricingPlan) => boolean): string {
  const plan = TIERS.find(fits);
  return plan === undefined ? "no pricingPlan, to pay as you go" : `pricingPlan "${plan}"`;
}
