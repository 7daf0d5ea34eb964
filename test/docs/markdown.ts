// What tests need to know of a Markdown page.

/** The text without blocks of code, whose brackets and hashes mean something else. */
export function prose(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```$/gm, "");
}

/** Where its links lead, addresses of other sites left out. */
export function localLinks(markdown: string): string[] {
  return [...prose(markdown).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target ?? "")
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** Headings by the anchor that GitHub gives them. */
export function anchors(markdown: string): Map<string, string> {
  return new Map(
    [...prose(markdown).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => [anchorOf(heading), heading] as const),
  );
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, "")
    .replaceAll(" ", "-");
}

/** Rows of the tables in a section, as texts of cells, without their heads. */
export function tableRows(markdown: string, section: string): string[][] {
  const [, after = ""] = prose(markdown).split(`\n## ${section}\n`);
  const [text = ""] = after.split(/^## /m);
  return text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .filter((line, index, lines) => !isRule(line) && !isRule(lines[index + 1] ?? ""))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

function isRule(line: string): boolean {
  return /^\|[ |:-]+\|$/.test(line);
}
