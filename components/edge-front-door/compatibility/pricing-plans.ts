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

/** What of it the plan does not have: an empty list where the plan fits. */
export function checkPlan(plan: PricingPlan, use: PlanUse): Problem[] {
  const limits = LIMITS[plan];
  const problems: Problem[] = [];
  for (const [path, what, count, most] of [
    ["routes", "behaviors with the default one", use.behaviors, limits.behaviors],
    ["firewall", "rules", use.firewallRules, limits.firewallRules],
  ] as const) {
    if (count > most) {
      problems.push({
        path: `pricingPlan "${plan}" and ${path}`,
        must: `not contradict each other: the plan has ${most} ${what}`,
        got: count,
        use: planFor((tier) => (what === "rules" ? LIMITS[tier].firewallRules : LIMITS[tier].behaviors) >= count),
      });
    }
  }
  for (const { feature, path } of use.features) {
    const least = LEAST_PLAN[feature];
    if (least === "none") {
      problems.push({
        path: `pricingPlan "${plan}" and ${path}`,
        must: `not contradict each other: no plan has this (${feature})`,
        use: "pay as you go, without pricingPlan",
      });
    } else if (least !== undefined && TIERS.indexOf(least) > TIERS.indexOf(plan)) {
      problems.push({
        path: `pricingPlan "${plan}" and ${path}`,
        must: `not contradict each other: the plan lacks this (${feature})`,
        use: planFor((tier) => TIERS.indexOf(tier) >= TIERS.indexOf(least)),
      });
    }
  }
  return problems;
}

function planFor(fits: (plan: PricingPlan) => boolean): string {
  const plan = TIERS.find(fits);
  return plan === undefined ? "pay as you go, without pricingPlan" : `plan "${plan}"`;
}
