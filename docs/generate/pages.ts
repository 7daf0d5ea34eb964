import { readFileSync } from "node:fs";
import path from "node:path";
import { renderBlock } from "./block";
import { fillPage } from "./page";
import { type PreviewedRecipe, previewRecipes } from "./previews";
import { findPages, findRecipes, type Recipe, root } from "./recipes";

export interface Page {
  /** From the root of the repository. */
  file: string;
  present: string;
  generated: string;
}

export interface GeneratedPages {
  pages: Page[];
  recipes: PreviewedRecipe[];
  problems: string[];
}

/** The pages as they should be, and everything that is wrong with recipes and markers. */
export async function generatePages(): Promise<GeneratedPages> {
  const recipes = await previewRecipes(findRecipes());
  const problems = recipes.flatMap(({ problem }) => problem ?? []);
  const unshown = new Set<Recipe>(recipes);
  const pages = findPages().map(({ component, file }) => {
    const present = readFileSync(path.join(root, file), "utf8");
    const { text, strays } = fillPage(present, (name) => {
      const recipe = recipes.find((one) => one.component === component && one.name === name);
      if (recipe === undefined) problems.push(`${file}: there is no docs/recipes/${component}/${name}.ts`);
      else if (!unshown.delete(recipe)) problems.push(`${file}: "${name}" is shown a second time`);
      return recipe && renderBlock(recipe);
    });
    problems.push(...strays.map((marker) => `${file}: ${marker} is without its other half`));
    return { file, present, generated: text };
  });
  problems.push(...[...unshown].map(({ file }) => `${file}: no page shows it`));
  return { pages, recipes, problems: problems.sort() };
}
