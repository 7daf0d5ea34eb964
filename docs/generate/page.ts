/** A page with its blocks in it. */
export interface FilledPage {
  text: string;
  /** Markers without their other half. */
  strays: string[];
}

const BLOCK = /^<!-- recipe: (.+) -->$(?:(?!<!-- \/?recipe)[\s\S])*^<!-- \/recipe -->$/gm;

/**
 * Puts a block between `<!-- recipe: NAME -->` and `<!-- /recipe -->`, each on a line of its own. Everything else is written by
 * hand and stays as it is, as does what is between the markers of a name without a block.
 */
export function fillPage(text: string, blockOf: (name: string) => string | undefined): FilledPage {
  const filled = text.replace(BLOCK, (present: string, name: string) => {
    const block = blockOf(name);
    return block === undefined ? present : `<!-- recipe: ${name} -->\n${block}\n<!-- /recipe -->`;
  });
  return { text: filled, strays: text.replace(BLOCK, "").match(/<!-- \/?recipe.*/g) ?? [] };
}
