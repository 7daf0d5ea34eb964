import { spawnSync } from "node:child_process";
import path from "node:path";
import { removeTemporaryFolders, temporaryFolder } from "../project/temporary-project";

afterAll(removeTemporaryFolders);

const bin = path.join(__dirname, "..", "..", "..", "bin", "causeway.cjs");

function causeway(dir: string, args: string[]) {
  const { NO_COLOR: _no, FORCE_COLOR: _force, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], { cwd: dir, encoding: "utf8", env });
  return { status, stdout, stderr: stderr.replaceAll(dir, "<dir>") };
}

const PROJECT = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n", "Pulumi.dev.yaml": "", "index.js": "" };
const PACK = { ...PROJECT, "policy/PulumiPolicy.yaml": "runtime: nodejs\n" };

// Folder, arguments, the whole of stderr.
const cases: [title: string, files: Record<string, string>, args: string[], stderr: string][] = [
  [
    "no Pulumi.yaml",
    {},
    [],
    "error: <dir>: no Pulumi.yaml here or in a folder above; run causeway in a Pulumi project or give --cwd DIR\n",
  ],
  [
    "a --cwd that is not a folder",
    {},
    ["--cwd", "nowhere"],
    "error: nowhere: is not a folder; give --cwd an existing one\n",
  ],
  [
    "two programs",
    { ...PROJECT, "Pulumi.yml": "" },
    [],
    "error: <dir>: two programs in one folder: Pulumi.yaml and Pulumi.yml; keep one of them\n",
  ],
  [
    "another runtime",
    { ...PROJECT, "Pulumi.yaml": "name: shop\nruntime: python\n" },
    [],
    'error: Pulumi.yaml:2: the runtime is "python"; the offline preview runs Node.js programs only; use `runtime: nodejs`\n',
  ],
  [
    "an unknown stack",
    PROJECT,
    ["--stack", "prod"],
    'error: Pulumi.yaml: there is no stack "prod"; the stacks are dev\n',
  ],
  [
    "malformed YAML",
    { ...PROJECT, "Pulumi.dev.yaml": "config:\n\ta: 1\n" },
    [],
    "error: Pulumi.dev.yaml:2: is not valid YAML: tabs are not allowed as indentation\n",
  ],
  [
    "a config value of the wrong type",
    {
      ...PROJECT,
      "Pulumi.yaml": "name: shop\nruntime: nodejs\nconfig: {n: {type: integer}}\n",
      "Pulumi.dev.yaml": "config:\n  shop:n: many\n",
    },
    [],
    'error: Pulumi.dev.yaml:2: "shop:n" must be of type integer; got "many"\n',
  ],
  [
    "a missing entry file",
    { ...PROJECT, "Pulumi.yaml": "name: shop\nruntime: nodejs\nmain: src/run.ts\n" },
    [],
    'error: Pulumi.yaml: "main" is "src/run.ts", but there is no program at <dir>/src/run.ts; correct `main:` or add the file\n',
  ],
  [
    "a policy pack folder without PulumiPolicy.yaml",
    { ...PROJECT, "policy/index.ts": "" },
    ["--policy-pack", "policy"],
    "error: policy: is not a policy pack: it has no PulumiPolicy.yaml; give --policy-pack the folder that holds one\n",
  ],
  [
    "a policy pack config without a pack",
    PROJECT,
    ["--policy-pack-config", "x.json"],
    "error: 1 --policy-pack-config for 0 --policy-pack; give one config file for each pack, in the same order\n",
  ],
  [
    "a policy pack config that does not exist",
    PACK,
    ["--policy-pack", "policy", "--policy-pack-config", "x.json"],
    "error: x.json: the policy pack config file does not exist\n",
  ],
  [
    "a policy pack config that is not JSON",
    { ...PACK, "policy/dev.json": '{\n  "a": \n}' },
    ["--policy-pack", "policy"],
    "error: policy/dev.json:3: is not valid JSON: Unexpected token '}'\n",
  ],
  [
    "an unknown policy name",
    {
      ...PACK,
      "policy/dev.json": '{"b":"mandatory"}',
      "policy/config.schema.json": '{"properties":{"a":{}},"additionalProperties":false}',
    },
    ["--policy-pack", "policy"],
    'error: policy/dev.json: unknown policy "b"; known: a\n',
  ],
  [
    "a --json target in a folder that does not exist",
    PROJECT,
    ["--json", "out/plan.json"],
    "error: out/plan.json: --json: the folder <dir>/out does not exist; create it first\n",
  ],
  [
    "a --json target that is a folder",
    { ...PROJECT, "out/keep": "" },
    ["--json", "out"],
    "error: out: --json: is a folder; name a file in it\n",
  ],
  ["an unknown flag", PROJECT, ["--stak", "dev"], "error: there is no flag --stak; did you mean --stack?\n"],
  [
    "a bad flag value",
    PROJECT,
    ["--timeout", "soon"],
    'error: --timeout must be a number of seconds above 0; got "soon"\n',
  ],
];

test.each(cases)("%s is one clear line, exit code 1 and no stack trace", (_title, files, args, expected) => {
  const { status, stdout, stderr } = causeway(temporaryFolder(files, true), args);
  expect(stderr).toBe(expected);
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
});

test("a missing dependency is named with what to run", () => {
  // An install that broke off half-way, and not just no install: a folder above may have the package.
  const broken = { "package.json": "{}", "node_modules/@pulumi/pulumi/package.json": '{"exports":{}}' };
  const { status, stderr } = causeway(temporaryFolder({ ...PROJECT, ...broken }), []);
  expect({ status, stderr }).toEqual({
    status: 1,
    stderr: "error: package.json: @pulumi/pulumi is not installed; run `npm ci` in <dir>\n",
  });
});

test("--verbose adds the stack trace", () => {
  const { stderr } = causeway(temporaryFolder(PROJECT, true), ["--stack", "prod", "--verbose"]);
  expect(stderr.split("\n")[0]).toBe('error: Pulumi.yaml: there is no stack "prod"; the stacks are dev');
  expect(stderr).toMatch(/\n {4}at throwIfAny \(.*preview\/project\/user-error\.ts:\d+:\d+\)/);
});

test("a file of problems is reported in one go", () => {
  const { stderr } = causeway(
    temporaryFolder({ ...PROJECT, "Pulumi.dev.yaml": "config:\n  a:b:c: 1\n  1: 2\n" }, true),
    [],
  );
  expect(stderr).toBe(
    'error: Pulumi.dev.yaml:2: "a:b:c" is not a config key; use `namespace:name`\nerror: Pulumi.dev.yaml:3: "1" is not a config key; use `namespace:name`\n',
  );
});
