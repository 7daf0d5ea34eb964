import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArguments } from "../../../preview/cli/arguments";
import { runPreview } from "../../../preview/cli/preview-command";
import type { PreviewStack } from "../../../preview/cli/run-stacks";
import type { StackPlan } from "../../../preview/plan/plan";
import { removeTemporaryFolders, temporaryFolder } from "../project/temporary-project";
import { samplePlan, violation } from "../report/sample-plan";

afterAll(removeTemporaryFolders);

const FILES = {
  "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
  "Pulumi.dev.yaml": "config:\n  shop:empty:\n",
  "Pulumi.prod.yaml": "",
  "index.js": "",
  "policy/PulumiPolicy.yaml": "runtime: nodejs\n",
  "policy/prod.json": '{"all":"mandatory"}',
};

const clean = { ...samplePlan().policy, violations: [], undecided: [], waived: [] };

/** Runs the command in a project with a stand-in for the engine. */
async function run(args: string[], preview: PreviewStack, files: Record<string, string> = FILES) {
  const dir = temporaryFolder(files, true);
  const text = { stdout: "", stderr: "" };
  const command = parseArguments([...args.map((arg) => arg.replace("<dir>", dir)), "--cwd", dir], dir);
  if (command.name !== "preview") throw new Error("not a preview");
  const controller = new AbortController();
  const code = await runPreview(command.flags, {
    output: {
      stdout: { write: (part) => (text.stdout += part) },
      stderr: { write: (part) => (text.stderr += part) },
      env: {},
    },
    signal: controller.signal,
    loadEngine: () => preview,
  });
  return { code, dir, ...text };
}

function engine(overrides: Partial<StackPlan> = {}): PreviewStack {
  return async (_project, config) => samplePlan({ stack: config.stack, policy: clean, ...overrides });
}

const advisory = { ...clean, violations: [{ ...violation, enforcementLevel: "advisory" as const }] };
const mandatory = { ...clean, violations: [violation] };

test.each<[string, string[], Partial<StackPlan>, number]>([
  ["nothing wrong", [], {}, 0],
  ["a failed program", [], { result: "failed" }, 1],
  ["a failed program before a violation", [], { result: "failed", policy: mandatory }, 1],
  ["a mandatory violation", [], { policy: mandatory }, 2],
  ["an advisory violation", [], { policy: advisory }, 0],
  ["an advisory violation with --fail-on advisory", ["--fail-on", "advisory"], { policy: advisory }, 2],
  ["a mandatory violation with --fail-on never", ["--fail-on", "never"], { policy: mandatory }, 0],
  ["changes with --expect-no-changes", ["--expect-no-changes"], {}, 3],
  ["a violation before changes", ["--expect-no-changes"], { policy: mandatory }, 2],
  ["only reads with --expect-no-changes", ["--expect-no-changes"], { changeSummary: { read: 3 } }, 0],
])("%s: %j exits with the right code", async (_title, args, overrides, expected) => {
  expect((await run(["--stack", "dev", ...args], engine(overrides))).code).toBe(expected);
});

test("the engine gets project, config and the pack with the settings of the stack", async () => {
  const seen: unknown[] = [];
  const preview: PreviewStack = async (project, config, options) => {
    seen.push([
      project.name,
      config.organization,
      config.stack,
      config.values,
      options.policyPacks.map(({ config: c }) => c),
      options.timeoutSeconds,
    ]);
    return samplePlan({ stack: config.stack, policy: clean });
  };
  await run(["--policy-pack", "<dir>/policy", "--config", "a=1", "--timeout", "7"], preview);
  expect(seen.sort()).toEqual([
    ["shop", "organization", "dev", { "shop:empty": "", "shop:a": "1" }, [undefined], 7],
    ["shop", "organization", "prod", { "shop:a": "1" }, [{ all: "mandatory" }], 7],
  ]);
});

test("a warning of the config is in the plan", async () => {
  const { stdout } = await run(["--stack", "dev"], engine({ diagnostics: [] }));
  expect(stdout).toContain("warning: no value for config shop:empty");
});

test("--json - puts JSON on stdout and nothing else, for one stack the plan itself", async () => {
  const one = await run(["--stack", "prod", "--json", "-"], engine());
  expect(JSON.parse(one.stdout).changeSummary).toEqual({ create: 5, read: 1, import: 1 });
  expect(one.stderr).toBe("");
  const all = JSON.parse((await run(["--json", "-"], engine())).stdout);
  expect(all.stacks.map(({ stack }: StackPlan) => stack)).toEqual(["dev", "prod"]);
});

test("--json FILE is written whole beside the report, and a link stays a link", async () => {
  const dir = temporaryFolder({ "real.json": "old" });
  symlinkSync(path.join(dir, "real.json"), path.join(dir, "link.json"));
  const { stdout, stderr } = await run(["--stack", "prod", "--json", path.join(dir, "link.json")], engine());
  expect(JSON.parse(readFileSync(path.join(dir, "real.json"), "utf8")).stack).toBe("prod");
  expect(readdirSync(dir).sort()).toEqual(["link.json", "real.json"]);
  expect(stdout).toContain("✔ prod  5 to create");
  expect(stderr).toBe(`wrote ${path.join(dir, "link.json")}\n`);
});

test("an existing JSON file survives a run that fails", async () => {
  const dir = temporaryFolder({ "plan.json": "old" });
  const broken: PreviewStack = async () => {
    throw new Error("engine broke");
  };
  const { code, stderr } = await run(["--stack", "prod", "--json", path.join(dir, "plan.json")], broken);
  expect(code).toBe(1);
  expect(readFileSync(path.join(dir, "plan.json"), "utf8")).toBe("old");
  expect(stderr).toBe(
    'error: stack "prod": engine broke; this is a fault of causeway; run again with --verbose and report what it prints\n',
  );
});

test("one stack that breaks does not hide the others", async () => {
  const preview: PreviewStack = async (_project, config) => {
    if (config.stack === "dev") throw new Error("no");
    return samplePlan({ stack: "prod", policy: clean });
  };
  const { code, stdout } = await run(["--json", "-"], preview);
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ stacks: [{ stack: "prod" }], failed: [{ stack: "dev", message: "no" }] });
});

test("everything wrong with project, stacks and packs is reported before any program starts", async () => {
  const files = { ...FILES, "Pulumi.dev.yaml": "config:\n  a:b:c: 1\n", "Pulumi.prod.yaml": "config: [\n" };
  const { "index.js": _entry, ...withoutProgram } = files;
  const preview = jest.fn();
  await expect(run(["--policy-pack", "<dir>/nowhere"], preview, withoutProgram)).rejects.toMatchObject({
    problems: [
      { message: expect.stringContaining("there is no program at") },
      { message: '"a:b:c" is not a config key' },
      { message: expect.stringContaining("is not valid YAML") },
      { message: "the policy pack folder does not exist" },
    ],
  });
  expect(preview).not.toHaveBeenCalled();
});

test("an aborted run writes nothing", async () => {
  const dir = temporaryFolder({ "plan.json": "old" });
  writeFileSync(path.join(dir, "plan.json"), "old");
  const folder = temporaryFolder(FILES, true);
  const controller = new AbortController();
  const command = parseArguments(["--cwd", folder, "--json", path.join(dir, "plan.json")], folder);
  if (command.name !== "preview") throw new Error("not a preview");
  let stdout = "";
  await runPreview(command.flags, {
    output: { stdout: { write: (part) => (stdout += part) }, stderr: { write: () => true }, env: {} },
    signal: controller.signal,
    loadEngine: () => async () => {
      controller.abort();
      return samplePlan();
    },
  });
  expect(stdout).toBe("");
  expect(readFileSync(path.join(dir, "plan.json"), "utf8")).toBe("old");
});
