import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(__dirname, "../..");
export const recipesFolder = path.join(root, "docs/recipes");

/** A program that a README shows: `docs/recipes/<component>/<name>.ts`. */
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
}

export function findRecipes(): Recipe[] {
  return foldersOf(recipesFolder).flatMap((component) =>
    readdirSync(path.join(recipesFolder, component))
      .filter((entry) => entry.endsWith(".ts"))
      .map((entry) => readRecipe(component, path.basename(entry, ".ts"))),
  );
}

/** The READMEs that show recipes, one a component, from the root of the repository. */
export function findReadmes(): { component: string; file: string }[] {
  return foldersOf(path.join(root, "components"))
    .map((component) => ({ component, file: `components/${component}/README.md` }))
    .filter(({ file }) => existsSync(path.join(root, file)));
}

function readRecipe(component: string, name: string): Recipe {
  const file = `docs/recipes/${component}/${name}.ts`;
  const code = readFileSync(path.join(root, file), "utf8");
  const violates = /^\/\/ violates: (.+)$/m.exec(code)?.[1]?.split(", ") ?? [];
  return { component, name, file, stack: `${component}.${name}`, code, violates };
}

function foldersOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}
