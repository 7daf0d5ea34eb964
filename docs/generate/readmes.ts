import { readFileSync } from "node:fs";
import path from "node:path";
import { renderBlock } from "./block";
import { previewRecipes } from "./previews";
import { fillReadme } from "./readme";
import { findReadmes, findRecipes, type Recipe, root } from "./recipes";

export interface Readme {
  /** From the root of the repository. */
  file: string;
  present: string;
  generated: string;
}

/** The READMEs as they should be, and everything that is wrong with recipes and markers. */
export async function generateReadmes(): Promise<{ readmes: Readme[]; problems: string[] }> {
  const recipes = await previewRecipes(findRecipes());
  const problems = recipes.flatMap(({ problem }) => problem ?? []);
  const unshown = new Set<Recipe>(recipes);
  const readmes = findReadmes().map(({ component, file }) => {
    const present = readFileSync(path.join(root, file), "utf8");
    const { text, strays } = fillReadme(present, (name) => {
      const recipe = recipes.find((one) => one.component === component && one.name === name);
      if (recipe === undefined) problems.push(`${file}: there is no docs/recipes/${component}/${name}.ts`);
      else if (!unshown.delete(recipe)) problems.push(`${file}: shows "${name}" twice`);
      return recipe && renderBlock(recipe);
    });
    problems.push(...strays.map((marker) => `${file}: ${marker} is without its other half`));
    return { file, present, generated: text };
  });
  problems.push(...[...unshown].map(({ file }) => `${file}: no README shows it`));
  return { readmes, problems: problems.sort() };
}
