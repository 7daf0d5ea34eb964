// Front doors that fit into a flat-rate plan, and what a plan notices of the others.

import * as pulumi from "@pulumi/pulumi";
import {
  AccessLogDestination,
  BotInspectionLevel,
  CachePolicy,
  cloudFrontFunction,
  type EdgeFrontDoorArgs,
  FirewallPreset,
  httpOrigin,
  keyGroup,
  LoggedRequests,
  ManagedRuleGroup,
  OriginRequestPolicy,
  PricingPlan,
  RuleAction,
  s3Origin,
} from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { hostedZoneId } from "../variants";

/** Everything a plan below Pro has to do without, and no more. */
const FREE: EdgeFrontDoorArgs = {
  origin: s3Origin(),
  pricingPlan: PricingPlan.Free,
  logging: { accessLogs: AccessLogDestination.None },
  firewall: { log: { requests: LoggedRequests.None } },
};

function problemsOf(args: Partial<EdgeFrontDoorArgs>) {
  return checkEdgeFrontDoor("site", { origin: s3Origin(), ...args });
}

const pathsOf = (args: Partial<EdgeFrontDoorArgs>): string[] => problemsOf(args).map(({ path }) => path);

describe("a front door on Free", () => {
  test("keeps no logs, and says how to arrange that", () => {
    expect(problemsOf({ pricingPlan: PricingPlan.Free })).toEqual([
      {
        path: 'pricingPlan "FREE" and firewall.log.requests',
        must: "not contradict each other: the plan does not allow this (firewall logs)",
        use: 'firewall.log.requests "none", or pricingPlan "PRO"',
      },
      {
        path: 'pricingPlan "FREE" and logging.accessLogs',
        must: "not contradict each other: the plan does not allow this (access logs)",
        use: 'logging.accessLogs "none", or pricingPlan "PRO"',
      },
    ]);
    expect(problemsOf(FREE)).toEqual([]);
  });

  test("has a domain, a function, four routes, two rate limits and signed URLs", () => {
    const origin = httpOrigin({ domainName: "api.example.com" });
    const behavior = {
      functions: { viewerRequest: cloudFrontFunction({ name: "light", code: "function handler(event) {}" }) },
      trustedKeyGroups: [keyGroup({ name: "downloads", publicKeys: { first: "-----BEGIN PUBLIC KEY-----" } })],
    };
    const routes = [1, 2, 3, 4].map((index) => ({ name: `r${index}`, pathPattern: `/${index}/*`, origin }));
    const rateLimits = ["all", "login"].map((name) => ({ name, limit: 100 }));
    const domain = { name: "www.example.com", hostedZoneId };
    expect(pathsOf({ ...FREE, behavior, domain, routes, firewall: { ...FREE.firewall, rateLimits } })).toEqual([]);
  });

  test("has five behaviors and five rules, not six", () => {
    const routes = [1, 2, 3, 4, 5].map((n) => ({ name: `r${n}`, pathPattern: `/${n}/*`, origin: s3Origin() }));
    const rateLimits = ["all", "login", "search"].map((name) => ({ name, limit: 100 }));
    expect(problemsOf({ ...FREE, routes, firewall: { ...FREE.firewall, rateLimits } })).toMatchObject([
      { path: 'pricingPlan "FREE" and routes', got: 6 },
      { path: 'pricingPlan "FREE" and firewall', got: 6 },
    ]);
  });
});

test.each([PricingPlan.Pro, PricingPlan.Business, PricingPlan.Premium])(
  "a front door on %s needs nothing else",
  (plan) => {
    expect(pathsOf({ pricingPlan: plan })).toEqual([]);
  },
);

test("every plan wants a web ACL", () => {
  expect(problemsOf({ ...FREE, firewall: { mode: "none" } })).toEqual([
    {
      path: 'pricingPlan "FREE" and firewall.mode',
      must: "not contradict each other: no plan allows this (no firewall)",
      use: 'firewall.mode "managed", or no pricingPlan, to pay as you go',
    },
  ]);
});

test("a plan that is none is told, and nothing is measured by it", () => {
  const [problem, ...more] = problemsOf(JSON.parse('{ "pricingPlan": "free" }'));
  expect(problem).toEqual({
    path: "pricingPlan",
    must: 'be one of "FREE", "PRO", "BUSINESS", "PREMIUM"',
    got: "free",
  });
  expect(more).toEqual([]);
});

describe("a plan notices", () => {
  const custom = (statement: object) => ({ customRules: [{ name: "own", statement }] });
  const header = {
    fieldToMatch: { singleHeader: { name: "x-key" } },
    positionalConstraint: "EXACTLY",
    searchString: "k",
  };
  const path = { fieldToMatch: { uriPath: {} }, regexString: "^/admin" };
  const cases: [string, EdgeFrontDoorArgs["firewall"], string[]][] = [
    ["SQL injection by preset", { preset: FirewallPreset.Recommended }, ["firewall.preset"]],
    ["groups for applications by name", { ruleGroups: [ManagedRuleGroup.WordPress] }, ["firewall.ruleGroups"]],
    ["hotlink protection", { hotlinkProtection: { allowedSites: ["example.com"] } }, ["firewall.hotlinkProtection"]],
    [
      "a wildcard of hotlink protection",
      { hotlinkProtection: { allowedSites: ["*.example.com"] } },
      ["firewall.hotlinkProtection", "firewall.hotlinkProtection.allowedSites"],
    ],
    ["a rule on a header", custom({ byteMatchStatement: header }), ["firewall.customRules[0].statement"]],
    [
      "a rule on a header deep inside",
      custom({ notStatement: { statement: { orStatement: { statements: [{ byteMatchStatement: header }] } } } }),
      ["firewall.customRules[0].statement"],
    ],
    ["a regular expression", custom({ regexMatchStatement: path }), ["firewall.customRules[0].statement"]],
    ["a rule that is not known yet", custom({ byteMatchStatement: pulumi.output(header) }), []],
    [
      "puzzles",
      {
        rateLimits: [{ name: "login", limit: 100, action: RuleAction.Captcha }],
        ruleOverrides: { [ManagedRuleGroup.Core]: { SizeRestrictions_BODY: RuleAction.Challenge } },
      },
      ["firewall.rateLimits[0].action", "firewall.ruleOverrides.AWSManagedRulesCommonRuleSet.SizeRestrictions_BODY"],
    ],
    [
      "bots",
      { botControl: { inspectionLevel: BotInspectionLevel.Targeted } },
      ["firewall.botControl", "firewall.botControl.inspectionLevel"],
    ],
  ];
  test.each(cases)("%s", (_title, firewall, paths) => {
    expect(pathsOf({ ...FREE, firewall: { ...FREE.firewall, ...firewall } })).toEqual(
      paths.map((argument) => `pricingPlan "FREE" and ${argument}`),
    );
  });

  test("policies of your own, and takes an output for one of those", () => {
    const behavior = {
      cachePolicyId: pulumi.output("own"),
      originRequestPolicyId: "own",
      responseHeadersPolicyId: "own",
    };
    expect(pathsOf({ ...FREE, behavior })).toEqual([
      'pricingPlan "FREE" and behavior.cachePolicyId',
      'pricingPlan "FREE" and behavior.originRequestPolicyId',
      'pricingPlan "FREE" and behavior.responseHeadersPolicyId',
    ]);
    expect(pathsOf({ ...FREE, responseHeaders: {} })).toEqual(['pricingPlan "FREE" and responseHeaders']);
  });

  test("no policy that is CloudFront's", () => {
    const behavior = {
      cachePolicyId: CachePolicy.CachingDisabled,
      originRequestPolicyId: OriginRequestPolicy.CorsS3Origin,
    };
    expect(pathsOf({ ...FREE, behavior })).toEqual([]);
  });
});
