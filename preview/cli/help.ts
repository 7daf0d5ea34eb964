import { readFileSync } from "node:fs";
import path from "node:path";
import { FLAGS, type FlagRow } from "./flags";

const WIDTH = 100;

/** What `causeway --help` prints, made from the table of flags. */
export function helpText(): string {
  const rows = FLAGS.map((flag) => ({ usage: usageOf(flag), help: flag.help }));
  const column = Math.max(...rows.map(({ usage }) => usage.length)) + 4;
  return `Shows what a Pulumi program would deploy and what the policies say of it: no cloud account, no credentials, no network.

Usage: causeway [preview] [flags]

${rows.map(({ usage, help }) => `  ${usage.padEnd(column - 2)}${wrap(help, column)}`).join("\n")}

Exit codes: 0 fine; 1 the program or this tool failed; 2 a policy of the --fail-on level is
            violated; 3 there are changes and --expect-no-changes is given. The lowest wins.
`;
}

/** The version of this package. */
export function versionText(): string {
  for (let dir = __dirname; dir !== path.dirname(dir); dir = path.dirname(dir)) {
    try {
      const manifest: unknown = JSON.parse(readFileSync(path.join(dir, "package.json"), "utf8"));
      if (typeof manifest === "object" && manifest !== null && "version" in manifest) return `${manifest.version}\n`;
    } catch {
      // Not in this folder: the compiled files lie one level deeper than the sources.
    }
  }
  return "unknown\n";
}

function usageOf({ name, short, value, repeatable }: FlagRow): string {
  const long = `--${name}${value ? ` ${value}` : ""}${repeatable ? "…" : ""}`;
  return short ? `-${short}, ${long}` : `    ${long}`;
}

function wrap(text: string, indent: number): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && indent + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line].join(`\n${" ".repeat(indent)}`);
}
