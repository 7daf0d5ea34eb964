// Arguments as JavaScript programs write them, where no compiler refuses: problems, never a crash, and never a firewall that is not
// what was asked for.

import * as pulumi from "@pulumi/pulumi";
import { PricingPlan, type Problem, s3Origin } from "../../../../components";
import { checkTenantedFrontDoor } from "../../../../components/edge-front-door/tenants/validate-tenants";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { untyped } from "../../untyped";
import { methodIs } from "./everything";

const origin = s3Origin();
const domain = { name: "www.example.com", hostedZoneId: "Z1" };

/** What is wrong with a front door that has this for its firewall. The plan counts its rules. */
function problemsOf(firewall: unknown): Problem[] {
  const args = { origin, domain, firewall: untyped<object>(firewall), pricingPlan: PricingPlan.Business };
  return checkEdgeFrontDoor("site", args).filter(({ path }) => !path.startsWith("pricingPlan"));
}

/** The same of a tier. */
function problemsOfTier(firewall: unknown): Problem[] {
  const tiers = { only: { origin, firewall: untyped<object>(firewall) } };
  return checkTenantedFrontDoor("stores", { domain, tiers });
}

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
  [{ ruleGroups: ["Core", "toString"] }, ["firewall.ruleGroups[0]", "firewall.ruleGroups[1]"]],
  [{ ruleGroups: [undefined, null] }, ["firewall.ruleGroups[0]", "firewall.ruleGroups[1]"]],
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
    { ruleOverrides: { AWSManagedRulesCommonRuleSet: { A: "ignore" } } },
    ["firewall.ruleOverrides.AWSManagedRulesCommonRuleSet.A"],
  ],
  [
    { ruleOverrides: { AWSManagedRulesCommonRuleSet: { A: undefined } } },
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
  [{ mode: "existing", existingWebAclArn: null }, ["firewall.existingWebAclArn"]],
  [{ mode: "existing", existingWebAclArn: 5 }, ["firewall.existingWebAclArn"]],
];

test.each(WRONG)("%j", (firewall, paths) => {
  expect(problemsOf(firewall).map(({ path }) => path)).toEqual(paths);
  expect(problemsOfTier(firewall).map(({ path }) => path.replaceAll("tiers.only.", ""))).toEqual(paths);
});

test("an output is no list and no object: whether a rule exists must be known", () => {
  const later = pulumi.output(["AWSManagedRulesCommonRuleSet"]);
  const everywhere = {
    ruleGroups: later,
    rateLimits: later,
    hotlinkProtection: pulumi.output({}),
    log: pulumi.output({}),
  };
  const known = "not an output: its value is needed before anything is created";
  expect(problemsOf(everywhere)).toEqual([
    { path: "firewall.ruleGroups", must: `be a list, ${known}` },
    { path: "firewall.rateLimits", must: `be a list, ${known}` },
    { path: "firewall.hotlinkProtection", must: `be an object, ${known}` },
    { path: "firewall.log", must: `be an object, ${known}` },
  ]);
});

test("addresses and ARNs may be outputs, which are not judged", () => {
  const later = pulumi.output(Promise.resolve("anything"));
  const addresses = { ipv4: [later], ipv6: [later], existingIpSetArns: [later] };
  const ownRuleGroups = [{ name: "team", ruleGroupArn: later }];
  expect(problemsOf({ allowedAddresses: addresses, blockedAddresses: addresses, ownRuleGroups })).toEqual([]);
});

test("what is left out by undefined is left out", () => {
  const names = ["mode", "preset", "ruleGroups", "rateLimits", "hotlinkProtection", "log", "existingWebAclArn"];
  expect(problemsOf(Object.fromEntries(names.map((name) => [name, undefined])))).toEqual([]);
});

test("a message says what was there, and nothing of what is in it", () => {
  const wrong = { rateLimits: "s3cr3t", log: [{ secret: "s3cr3t" }], botControl: null };
  expect(problemsOf({ ...wrong, hotlinkProtection: { allowedSites: [7] } })).toEqual([
    { path: "firewall.rateLimits", must: "be a list, not text" },
    { path: "firewall.hotlinkProtection.allowedSites[0]", must: "be text, not a number" },
    { path: "firewall.botControl", must: "be an object, not null" },
    { path: "firewall.log", must: "be an object, not a list" },
  ]);
});
