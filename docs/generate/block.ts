import type { PreviewedRecipe } from "./previews";

/** What a README shows of a recipe: the program as a reader would write it, and what its preview prints. */
export function renderBlock({ code, report }: PreviewedRecipe): string {
  return `\`\`\`ts
${code.replace('"../../../components"', '"pulumi-causeway"').trimEnd()}
\`\`\`

<details><summary>what <code>causeway preview</code> prints</summary>

\`\`\`text
${report.trimEnd()}
\`\`\`

</details>`;
}
