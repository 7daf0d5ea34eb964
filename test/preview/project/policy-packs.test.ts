import path from "node:path";
import { loadPolicyPacks } from "../../../preview/project/policy-packs";
import { surelyMatches } from "../../../preview/project/quick-schema";
import { UserError } from "../../../preview/project/user-error";
import { removeTemporaryFolders, temporaryFolder } from "./temporary-project";

afterAll(removeTemporaryFolders);

const PACK = { "PulumiPolicy.yaml": "runtime: nodejs\n" };
const SCHEMA = {
  $schema: "http://json-schema.org/draft-07/schema#",
  type: "object",
  additionalProperties: false,
  properties: {
    all: { enum: ["advisory", "mandatory", "disabled"] },
    waivers: {
      type: "object",
      propertyNames: { pattern: "^[a-z-]+$", examples: ["an-id"] },
      additionalProperties: { type: "string", pattern: "^\\d+$", examples: ["12", "345"] },
    },
    residency: {
      anyOf: [
        { enum: ["advisory", "mandatory", "disabled"] },
        {
          type: "object",
          additionalProperties: false,
          required: ["allowedRegions"],
          properties: { allowedRegions: { type: "array", minItems: 1, items: { type: "string" } } },
        },
      ],
    },
  },
};

function problemsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError)
      return error.message.split("\n").map((line) => line.replace(/\S*\/causeway-test-\w+\/?/g, "<dir>/"));
    throw error;
  }
  return [];
}

test("a pack takes the settings named like the stack, and never its package.json", () => {
  const dir = temporaryFolder({
    ...PACK,
    "dev.json": '{"all":"mandatory"}',
    "package.json": "{}",
    "tsconfig.json": "{}",
  });
  const packs = loadPolicyPacks([dir], [], ["dev", "prod", "package", "tsconfig"]);
  expect([...packs]).toEqual([
    ["dev", [{ dir, configFile: path.join(dir, "dev.json"), config: { all: "mandatory" } }]],
    ["prod", [{ dir }]],
    ["package", [{ dir }]],
    ["tsconfig", [{ dir }]],
  ]);
});

test("given config files win, pack by pack in order", () => {
  const dir = temporaryFolder({
    ...PACK,
    "dev.json": '{"all":"disabled"}',
    "a.json": '{"all":"advisory"}',
    "b.json": "{}",
  });
  const [a, b] = [path.join(dir, "a.json"), path.join(dir, "b.json")];
  expect(loadPolicyPacks([dir, dir], [a, b], ["dev"]).get("dev")).toEqual([
    { dir, configFile: a, config: { all: "advisory" } },
    { dir, configFile: b, config: {} },
  ]);
});

test("of many policies only the one that may have been meant is named", () => {
  const names = Array.from({ length: 13 }, (_, i) => [`rule-number-${i}`, {}]);
  const schema = { additionalProperties: false, properties: Object.fromEntries(names) };
  const dir = temporaryFolder({
    ...PACK,
    "config.schema.json": JSON.stringify(schema),
    "dev.json": '{"rule-numbr-7": "mandatory", "other": "mandatory"}',
  });
  expect(problemsOf(() => loadPolicyPacks([dir], [], ["dev"]))).toEqual([
    '<dir>/dev.json: unknown policy "rule-numbr-7"; did you mean "rule-number-7"?',
    '<dir>/dev.json: unknown policy "other"; 13 others are known',
  ]);
});

test("what is wrong with a config is said with every name and key, by the pack's own schema", () => {
  const dir = temporaryFolder({
    ...PACK,
    "config.schema.json": JSON.stringify(SCHEMA),
    "dev.json": '{"al": "mandatory", "residency": {"allowedRegions": [], "region": "x"}}',
    "prod.json": '{"all": "on", "residency": 5, "waivers": {"An id": "12", "an-id": "twelve"}}',
  });
  expect(problemsOf(() => loadPolicyPacks([dir], [], ["dev", "prod"]))).toEqual([
    '<dir>/dev.json: unknown policy "al"; known: all, residency, waivers',
    '<dir>/dev.json: "residency": unknown setting "region"; known: allowedRegions',
    '<dir>/dev.json: "residency.allowedRegions": must NOT have fewer than 1 items; got []',
    '<dir>/prod.json: "all": must be one of advisory, mandatory, disabled; got "on"',
    '<dir>/prod.json: "waivers": each name must be like "an-id"; got "An id"',
    '<dir>/prod.json: "waivers.an-id": must be like "12" or "345"; got "twelve"',
    '<dir>/prod.json: "residency": must be one of advisory, mandatory, disabled; got 5',
  ]);
});

test("without a schema the levels and the form are checked", () => {
  const dir = temporaryFolder({
    ...PACK,
    "dev.json": '{"a": "on", "b": 5, "c": {"enforcementLevel": "off"}, "d": {"x": 1}, "e": "remediate"}',
  });
  expect(problemsOf(() => loadPolicyPacks([dir], [], ["dev"]))).toEqual([
    '<dir>/dev.json: "a": the enforcement level must be one of advisory, mandatory, remediate, disabled; got "on"',
    '<dir>/dev.json: "b" must be an enforcement level or an object; got 5',
    '<dir>/dev.json: "c": the enforcement level must be one of advisory, mandatory, remediate, disabled; got "off"',
  ]);
});

test("an unusable schema is the pack's fault and named so", () => {
  const dir = temporaryFolder({ ...PACK, "config.schema.json": '{"type": "nonsense"}', "dev.json": "{}" });
  const [problem = ""] = problemsOf(() => loadPolicyPacks([dir], [], ["dev"]));
  expect(problem).toMatch(/^<dir>\/config\.schema\.json: is not a usable JSON schema: /);
});

test.each([
  [{ all: "mandatory" }, true],
  [{ residency: { allowedRegions: ["a"] } }, true],
  [{ residency: { allowedRegions: [] } }, false],
  [{ residency: { allowedRegions: [1] } }, false],
  [{ residency: {} }, false],
  [{ al: 1 }, false],
  [{ waivers: { "an-id": "12" } }, true],
  [{ waivers: { "An id": "12" } }, false],
  [{ all: "x" }, false],
  [[], false],
])("the quick check of %j says %s", (config, expected) => {
  expect(surelyMatches(SCHEMA, config)).toBe(expected);
});

test("the quick check is never sure of a keyword it does not know", () => {
  expect(surelyMatches({ not: {} }, 1)).toBe(false);
  expect(surelyMatches({ properties: {}, patternProperties: {}, additionalProperties: false }, { a: 1 })).toBe(false);
});
