import { readFileSync } from "node:fs";
import path from "node:path";
import Ajv from "ajv";
import { PolicyConfigError, validateConfig } from "../../policy/config";
import { configSchema } from "../../policy/config-schema";
import devConfig from "../../policy/dev.json";
import { rules } from "../../policy/pack";
import prodConfig from "../../policy/prod.json";

const matchesSchema = new Ajv({ strict: true }).compile(configSchema(rules));

function problemsOf(config: unknown): readonly string[] {
  try {
    validateConfig(rules, config, "policy/shop.json");
    return [];
  } catch (error) {
    if (!(error instanceof PolicyConfigError)) throw error;
    expect(error.source).toBe("policy/shop.json");
    return error.problems;
  }
}

test.each([
  ["dev", devConfig, ["eu-central-1"]],
  ["prod", prodConfig, ["eu-central-1", "eu-west-1"]],
])("%s is valid and allows its Regions", (_name, config, allowedRegions) => {
  expect(problemsOf(config)).toEqual([]);
  expect(matchesSchema(config)).toBe(true);
  const { waivers: _, ...rules } = config;
  expect(rules).toEqual({
    all: "mandatory",
    "region-residency": { allowedRegions },
    "region-grants": "advisory",
  });
});

test.each<[string, unknown]>([
  ["nothing", {}],
  ["a level for all", { all: "advisory" }],
  ["a level for one rule", { "cloudfront-waf": "disabled" }],
  ["a level as an object", { "cloudfront-waf": { enforcementLevel: "advisory" } }],
  [
    "a level and a parameter",
    { "region-residency": { enforcementLevel: "advisory", allowedRegions: ["us-gov-west-1"] } },
  ],
])("accepts %s", (_title, config) => {
  expect(problemsOf(config)).toEqual([]);
  expect(matchesSchema(config)).toBe(true);
});

const levels = 'must be one of "advisory", "mandatory", "disabled"';

test.each<[string, unknown, string[]]>([
  ["a list", [], ["must be a JSON object with rule names as keys"]],
  [
    "a misspelt rule",
    { "cloudfront-waff": "advisory" },
    ['cloudfront-waff: is not a rule of this pack; did you mean "cloudfront-waf"?'],
  ],
  ["misspelt waivers", { waiver: {} }, ['waiver: is not a rule of this pack; did you mean "waivers"?']],
  ["a level that does not exist", { all: "warn" }, [`all: ${levels}`]],
  ["a number as level", { "cloudfront-waf": 1 }, [`cloudfront-waf: ${levels}`]],
  ["remediation", { "s3-tls-only": "remediate" }, [`s3-tls-only: ${levels}; this rule changes no resources`]],
  [
    "a misspelt key",
    { "region-residency": { allowedRegion: ["eu-central-1"] } },
    ['region-residency.allowedRegion: is not a parameter of this rule; did you mean "allowedRegions"?'],
  ],
  [
    "a parameter of another rule",
    { "s3-tls-only": { allowedRegions: ["eu-central-1"] } },
    ["s3-tls-only.allowedRegions: is not a parameter of this rule; known are enforcementLevel"],
  ],
  [
    "text for a list",
    { "region-residency": { allowedRegions: "eu-central-1" } },
    ['region-residency.allowedRegions: must be a list such as ["eu-central-1"]'],
  ],
  [
    "entries that are no Regions",
    { "region-residency": { allowedRegions: ["eu-central-1", "Frankfurt", 3] } },
    [
      'region-residency.allowedRegions[1]: must be text such as "eu-central-1"',
      'region-residency.allowedRegions[2]: must be text such as "eu-central-1"',
    ],
  ],
  [
    "everything at once",
    { all: "on", nope: "advisory", "cloudfront-waf": { enforcementLevel: "hard" } },
    [
      `all: ${levels}`,
      expect.stringMatching(/^nope: is not a rule of this pack; known are all, cloudfront-viewer-https, /),
      `cloudfront-waf.enforcementLevel: ${levels}`,
    ],
  ],
])("refuses %s, in its own words and by the schema", (_title, config, problems) => {
  expect(problemsOf(config)).toEqual(problems);
  expect(matchesSchema(config)).toBe(false);
});

test("the error names the file and counts the problems", () => {
  expect(() => validateConfig(rules, { all: "on", nope: 1 }, "policy/shop.json")).toThrow(
    /^policy\/shop\.json: 2 problems\n {2}all: /,
  );
});

test("config.schema.json is what the rules say", () => {
  const written = readFileSync(path.join(__dirname, "../../policy/config.schema.json"), "utf8");
  // If this fails: node policy/generate/main.cjs
  expect(JSON.parse(written)).toEqual(configSchema(rules));
});
