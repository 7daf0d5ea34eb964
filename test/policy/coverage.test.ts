// Every rule has its cases: testRule where it judges single resources, testJoin where it judges a stack. Those two make sure of the number of
// violating and clean ones, and try a foreign type, every twin and a waiver.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { rules } from "../../policy/pack";
import type { Rule } from "../../policy/rule";

/** Nothing of these types is clean, and nothing in it decides: the rules are about there being one. */
const ofExistence = ["cloudfront-no-oai", "waf-no-classic"];
/** Their joins find nothing; they tell what is open. */
const joinsThatOnlyUndecide = ["msk-tenant-isolation"];

const tests = path.join(__dirname, "rules");
const sources = readdirSync(tests, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => readFileSync(path.join(tests, file), "utf8"));

/** The file and the constant that a rule is, by the rule: names of constants are those of one service. */
const constants = new Map<unknown, { file: string; constant: string }>();
const folder = path.join(__dirname, "../../policy/rules");
for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
  if (!file.endsWith(".ts")) continue;
  const exported: Record<string, unknown> = require(path.join(folder, file));
  for (const [constant, value] of Object.entries(exported))
    if (rules.some((rule) => rule === value)) constants.set(value, { file: file.replace(/\.ts$/, ""), constant });
}

function isTestedBy(kit: string, rule: Rule): boolean {
  const { file, constant } = constants.get(rule) ?? {};
  const call = new RegExp(`\\b${kit}\\(\\s*${constant}\\b`);
  return sources.some((source) => source.includes(`policy/rules/${file}"`) && call.test(source));
}

const namesOf = (chosen: readonly Rule[]): string[] => chosen.map(({ name }) => name).sort();

test("every rule is a constant of its own", () => {
  expect(namesOf(rules.filter((rule) => !constants.has(rule)))).toEqual([]);
  expect(constants.size).toBe(rules.length);
});

test("every rule for single resources has its cases", () => {
  const without = rules.filter((rule) => rule.check !== undefined && !isTestedBy("testRule", rule));
  expect(namesOf(without)).toEqual(ofExistence);
});

test("every rule for stacks has its cases", () => {
  const without = rules.filter((rule) => rule.join !== undefined && !isTestedBy("testJoin", rule));
  expect(namesOf(without)).toEqual(joinsThatOnlyUndecide);
});
