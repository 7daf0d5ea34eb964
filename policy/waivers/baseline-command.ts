// `node policy/baseline.cjs <report>… --owner <owner> --expires <day>`: prints the baseline, or writes it where `--out` says.

import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isDay, waiverFields } from "./fields";
import { baselineOf } from "./write-baseline";

const usage = "usage: node policy/baseline.cjs <report.json>… --owner <owner> --expires <day> [--out <file>]";

/** `today` is a day such as `2027-01-31`. Throws one Error with everything that is wrong. */
export function writeBaseline(args: readonly string[], today: string, print: (text: string) => void): void {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { owner: { type: "string" }, expires: { type: "string" }, out: { type: "string" } },
    allowPositionals: true,
  });
  const { owner = "", expires = "", out } = values;
  const problems: string[] = [];
  if (positionals.length === 0)
    problems.push("no report: make one with `causeway preview --policy-pack policy --json report.json`");
  if (!new RegExp(waiverFields.owner.pattern, "u").test(owner))
    problems.push(`--owner: must be ${waiverFields.owner.form}`);
  if (!isDay(expires)) problems.push('--expires: must be a day, such as "2027-01-31"');
  else if (expires < today) problems.push(`--expires: is ${expires}, which has passed`);
  const reports = positionals.flatMap((file) => {
    try {
      const report: unknown = JSON.parse(readFileSync(file, "utf8"));
      baselineOf([report], { createdOn: today, owner, expires });
      return [report];
    } catch (error) {
      problems.push(`${file}: ${error instanceof SyntaxError ? "is not JSON" : messageOf(error)}`);
      return [];
    }
  });
  if (problems.length > 0) throw new Error([...problems, usage].join("\n"));
  const text = `${JSON.stringify(baselineOf(reports, { createdOn: today, owner, expires }), null, 2)}\n`;
  if (out === undefined) print(text);
  else writeFileSync(out, text);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
