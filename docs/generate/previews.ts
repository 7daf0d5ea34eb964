// Reports come from the command that a reader runs, started once a recipe, so that they are what it prints of one stack. One
// start for all would save a tenth of the time, and print another report that had to be taken apart.

import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { policyConfigOf, type Recipe, recipesFolder, root } from "./recipes";

const CLI = path.join(root, "bin/causeway.cjs");

export interface PreviewedRecipe extends Recipe {
  /** What the command prints. It writes to no terminal, so nothing is coloured, cut or wrapped to a width. */
  report: string;
  /** What it would create, in the order of registration. */
  resources: PreviewedResource[];
  /** What is not as the recipe says. */
  problem?: string;
}

export interface PreviewedResource {
  urn: string;
  type: string;
  parent?: string;
  protect?: boolean;
  /** As in a first preview: unknown values are a text that says so. */
  inputs: Record<string, unknown>;
}

/** Previews the recipes with the policy pack, as many at a time as there are processors. */
export async function previewRecipes(recipes: readonly Recipe[]): Promise<PreviewedRecipe[]> {
  const previewed: PreviewedRecipe[] = [];
  const rest = [...recipes];
  const plans = mkdtempSync(path.join(tmpdir(), "recipes-"));
  const worker = async () => {
    for (let recipe = rest.shift(); recipe; recipe = rest.shift()) previewed.push(await previewRecipe(recipe, plans));
  };
  try {
    await Promise.all(Array.from({ length: availableParallelism() }, worker));
  } finally {
    rmSync(plans, { recursive: true });
  }
  return previewed;
}

function previewRecipe(recipe: Recipe, plans: string): Promise<PreviewedRecipe> {
  const plan = path.join(plans, `${recipe.stack}.json`);
  const policy = ["--policy-pack", path.join(root, "policy"), "--policy-pack-config", policyConfigOf(recipe)];
  const command = [CLI, "preview", "--cwd", recipesFolder, "--stack", recipe.stack, ...policy, "--json", plan];
  // Both would change the report for one person only.
  const env = { ...process.env, FORCE_COLOR: "0", CAUSEWAY_INVOKE_ANSWERS: undefined };
  return new Promise((resolve) => {
    execFile(process.execPath, command, { env }, (error, report, stderr) => {
      const ending = error === null ? 0 : (error.code ?? error.signal);
      const problem = findProblem(recipe, ending, report, stderr);
      resolve({ ...recipe, report, resources: readResources(plan), problem });
    });
  });
}

/** None where the preview failed before there was a plan. */
function readResources(plan: string): PreviewedResource[] {
  if (!existsSync(plan)) return [];
  const { steps }: { steps: { newState: PreviewedResource }[] } = JSON.parse(readFileSync(plan, "utf8"));
  return steps.map(({ newState }) => newState);
}

function findProblem(
  { file, violates }: Recipe,
  /** The exit code, or what else ended it. */
  ending: unknown,
  report: string,
  stderr: string,
): string | undefined {
  // 2 is a violated policy, of which the report says more.
  if (ending !== 0 && ending !== 2) {
    const reasons = `${report}\n${stderr}`.match(/(?<=^ *error: ).+(\n {6}.+)*/gm) ?? [`it ends with ${ending}`];
    return `${file}: its preview fails: ${reasons.join("\n")}`;
  }
  const violated = [...report.matchAll(/^ {2}✖ (\S+)/gm)].map(([, policy]) => policy);
  if (violated.join() === violates.join()) return undefined;
  return `${file}: violates ${violated.join(", ") || "no policy"}; it declares ${violates.join(", ") || "none"}`;
}
