import { readFileSync } from "node:fs";
import path from "node:path";
import { renderBlock } from "./block";
import { checkCostData, costFileOf, readCostData, readPrices } from "./cost-data";
import { COST_TABLES } from "./cost-tables";
import { type BlockKind, fillPage } from "./page";
import { type PreviewedRecipe, previewRecipes } from "./previews";
import { findPages, findRecipes, root } from "./recipes";

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

/** Something that a page of its component has to show. */
interface Block {
  component: string;
  kind: BlockKind;
  name: string;
  /** What it is made from, from the root of the repository. */
  source: string;
  text: string;
}

/** The pages as they should be, and everything that is wrong with recipes, costs and markers. */
export async function generatePages(): Promise<GeneratedPages> {
  const recipes = await previewRecipes(findRecipes());
  const found = findPages();
  const costs = findCosts(new Set(found.map(({ component }) => component)));
  const problems = [...recipes.flatMap(({ problem }) => problem ?? []), ...costs.problems];
  const blocks = [...recipes.map(recipeBlock), ...costs.blocks];
  const unshown = new Set(blocks);
  const pages = found.map(({ component, file }) => {
    const present = readFileSync(path.join(root, file), "utf8");
    const { text, strays } = fillPage(present, (kind, name) => {
      const block = blocks.find((one) => one.component === component && one.kind === kind && one.name === name);
      if (block === undefined) problems.push(`${file}: there is no ${kind} "${name}" of ${component}`);
      else if (!unshown.delete(block)) problems.push(`${file}: "${name}" is shown a second time`);
      return block?.text;
    });
    problems.push(...strays.map((marker) => `${file}: ${marker} is without its other half`));
    return { file, present, generated: text };
  });
  problems.push(...[...unshown].map(({ source, kind, name }) => `${source}: no page shows the ${kind} "${name}"`));
  return { pages, recipes, problems: problems.sort() };
}

function recipeBlock(recipe: PreviewedRecipe): Block {
  const { component, name, file } = recipe;
  return { component, kind: "recipe", name, source: file, text: renderBlock(recipe) };
}

/** The tables of those components that say what they cost. */
function findCosts(components: ReadonlySet<string>): { blocks: Block[]; problems: string[] } {
  const prices = readPrices();
  const blocks: Block[] = [];
  const problems: string[] = [];
  for (const component of components) {
    const data = readCostData(component);
    if (data === undefined) continue;
    const source = costFileOf(component);
    problems.push(...checkCostData(source, data, prices));
    for (const [name, render] of Object.entries(COST_TABLES)) {
      blocks.push({ component, kind: "cost", name, source, text: render(data, prices) });
    }
  }
  return { blocks, problems };
}
