/** A page with its blocks in it. */
export interface FilledPage {
  text: string;
  /** Markers without their other half. */
  strays: string[];
}

/** What a block shows: a recipe with its preview, or a table of costs. */
export type BlockKind = "recipe" | "cost";

/**
 * Puts a block between `<!-- recipe: NAME -->` and `<!-- /recipe -->`, each on a line of its own, and likewise for the other kinds.
 * Everything else is written by hand and stays as it is, as does what is between the markers of a name without a block.
 */
export function fillPage(text: string, blockOf: (kind: BlockKind, name: string) => string | undefined): FilledPage {
  const filled = text.replace(BLOCK, (present: string, kind: BlockKind, name: string) => {
    const block = blockOf(kind, name);
    return block === undefined ? present : `<!-- ${kind}: ${name} -->\n${block}\n<!-- /${kind} -->`;
  });
  return { text: filled, strays: text.replace(BLOCK, "").match(STRAY) ?? [] };
}

const MARKER = "<!-- \\/?(?:recipe|cost)";
const BLOCK = new RegExp(`^<!-- (recipe|cost): (.+) -->$(?:(?!${MARKER})[\\s\\S])*^<!-- \\/\\1 -->$`, "gm");
const STRAY = new RegExp(`${MARKER}.*`, "g");
