import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(__dirname, "../..");
export const recipesFolder = path.join(root, "docs/recipes");

/** A program that a page shows: `docs/recipes/<component>/<name>.ts`. */
export interface Recipe {
  component: string;
  name: string;
  /** From the root of the repository. */
  file: string;
  /** Of the project in `docs/recipes`. */
  stack: string;
  code: string;
  /** Policies whose violation is its point, from a line `// violates: <policy>, <policy>`. */
  violates: string[];
  /** Settings of the policy pack in place of `policy.json`, such as waivers: the text of `<name>.policy.json` beside it. */
  ownPolicyConfig?: string;
}

export function findRecipes(): Recipe[] {
  return foldersOf(recipesFolder).flatMap((component) =>
    readdirSync(path.join(recipesFolder, component))
      .filter((entry) => entry.endsWith(".ts"))
      .map((entry) => readRecipe(component, path.basename(entry, ".ts"))),
  );
}

/** The file that the preview of a recipe takes the pack's settings from. */
export function policyConfigOf({ component, name, ownPolicyConfig }: Recipe): string {
  return ownPolicyConfig === undefined
    ? path.join(recipesFolder, "policy.json")
    : path.join(recipesFolder, component, `${name}.policy.json`);
}

/** The pages that show recipes, from the root of the repository: a component's README and what is in its folder `recipes`. */
export function findPages(): { component: string; file: string }[] {
  return foldersOf(path.join(root, "components")).flatMap((component) => {
    const folder = `components/${component}`;
    const more = path.join(root, folder, "recipes");
    const recipePages = existsSync(more) ? readdirSync(more).map((page) => `${folder}/recipes/${page}`) : [];
    return [`${folder}/README.md`, ...recipePages]
      .filter((file) => file.endsWith(".md") && existsSync(path.join(root, file)))
      .map((file) => ({ component, file }));
  });
}

function readRecipe(component: string, name: string): Recipe {
  const file = `docs/recipes/${component}/${name}.ts`;
  const code = readFileSync(path.join(root, file), "utf8");
  const violates = /^\/\/ violates: (.+)$/m.exec(code)?.[1]?.split(", ") ?? [];
  const policyConfig = path.join(root, `docs/recipes/${component}/${name}.policy.json`);
  const ownPolicyConfig = existsSync(policyConfig) ? readFileSync(policyConfig, "utf8") : undefined;
  return { component, name, file, stack: `${component}.${name}`, code, violates, ownPolicyConfig };
}

function foldersOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
