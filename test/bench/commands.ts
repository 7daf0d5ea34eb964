// The commands that are compared, whole and as somebody would type them.

import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { writeProviderShims } from "../conformance/real-engine/shims";
import type { Command } from "./measure";
import { type Program, repository, writeCdkProgram } from "./programs";

const causeway = path.join(repository, "bin/causeway.cjs");
export const packDir = path.join(repository, "policy");

/** The offline preview, its plan written to a file. */
export function offlinePreview({ dir }: Pick<Program, "dir">, settings?: string): Command {
  const pack = settings === undefined ? [] : ["--policy-pack", packDir, "--policy-pack-config", settings];
  const args = [causeway, "preview", "--json", path.join(dir, "plan.json"), ...pack];
  return { file: process.execPath, args, cwd: dir };
}

/** What `npm run preview` runs. */
export function repositoryPreview(): Command {
  return {
    file: process.execPath,
    args: [causeway, "preview", "--all", "--policy-pack", "policy"],
    cwd: repository,
  };
}

/** Of this repository's largest program; its plan goes to a file in `dir`. */
export function prodPreview(dir: string, pack: "with pack" | "without"): Command {
  const packs = pack === "with pack" ? ["--policy-pack", "policy"] : [];
  return {
    file: process.execPath,
    args: [causeway, "preview", "--stack", "prod", "--json", path.join(dir, "plan.json"), ...packs],
    cwd: repository,
  };
}

/** `pulumi preview` of a stack that was never deployed, against a provider that creates nothing, with nothing of the user's. */
export function realPreview(cliDir: string, sandbox: string, projectDir: string, pack?: { settings: string }): Command {
  const name = /^name: (.+)$/m.exec(readFileSync(path.join(projectDir, "Pulumi.yaml"), "utf8"))?.[1] ?? "";
  const bin = path.join(sandbox, "bin");
  if (!existsSync(bin)) {
    mkdirSync(bin);
    writeProviderShims(bin);
  }
  const state = path.join(sandbox, "state/.pulumi");
  mkdirSync(path.join(state, "stacks", name), { recursive: true });
  writeFileSync(path.join(state, "meta.yaml"), "version: 1\n");
  const checkpoint = { version: 3, checkpoint: { stack: `organization/${name}/dev`, latest: null } };
  writeFileSync(path.join(state, "stacks", name, "dev.json"), JSON.stringify(checkpoint));
  // A copy, since the CLI writes into it.
  const config = path.join(sandbox, `Pulumi.${name}.dev.yaml`);
  cpSync(path.join(projectDir, "Pulumi.dev.yaml"), config);
  const packs = pack === undefined ? [] : ["--policy-pack", packDir, "--policy-pack-config", pack.settings];
  return {
    file: path.join(cliDir, "pulumi"),
    args: ["preview", "--non-interactive", "--stack", "dev", "--config-file", config, ...packs],
    cwd: projectDir,
    env: {
      PATH: [bin, cliDir, path.dirname(process.execPath), "/usr/bin", "/bin"].join(path.delimiter),
      HOME: sandbox,
      PULUMI_HOME: path.join(sandbox, "home"),
      PULUMI_BACKEND_URL: `file://${path.join(sandbox, "state")}`,
      PULUMI_CONFIG_PASSPHRASE: "bench",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      NO_COLOR: "1",
    },
  };
}

/**
 * Known to work together: the newest of one does not always take what the newest of the other writes. And the strictest to
 * compare with: later libraries validate each template in WebAssembly, which costs four seconds before the first resource.
 */
const cdkPackages = ["aws-cdk-lib@2.235.0", "aws-cdk@2.1148.1", "constructs@^10.5.0"];

/** @throws Error where npm cannot install CDK. */
export function installCdk(dir: string): void {
  writeFileSync(path.join(dir, "package.json"), '{ "name": "bench-cdk", "private": true }\n');
  const args = ["install", "--ignore-scripts", "--no-audit", "--no-fund", ...cdkPackages];
  const { status, stderr } = spawnSync("npm", args, { cwd: dir, encoding: "utf8", timeout: 180_000 });
  if (status !== 0) throw new Error(`npm install of CDK failed: ${stderr}`);
}

/** `cdk synth` with everything off that is not synthesis, in a folder where CDK is installed. */
export function cdkSynth(dir: string, resources: number): Command {
  const app = writeCdkProgram(dir, resources);
  const off = ["--quiet", "--no-notices", "--no-version-reporting", "--no-path-metadata", "--no-asset-metadata"];
  const args = [
    path.join(dir, "node_modules/aws-cdk/bin/cdk"),
    "synth",
    ...off,
    "--app",
    `"${process.execPath}" ${app}`,
    "--output",
    cdkOutput(dir, resources),
  ];
  return { file: process.execPath, args, cwd: dir, env: { ...process.env, HOME: dir, CI: "1" } };
}

const cdkOutput = (dir: string, resources: number) => path.join(dir, `out-${resources}`);

/** CloudFormation resources in the templates that `cdk synth` wrote. */
export function countCdkResources(dir: string, resources: number): number {
  const output = cdkOutput(dir, resources);
  const templates = readdirSync(output).filter((file) => file.endsWith(".template.json"));
  return templates.reduce((count, file) => {
    const { Resources }: { Resources?: object } = JSON.parse(readFileSync(path.join(output, file), "utf8"));
    return count + Object.keys(Resources ?? {}).length;
  }, 0);
}
