// CloudFront's flat-rate plans: what each has, as its page says.

import { checkPlan, Feature, PricingPlan } from "../../../../components";

const PLANS = Object.values(PricingPlan);

/**
 * The least plan with a feature, by hand from https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/flat-rate-pricing-plan.html.
 * What the page does not name is in every plan, and so is what only tells apart a use of something that it names.
 */
const LEAST: Readonly<Record<Feature, PricingPlan | "none">> = {
  [Feature.Grpc]: "FREE",
  [Feature.VpcOrigin]: "BUSINESS",
  [Feature.SharedVpcOrigin]: "FREE",
  [Feature.OriginGroup]: "PREMIUM",
  [Feature.OriginShield]: "PREMIUM",
  [Feature.OriginMtls]: "BUSINESS",
  [Feature.SignedHost]: "FREE",
  [Feature.ForwardedHost]: "FREE",
  [Feature.OriginAccessIdentity]: "none",
  [Feature.IdentityOnNewBucket]: "FREE",
  [Feature.Writes]: "FREE",
  [Feature.NoPost]: "FREE",
  [Feature.ViewerFunction]: "FREE",
  [Feature.KeyValueStore]: "PRO",
  [Feature.LambdaViewerTrigger]: "FREE",
  [Feature.LambdaOriginTrigger]: "FREE",
  [Feature.ViewerRequestRouting]: "FREE",
  [Feature.ViewerRequestFunction]: "FREE",
  [Feature.OwnCachePolicy]: "BUSINESS",
  [Feature.OwnOriginRequestPolicy]: "BUSINESS",
  [Feature.OwnResponseHeaders]: "BUSINESS",
  [Feature.ErrorPages]: "FREE",
  [Feature.Http1Only]: "FREE",
  [Feature.Http3]: "FREE",
  [Feature.Ipv6]: "FREE",
  [Feature.AnycastIpList]: "none",
  [Feature.AnycastIpv4]: "FREE",
  [Feature.ReducedPriceClass]: "FREE",
  [Feature.NoCertificate]: "FREE",
  [Feature.TlsPolicy]: "FREE",
  [Feature.ViewerMtls]: "PREMIUM",
  [Feature.ContinuousDeployment]: "none",
  [Feature.NoFirewall]: "none",
  [Feature.IpAllowListIpv4Only]: "FREE",
  [Feature.HotlinkProtection]: "FREE",
  [Feature.NoReferrer]: "FREE",
  [Feature.HeaderMatchRule]: "PRO",
  [Feature.RegexRule]: "BUSINESS",
  [Feature.Captcha]: "PRO",
  [Feature.Challenge]: "BUSINESS",
  [Feature.BotControl]: "BUSINESS",
  [Feature.TargetedBotControl]: "none",
  [Feature.AntiDdos]: "BUSINESS",
  [Feature.ApplicationRuleGroup]: "PRO",
  [Feature.OwnRuleGroup]: "none",
  [Feature.LargeBodyInspection]: "BUSINESS",
  [Feature.FirewallLogs]: "PRO",
  [Feature.AccessLogs]: "PRO",
  [Feature.LegacyLogs]: "PRO",
  [Feature.RealTimeLogs]: "none",
  [Feature.ResponseCompletionTimeout]: "FREE",
  [Feature.SseKms]: "FREE",
  [Feature.MultiTenant]: "none",
};

describe.each(Object.values(Feature))("%s", (feature) => {
  test.each(PLANS)("on %s", (plan) => {
    const least = LEAST[feature];
    const isThere = least !== "none" && PLANS.indexOf(plan) >= PLANS.indexOf(least);
    const problems = checkPlan(plan, { features: [{ feature, path: "x" }], behaviors: 1, firewallRules: 1 });
    expect(problems.map(({ path }) => path)).toEqual(isThere ? [] : [`pricingPlan "${plan}" and x`]);
    const use = least === "none" ? /no pricingPlan, to pay as you go$/ : new RegExp(`pricingPlan "${least}"$`);
    expect(problems.filter((problem) => !use.test(problem.use ?? ""))).toEqual([]);
  });
});

describe("counts", () => {
  const none = { features: [], behaviors: 1, firewallRules: 1 };

  test.each([
    ["FREE", 5, 'pricingPlan "PRO"'],
    ["PRO", 10, 'pricingPlan "BUSINESS"'],
    ["BUSINESS", 50, 'pricingPlan "PREMIUM"'],
    ["PREMIUM", 100, "no pricingPlan, to pay as you go"],
  ] as const)("%s takes %i behaviors", (plan, most, use) => {
    expect(checkPlan(plan, { ...none, behaviors: most })).toEqual([]);
    expect(checkPlan(plan, { ...none, behaviors: most + 1 })).toEqual([
      {
        path: `pricingPlan "${plan}" and routes`,
        must: `not contradict each other: the plan has ${most} behaviors, the default one included`,
        got: most + 1,
        use,
      },
    ]);
  });

  test.each([
    ["FREE", 5, 'pricingPlan "PRO"'],
    ["PRO", 25, 'pricingPlan "BUSINESS"'],
    ["BUSINESS", 50, 'pricingPlan "PREMIUM"'],
    ["PREMIUM", 75, "no pricingPlan, to pay as you go"],
  ] as const)("%s takes %i rules of the web ACL", (plan, most, use) => {
    expect(checkPlan(plan, { ...none, firewallRules: most })).toEqual([]);
    expect(checkPlan(plan, { ...none, firewallRules: most + 1 })).toEqual([
      {
        path: `pricingPlan "${plan}" and firewall`,
        must: `not contradict each other: the plan has ${most} rules of the web ACL`,
        got: most + 1,
        use,
      },
    ]);
  });

  test("far too much leads to the plan that has it, not to the next", () => {
    expect(checkPlan("FREE", { ...none, behaviors: 51 })[0]?.use).toBe('pricingPlan "PREMIUM"');
    expect(checkPlan("FREE", { ...none, firewallRules: 26 })[0]?.use).toBe('pricingPlan "BUSINESS"');
  });
});
