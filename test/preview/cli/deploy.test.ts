import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const repository = path.resolve(__dirname, "../../..");

/** A project with one bucket, a policy pack that mandates what the test says, and a `pulumi` that notes how it was called. */
function makeProject(violation: boolean): {
  root: string;
  calls: () => string[];
  deploy: (...args: string[]) => Result;
} {
  const root = mkdtempSync(path.join(tmpdir(), "deploy-test-"));
  for (const folder of ["bin", "preview"])
    cpSync(path.join(repository, folder), path.join(root, folder), { recursive: true });
  symlinkSync(path.join(repository, "node_modules"), path.join(root, "node_modules"));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  write("tsconfig.json", "{}");
  write("package.json", '{ "name": "shop", "version": "1.0.0" }');
  write("Pulumi.yaml", "name: shop\nruntime: nodejs\n");
  write("Pulumi.dev.yaml", "config:\n  aws:region: eu-central-1\n");
  write("index.js", 'const aws = require("@pulumi/aws");\nnew aws.s3.Bucket("shop");\n');
  write("policy/PulumiPolicy.yaml", "runtime: nodejs\n");
  write("policy/package.json", '{ "name": "pack", "version": "1.0.0" }');
  write("policy/dev.json", '{ "all": "mandatory" }');
  const report = violation ? 'report("not like this");' : "";
  write(
    "policy/index.js",
    `const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("pack", { policies: [{ name: "rule", description: "A rule.", enforcementLevel: "mandatory",
  validateResource: (args, report) => { if (args.type === "aws:s3/bucket:Bucket") { ${report} } } }] });\n`,
  );
  write("path/pulumi", `#!/bin/sh\nprintf '%s\\n' "$@" > "${root}/calls.txt"\nexit 7\n`);
  chmodSync(path.join(root, "path/pulumi"), 0o755);
  return {
    root,
    calls: () => readFileSync(path.join(root, "calls.txt"), "utf8").trim().split("\n"),
    deploy: (...args) => {
      const env = { ...process.env, PATH: `${root}/path:${path.dirname(process.execPath)}`, NO_COLOR: "1" };
      const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, "bin/deploy.cjs"), ...args], {
        env,
        encoding: "utf8",
      });
      return { status, stdout, stderr };
    },
  };
}

interface Result {
  status: number | null;
  stdout: string;
  stderr: string;
}

describe("npm run deploy", () => {
  let project: ReturnType<typeof makeProject>;
  afterEach(() => rmSync(project.root, { recursive: true, force: true }));

  test("previews offline, then runs `pulumi up` with the pack, its settings and the given flags", () => {
    project = makeProject(false);
    const result = project.deploy("dev", "--yes");
    expect(result.stdout).toContain("✔ dev");
    expect(result.status).toBe(7); // What `pulumi up` ended with.
    expect(project.calls()).toEqual([
      "up",
      "--stack",
      "dev",
      "--policy-pack",
      "policy",
      "--policy-pack-config",
      "policy/dev.json",
      "--yes",
    ]);
  });

  test("stops at a mandatory violation, before the CLI is called", () => {
    project = makeProject(true);
    const result = project.deploy("dev");
    expect(result.status).toBe(2);
    expect(() => project.calls()).toThrow("ENOENT");
  });

  test("refuses to run without the pack, without settings for the stack, and with flags that get past the policies", () => {
    project = makeProject(false);
    rmSync(path.join(project.root, "policy/PulumiPolicy.yaml"));
    const result = project.deploy("staging", "--skip-preview", "--policy-pack=other");
    expect(result.status).toBe(1);
    expect(result.stderr.trim().split("\n")).toEqual([
      "error: --skip-preview is refused: policies that look at the whole stack are enforced in the preview only",
      "error: --policy-pack=other is refused: the pack of this repository is always used",
      "error: policy/PulumiPolicy.yaml does not exist; nothing is deployed without the policy pack",
      'error: policy/staging.json does not exist; write the policy settings of stack "staging"; policy/dev.json is an example',
    ]);
  });

  test("says how to name the stack, and what to do where the CLI is missing", () => {
    project = makeProject(false);
    expect(project.deploy().stderr).toBe(
      "error: no stack is named; use `npm run deploy -- <stack> [flags of pulumi up]`\n",
    );
    rmSync(path.join(project.root, "path/pulumi"));
    const result = project.deploy("dev");
    expect(result.stderr).toContain("error: the Pulumi CLI is not on PATH; install it, then run this again\n");
    expect(result.status).toBe(1);
  });
});
