import type { PreviewedRecipe } from "./previews";

/** What a page shows of a recipe: the program as a reader would write it, its own policy settings, and what its preview prints. */
export function renderBlock({ code, ownPolicyConfig, report }: PreviewedRecipe): string {
  return [
    fence("ts", code.replace('"../../../components"', '"pulumi-causeway"')),
    ...(ownPolicyConfig === undefined ? [] : [folded("its policy settings", fence("json", ownPolicyConfig))]),
    folded("what <code>causeway preview</code> prints", fence("text", report)),
  ].join("\n\n");
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text.trimEnd()}\n\`\`\``;
}

function folded(summary: string, text: string): string {
  return `<details><summary>${summary}</summary>\n\n${text}\n\n</details>`;
}
