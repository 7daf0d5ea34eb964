// Arguments as JavaScript programs write them, where no compiler refuses: problems, never a crash, and never a firewall that is not
// what was asked for.

import * as pulumi from "@pulumi/pulumi";
import { type EdgeFrontDoorArgs, type FirewallArgs, PricingPlan, s3Origin } from "../../../../components";
import { featuresOfFirewall } from "../../../../components/edge-front-door/firewall/firewall-features";
import { countRules } from "../../../../components/edge-front-door/firewall/plan-firewall";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { methodIs } from "./everything";
import { pathsOf, problemsOf } from "./problems-of";

/** As no compiler would let pass. */
const untyped = (firewall: unknown): FirewallArgs => firewall as FirewallArgs;

const statement = methodIs("GET");

const WRONG: readonly (readonly [firewall: unknown, paths: string[]])[] = [
  ["core", ["firewall"]],
  [["core"], ["firewall"]],
  [true, ["firewall"]],
  [{ mode: "on" }, ["firewall.mode"]],
  [{ mode: null }, ["firewall.mode"]],
  [{ preset: "paranoid" }, ["firewall.preset"]],
  [{ preset: {} }, ["firewall.preset"]],
  [{ ruleGroups: "AWSManagedRulesCommonRuleSet" }, ["firewall.ruleGroups"]],
  [{ ruleGroups: { 0: "AWSManagedRulesCommonRuleSet" } }, ["firewall.ruleGroups"]],
  [{ ruleGroups: null }, ["firewall.ruleGroups"]],
  [
    { ruleGroups: ["Core", undefined, "toString"] },
    ["firewall.ruleGroups[0]", "firewall.ruleGroups[1]", "firewall.ruleGroups[2]"],
  ],
  [{ ownRuleGroups: {} }, ["firewall.ownRuleGroups"]],
  [{ ownRuleGroups: [null, "team"] }, ["firewall.ownRuleGroups[0]", "firewall.ownRuleGroups[1]"]],
  [{ ownRuleGroups: [{ vendorName: "F5" }] }, ["firewall.ownRuleGroups[0].name"]],
  [{ ownRuleGroups: [{ name: "a", ruleGroupArn: null }] }, ["firewall.ownRuleGroups[0].ruleGroupArn"]],
  [{ ownRuleGroups: [{ name: "a", ruleGroupArn: 1 }] }, ["firewall.ownRuleGroups[0].ruleGroupArn"]],
  [{ ownRuleGroups: [{ name: "a", vendorName: 5 }] }, ["firewall.ownRuleGroups[0].vendorName"]],
  [{ ownRuleGroups: [{ name: "a", vendorName: "F5", capacity: "100" }] }, ["firewall.ownRuleGroups[0].capacity"]],
  [{ ruleOverrides: [] }, ["firewall.ruleOverrides"]],
  [
    { ruleOverrides: { AWSManagedRulesCommonRuleSet: "count" } },
    ["firewall.ruleOverrides.AWSManagedRulesCommonRuleSet"],
  ],
  [{ ruleOverrides: { AWSManagedRulesCommonRuleSet: null } }, ["firewall.ruleOverrides.AWSManagedRulesCommonRuleSet"]],
  [
    { ruleOverrides: { AWSManagedRulesCommonRuleSet: { A: "ignore", B: undefined } } },
    ["firewall.ruleOverrides.AWSManagedRulesCommonRuleSet.A"],
  ],
  [{ allowedAddresses: ["192.0.2.0/24"] }, ["firewall.allowedAddresses"]],
  [{ allowedAddresses: "192.0.2.0/24" }, ["firewall.allowedAddresses"]],
  [{ allowedAddresses: null }, ["firewall.allowedAddresses"]],
  [{ allowedAddresses: { ipv4: "192.0.2.0/24" } }, ["firewall.allowedAddresses.ipv4"]],
  [
    { blockedAddresses: { ipv4: [undefined, 5, null] } },
    ["firewall.blockedAddresses.ipv4[0]", "firewall.blockedAddresses.ipv4[1]", "firewall.blockedAddresses.ipv4[2]"],
  ],
  [{ blockedAddresses: { existingIpSetArns: {} } }, ["firewall.blockedAddresses.existingIpSetArns"]],
  [{ rateLimits: { name: "a", limit: 100 } }, ["firewall.rateLimits"]],
  [{ rateLimits: [undefined] }, ["firewall.rateLimits[0]"]],
  [{ rateLimits: [{}] }, ["firewall.rateLimits[0].name", "firewall.rateLimits[0].limit"]],
  [{ rateLimits: [{ name: "a", limit: "100" }] }, ["firewall.rateLimits[0].limit"]],
  [{ rateLimits: [{ name: "a", limit: 100, windowSeconds: "60" }] }, ["firewall.rateLimits[0].windowSeconds"]],
  [{ rateLimits: [{ name: "a", limit: 100, pathPrefix: 5 }] }, ["firewall.rateLimits[0].pathPrefix"]],
  [{ rateLimits: [{ name: "a", limit: 100, pathPrefix: ["/a"] }] }, ["firewall.rateLimits[0].pathPrefix"]],
  [{ rateLimits: [{ name: "a", limit: 100, action: "deny" }] }, ["firewall.rateLimits[0].action"]],
  [{ hotlinkProtection: true }, ["firewall.hotlinkProtection"]],
  [{ hotlinkProtection: null }, ["firewall.hotlinkProtection"]],
  [{ hotlinkProtection: { pathPrefixes: "/images/" } }, ["firewall.hotlinkProtection.pathPrefixes"]],
  [
    { hotlinkProtection: { pathPrefixes: [undefined, 1] } },
    ["firewall.hotlinkProtection.pathPrefixes[0]", "firewall.hotlinkProtection.pathPrefixes[1]"],
  ],
  [{ hotlinkProtection: { allowedSites: "example.com" } }, ["firewall.hotlinkProtection.allowedSites"]],
  [{ hotlinkProtection: { allowedSites: [null] } }, ["firewall.hotlinkProtection.allowedSites[0]"]],
  // "no" would be as good as true.
  [{ hotlinkProtection: { allowEmptyReferer: "no" } }, ["firewall.hotlinkProtection.allowEmptyReferer"]],
  [{ hotlinkProtection: { allowHttpSites: 0 } }, ["firewall.hotlinkProtection.allowHttpSites"]],
  [{ antiDdos: true }, ["firewall.antiDdos"]],
  [{ antiDdos: { sensitivityToBlock: "low" } }, ["firewall.antiDdos.sensitivityToBlock"]],
  [{ antiDdos: { challengeExemptPaths: "^/api/" } }, ["firewall.antiDdos.challengeExemptPaths"]],
  [{ antiDdos: { challengeExemptPaths: [/^\/api\//] } }, ["firewall.antiDdos.challengeExemptPaths[0]"]],
  [{ botControl: true }, ["firewall.botControl"]],
  [{ botControl: { inspectionLevel: "targeted" } }, ["firewall.botControl.inspectionLevel"]],
  [{ botControl: { pathPrefixes: {} } }, ["firewall.botControl.pathPrefixes"]],
  [{ customRules: [null] }, ["firewall.customRules[0]"]],
  [{ customRules: [{ name: "a" }] }, ["firewall.customRules[0].statement"]],
  [{ customRules: [{ name: "a", statement: null }] }, ["firewall.customRules[0].statement"]],
  [{ customRules: [{ name: "a", statement: "GET" }] }, ["firewall.customRules[0].statement"]],
  [{ customRules: [{ statement }] }, ["firewall.customRules[0].name"]],
  [{ customRules: [{ name: "a", statement, action: "deny" }] }, ["firewall.customRules[0].action"]],
  [{ bodyInspectionKilobytes: "KB_64" }, ["firewall.bodyInspectionKilobytes"]],
  [{ log: false }, ["firewall.log"]],
  [{ log: { requests: "some" } }, ["firewall.log.requests"]],
  [{ log: { redactedHeaders: "cookie" } }, ["firewall.log.redactedHeaders"]],
  [{ log: { redactedHeaders: [undefined] } }, ["firewall.log.redactedHeaders[0]"]],
  [{ log: { redactQueryString: "yes" } }, ["firewall.log.redactQueryString"]],
  // Without the check this would be a distribution without any firewall.
  [
    { mode: "existing", existingWebAclArn: null },
    ["firewall.existingWebAclArn", 'firewall.existingWebAclArn and firewall.mode "existing"'],
  ],
  [
    { mode: "existing", existingWebAclArn: 5 },
    ["firewall.existingWebAclArn", 'firewall.existingWebAclArn and firewall.mode "existing"'],
  ],
];

test.each(WRONG)("%j", (firewall, paths) => {
  expect(pathsOf(untyped(firewall))).toEqual(paths);
});

test.each(WRONG)("%j: nothing else that looks at it crashes", (firewall) => {
  expect(countRules(untyped(firewall))).toBeGreaterThanOrEqual(0);
  expect(featuresOfFirewall("firewall", untyped(firewall))).toBeInstanceOf(Array);
  const args = {
    origin: s3Origin(),
    firewall,
    pricingPlan: PricingPlan.Pro,
    domain: { name: "a.com", hostedZoneId: "Z1" },
  };
  expect(checkEdgeFrontDoor("site", args as Partial<EdgeFrontDoorArgs>).length).toBeGreaterThan(0);
});

test("an output is no list and no object: whether a rule exists must be known", () => {
  const later = pulumi.output(["AWSManagedRulesCommonRuleSet"]);
  const everywhere = {
    ruleGroups: later,
    rateLimits: later,
    hotlinkProtection: pulumi.output({}),
    log: pulumi.output({}),
  };
  expect(problemsOf(untyped(everywhere)).map(({ path, must }) => [path, must])).toEqual([
    ["firewall.ruleGroups", "be a list"],
    ["firewall.rateLimits", "be a list"],
    ["firewall.hotlinkProtection", "be an object"],
    ["firewall.log", "be an object"],
  ]);
});

test("addresses and ARNs may be outputs, which are not judged", () => {
  const later = pulumi.output(Promise.resolve("anything"));
  const addresses = { ipv4: [later], ipv6: [later], existingIpSetArns: [later] };
  expect(
    problemsOf({
      allowedAddresses: addresses,
      blockedAddresses: addresses,
      ownRuleGroups: [{ name: "team", ruleGroupArn: later }],
    }),
  ).toEqual([]);
});

test("what is left out by undefined is left out", () => {
  const names = ["mode", "preset", "ruleGroups", "rateLimits", "hotlinkProtection", "log", "existingWebAclArn"];
  expect(problemsOf(untyped(Object.fromEntries(names.map((name) => [name, undefined]))))).toEqual([]);
  expect(countRules(untyped({ rateLimits: undefined, hotlinkProtection: undefined }))).toBe(3);
});

test("a message says what was there, and nothing of what is in it", () => {
  expect(problemsOf(untyped({ rateLimits: "many", log: [{ secret: "s3cr3t" }], botControl: null }))).toEqual([
    { path: "firewall.rateLimits", must: "be a list", got: "many" },
    { path: "firewall.log", must: "be an object", got: "an object" },
    { path: "firewall.botControl", must: "have a value, or be left out", got: null },
  ]);
});
