import path from "node:path";
import { type LoadedPack, loadPack } from "../../../preview/policy/load-pack";
import { levelOf } from "../../../preview/policy/pack-config";
import { previewProgram } from "../engine/preview-program";
import { removeTemporaryFolders, temporaryFolder } from "../project/temporary-project";
import { manifests, packFolder } from "./packs";

afterAll(removeTemporaryFolders);

const sdk = 'const { PolicyPack } = require("@pulumi/policy");\n';
const policies = `
const policies = ["a", "b", "c"].map((name) => ({
  name,
  description: name,
  enforcementLevel: "mandatory",
  configSchema: { properties: { limit: { type: "number", default: 5 }, list: { type: "array" } } },
  validateResource: () => {},
}));
`;

function load(files: Record<string, string>, config: Record<string, unknown> = {}): LoadedPack {
  return loadPack({ dir: packFolder(files), config });
}

/** The error in the words that follow the folder's name, which every one of them begins with. */
function errorOf(files: Record<string, string>): string {
  const dir = packFolder(files);
  try {
    loadPack({ dir, config: {} });
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    expect(message.startsWith(`policy pack ${dir}: `)).toBe(true);
    expect(message).not.toContain("\n");
    return message.slice(`policy pack ${dir}: `.length);
  }
  return "";
}

const settings = (pack: LoadedPack) =>
  pack.policies.map((policy) => [policy.name, levelOf(policy, pack), pack.config.get(policy.name)?.parameters]);

test("a pack in JavaScript: its name, version, level and policies, and the folder it was loaded in is left again", () => {
  const before = process.cwd();
  const pack = load({
    "index.js": `${sdk}${policies} new PolicyPack("rules", { enforcementLevel: "mandatory", policies });`,
  });
  expect(pack).toMatchObject({ name: "rules", version: "1.2.3", enforcementLevel: "mandatory" });
  expect(pack.policies.map(({ name }) => name)).toEqual(["a", "b", "c"]);
  expect(process.cwd()).toBe(before);
});

test("a pack in TypeScript, with imports of its own", () => {
  const pack = load({
    "index.ts":
      'import { PolicyPack } from "@pulumi/policy";\nimport { policies } from "./rules";\nnew PolicyPack("typed", { policies });\n',
    "rules.ts":
      'import type { Policies } from "@pulumi/policy";\nexport const policies: Policies = [{ name: "one", description: "d", validateResource: () => {} }];\n',
  });
  expect(pack).toMatchObject({ name: "typed", enforcementLevel: "advisory", policies: [{ name: "one" }] });
});

test.each<[string, Record<string, string>]>([
  [
    "main of PulumiPolicy.yaml",
    { "PulumiPolicy.yaml": 'runtime: nodejs\nmain: "lib/pack.js" # here\n', "lib/pack.js": "pack" },
  ],
  ["a folder as main", { "PulumiPolicy.yaml": "runtime: nodejs\nmain: lib\n", "lib/index.js": "pack" }],
  ["main of package.json", { "package.json": '{ "version": "1.0.0", "main": "pack.js" }', "pack.js": "pack" }],
  [
    "a main that is not built yet, beside an index",
    { "package.json": '{ "version": "1.0.0", "main": "dist/x.js" }', "index.js": "pack" },
  ],
])("the entry is found: %s", (_, files) => {
  const code = `${sdk} new PolicyPack("found", { policies: [] });`;
  const written = Object.entries(files).map(([name, content]) => [name, content === "pack" ? code : content]);
  expect(load(Object.fromEntries(written)).name).toBe("found");
});

test("parameters: defaults of the schema, then the pack's own config, then the run's, key by key", () => {
  const files = {
    "index.js": `${sdk}${policies} new PolicyPack("rules", { policies }, { a: { list: [1] }, b: "advisory", all: "disabled" });`,
  };
  expect(settings(load(files))).toEqual([
    ["a", "disabled", { limit: 5, list: [1] }],
    ["b", "advisory", { limit: 5 }],
    ["c", "disabled", { limit: 5 }],
  ]);
  expect(settings(load(files, { a: { limit: 0, enforcementLevel: "remediate" }, c: { list: [] } }))).toEqual([
    ["a", "remediate", { limit: 0, list: [1] }],
    ["b", "advisory", { limit: 5 }],
    ["c", "disabled", { limit: 5, list: [] }],
  ]);
});

test("`all` of the run comes before the levels that the pack itself gives, as the engine layers them", () => {
  const files = {
    "index.js": `${sdk}${policies} new PolicyPack("rules", { policies }, { a: "advisory", b: { enforcementLevel: "advisory", limit: 1 } });`,
  };
  expect(settings(load(files, { all: "mandatory", c: "disabled" }))).toEqual([
    ["a", "mandatory", { limit: 5 }],
    ["b", "mandatory", { limit: 1 }],
    ["c", "disabled", { limit: 5 }],
  ]);
});

describe("a pack that cannot be loaded is one clear line", () => {
  const pack = (name: string, list = "[]") => `${sdk} new PolicyPack(${JSON.stringify(name)}, { policies: ${list} });`;

  test.each<[string, Record<string, string>, string | RegExp]>([
    ["it throws", { "index.js": '\nthrow new Error("no licence\\nsecond line");' }, "no licence (index.js:2)"],
    [
      "it throws deep inside",
      { "index.js": 'require("./lib/deep");', "lib/deep.js": "\n\nnull.x;" },
      "Cannot read properties of null (reading 'x') (lib/deep.js:3)",
    ],
    ["it throws no error", { "index.js": "throw { code: 5 };" }, "its program threw { code: 5 }"],
    [
      "it makes no pack",
      { "index.js": "" },
      "its program makes no PolicyPack; call `new PolicyPack(name, { policies })`",
    ],
    [
      "it makes two",
      { "index.js": pack("one") + pack("two").slice(sdk.length) },
      /^its program makes two PolicyPacks, "one" and "two" \(index\.js:2\)$/,
    ],
    [
      "its name is none",
      { "index.js": pack("a name") },
      /^"a name" is no name for a pack; use at most 100 letters, digits, hyphens, underscores and periods/,
    ],
    [
      "a policy is named all",
      { "index.js": pack("p", '[{ name: "all" }]') },
      /^no policy may be named "all", which stands for every policy in a config/,
    ],
    [
      "a policy defines enforcementLevel",
      { "index.js": pack("p", '[{ name: "x", configSchema: { properties: { enforcementLevel: {} } } }]') },
      /^policy "x": its configSchema may not define enforcementLevel, which every policy has/,
    ],
    ["a module is missing", { "index.js": 'require("not-installed");' }, /^Cannot find module 'not-installed'/],
    ["there is no entry", {}, /^Cannot find module/],
    [
      "its package.json has no version",
      { "package.json": "{}", "index.js": pack("p") },
      /^Version must be defined in the package\.json file\./,
    ],
  ])("%s", (_, files, message) => {
    if (typeof message === "string") expect(errorOf(files)).toBe(message);
    else expect(errorOf(files)).toMatch(message);
  });

  test("the policy SDK is not installed", () => {
    const dir = temporaryFolder({ ...manifests, "index.js": "" });
    expect(() => loadPack({ dir, config: {} })).toThrow(
      `policy pack ${dir}: @pulumi/policy is not installed; run \`npm ci\` (or \`npm install\`) in its folder`,
    );
  });

  test("in a preview it is an error of the run: no steps, no stack", async () => {
    const throwing = packFolder({ "index.js": 'throw new Error("no licence");' });
    const exiting = packFolder({ "index.js": "process.exit(0);" });
    const broken = packFolder({ "index.ts": "\nconst = 1;\n" });
    const good = packFolder({ "index.js": pack("good") });
    const [first, second, third, verbose] = await Promise.all([
      previewProgram('thing("a", {});', { policyPacks: [{ dir: good }, { dir: throwing }] }),
      previewProgram('thing("a", {});', { policyPacks: [{ dir: exiting }] }),
      previewProgram('thing("a", {});', { policyPacks: [{ dir: broken }] }),
      previewProgram('thing("a", {});', { policyPacks: [{ dir: throwing }], verbose: true }),
    ]);
    expect(first).toMatchObject({ result: "failed", steps: [], policy: { violations: [], evaluated: 0 } });
    expect(first.diagnostics).toEqual([
      { severity: "error", message: `policy pack ${throwing}: no licence (index.js:1)` },
    ]);
    expect(second.diagnostics).toEqual([
      { severity: "error", message: `policy pack ${exiting}: its program ended with exit code 0` },
    ]);
    expect(third.diagnostics).toEqual([
      { severity: "error", message: expect.stringMatching(/^policy pack \S+: \S*index\.ts:2: .*$/) },
    ]);
    expect(verbose.diagnostics).toEqual([
      {
        severity: "error",
        message: expect.stringContaining(
          `Error: no licence\n    at Object.<anonymous> (${path.join(throwing, "index.js")}:1:7)`,
        ),
      },
    ]);
  });
});

test("packs in a preview: both judge both passes, a remediation is seen by the plan, a failing policy fails the run only", async () => {
  const remediating = packFolder({
    "index.js": `${sdk} new PolicyPack("first", { policies: [
      { name: "fix", description: "Fixes.", enforcementLevel: "remediate",
        remediateResource: ({ type, props }) => type === "testpkg:index:Thing" ? Object.assign(props, { fixed: true }) : undefined,
        validateResource: ({ type, props }, report) => { if (type === "testpkg:index:Thing" && !props.fixed) report("not fixed"); } },
      { name: "named", description: "Named.", enforcementLevel: "mandatory",
        validateResource: ({ props, name }, report) => { if (name === "b" && props.size > 1) report("size: is " + props.size); } },
      { name: "throws", description: "Throws.", enforcementLevel: "advisory",
        validateResource: ({ name }) => { if (name === "b") throw new Error("cannot judge"); } },
    ] });`,
  });
  const counting = packFolder({
    ...manifests,
    "index.ts": `import { PolicyPack } from "@pulumi/policy";
      new PolicyPack("second", { policies: [{ name: "count", description: "Counts.", enforcementLevel: "advisory",
        validateStack: (args, report) => report(args.resources.map(({ name }) => name).join(" ")) }] });`,
  });
  const plan = await previewProgram(
    'const a = thing("a", { size: 1 }); thing("b", { size: 2, of: a.fixed, secret: pulumi.secret("s3cret") });',
    { policyPacks: [{ dir: remediating }, { dir: counting, config: { count: "mandatory" } }] },
  );
  expect(plan.steps.map(({ newState }) => newState.inputs)).toMatchObject([
    {},
    { size: 1, fixed: true },
    { size: 2, fixed: true },
  ]);
  expect(plan.policy.packs.map(({ name, policies, enabled }) => [name, policies, enabled])).toEqual([
    ["first", 3, 3],
    ["second", 1, 1],
  ]);
  const violation = (phase: string, packName: string, message: string) =>
    expect.objectContaining({ phase, packName, message, enforcementLevel: "mandatory" });
  expect(plan.policy.violations).toEqual([
    violation("preview", "second", "Counts.\np-dev default a b"),
    violation("deployed", "second", "Counts.\np-dev default a b"),
    violation("preview", "first", "Named.\nsize: is 2"),
    violation("deployed", "first", "Named.\nsize: is 2"),
  ]);
  expect(plan.result).toBe("failed");
  expect(plan.diagnostics).toEqual([
    {
      severity: "error",
      urn: "urn:pulumi:dev::p::testpkg:index:Thing::b",
      message: 'policy "throws" of policy pack "first" failed: cannot judge',
    },
  ]);
  // The stack, the default provider and the two resources, in two passes.
  expect(plan.policy.evaluated).toBe(8);
  expect(JSON.stringify(plan)).not.toContain("s3cret");
});
