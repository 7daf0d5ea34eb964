import type { Diagnostic, StackPlan } from "../plan/plan";
import { countFindings } from "./findings";
import type { Paint, Style } from "./paint";
import { flattenValue, formatValue } from "./property-value";
import { safeLine, safeText, truncate } from "./safe-text";
import { renderPolicy } from "./terminal-policy";
import { renderTree } from "./terminal-tree";
import { sortUndecided } from "./undecided";
import { urnName } from "./urn";

export interface TerminalOptions {
  paint: Paint;
  /** Infinity where the output is not a terminal: nothing is cut or wrapped then. */
  columns: number;
  quiet: boolean;
  verbose: boolean;
  /** The stack ends the run with a failure: its program failed, or a policy of the level asked for is violated. */
  isFailing: (plan: StackPlan) => boolean;
}

/** Everything a reviewer reads: one verdict line a stack, then the stacks one after another. */
export function renderReport(plans: readonly StackPlan[], options: TerminalOptions): string {
  const widest = Math.max(0, ...plans.map(({ stack }) => stack.length));
  const verdicts = plans.map((plan) => renderVerdict(plan, options, widest));
  const sections = plans.flatMap((plan) => {
    const lines = renderStack(plan, options);
    if (lines.length === 0) return [];
    const rule = options.paint("bold", `── ${plan.project}/${plan.stack} ──`);
    return plans.length > 1 ? ["", rule, ...lines.slice(lines[0] === "" ? 1 : 0)] : lines;
  });
  return `${[...verdicts, ...sections].join("\n")}\n`;
}

function renderVerdict(plan: StackPlan, options: TerminalOptions, widest: number): string {
  const { paint } = options;
  const isFailing = options.isFailing(plan);
  const { create = 0, read = 0, import: imported = 0 } = plan.changeSummary;
  const { mandatory, advisory } = countFindings(plan);
  const hasPolicy = plan.policy.packs.length > 0;
  const undecided = sortUndecided(plan).open.length;
  const parts = [
    ...(plan.result === "failed" ? [paint("red", "failed")] : []),
    `${create} to create`,
    ...(read > 0 ? [`${read} to read`] : []),
    ...(imported > 0 ? [`${imported} to import`] : []),
    ...(plan.createdInApply.length > 0 ? [paint("yellow", `${plan.createdInApply.length} only when deployed`)] : []),
    ...(hasPolicy
      ? [coloured(mandatory, "mandatory", "red"), coloured(advisory, "advisory", "yellow")]
      : ["no policies"]),
    ...(undecided > 0 ? [`${undecided} undecided`] : []),
  ];
  function coloured(count: number, label: string, style: Style): string {
    return count > 0 ? paint(style, `${count} ${label}`) : `${count} ${label}`;
  }
  const mark = isFailing ? paint("red", "✖") : paint("green", "✔");
  return `${mark} ${paint("bold", plan.stack.padEnd(widest))}  ${parts.join(" · ")}`;
}

function renderStack(plan: StackPlan, options: TerminalOptions): string[] {
  const { paint, columns, quiet, verbose } = options;
  const diagnostics = renderDiagnostics(plan, options);
  const policy = renderPolicy(plan, paint, columns, verbose);
  if (quiet) return section(diagnostics).concat(section(plan.policy.violations.length > 0 ? policy : []));
  const isFailed = plan.result === "failed";
  const outputs = Object.entries(plan.outputs)
    .flatMap(([key, value]) => flattenValue(key, value))
    .map(([key, value]): [string, string] => [safeLine(key), formatValue(value)]);
  const config = Object.entries(plan.config).map(([key, value]): [string, string] => [safeLine(key), safeLine(value)]);
  return [
    // A failed program is read for its error; everything else below is half a plan.
    ...(isFailed ? section(diagnostics) : []),
    ...section(renderTree(plan, paint, columns, verbose)),
    ...section(policy),
    ...section(renderPairs("outputs", outputs, options)),
    ...section(renderPairs("config", config, options)),
    ...(isFailed ? [] : section(diagnostics)),
    ...section(renderNotChecked(plan, options)),
  ];
}

function section(lines: string[]): string[] {
  return lines.length > 0 ? ["", ...lines] : [];
}

function renderPairs(title: string, pairs: [string, string][], { paint, columns, verbose }: TerminalOptions): string[] {
  if (pairs.length === 0) return [];
  const column = Math.min(40, Math.max(...pairs.map(([key]) => [...key].length)));
  // A certificate or a policy document as a value is a page long.
  const room = verbose ? Number.POSITIVE_INFINITY : Math.max(20, Math.min(columns, 160) - column - 4);
  const lines = pairs.map(([key, value]) => `  ${key.padEnd(column)}  ${truncate(value, room)}`);
  return [paint("bold", title), ...lines];
}

const SEVERITIES: Record<Diagnostic["severity"], { rank: number; label: string; style: Style }> = {
  error: { rank: 0, label: "error", style: "red" },
  warning: { rank: 1, label: "warning", style: "yellow" },
  info: { rank: 2, label: "info", style: "cyan" },
  "info#err": { rank: 3, label: "printed", style: "dim" },
  debug: { rank: 4, label: "debug", style: "dim" },
};

function renderDiagnostics({ diagnostics }: StackPlan, { paint, quiet, verbose }: TerminalOptions): string[] {
  return diagnostics
    .filter(({ severity }) => (quiet ? severity === "error" : verbose || severity !== "debug"))
    .map((diagnostic, index) => ({ ...diagnostic, index, ...SEVERITIES[diagnostic.severity] }))
    .sort((a, b) => a.rank - b.rank || a.index - b.index)
    .map(({ label, style, urn, message, sourcePosition }) => {
      const about = urn ? ` ${safeLine(urnName(urn))}:` : "";
      const text = safeText(message).trimEnd().replaceAll("\n", "\n    ");
      return `  ${paint(style, `${label}:`)}${about} ${text}${place(message, sourcePosition)}`;
    });
}

/** File and line of an error, unless its own text shows frames or the file. */
function place(message: string, sourcePosition: string | undefined): string {
  const [, file, line] = /^project:\/\/\/(.+)#(\d+)/.exec(sourcePosition ?? "") ?? [];
  if (file === undefined || /^\s+at /m.test(message) || message.includes(`${decodeURI(file)}:`)) return "";
  return `\n      at ${safeLine(decodeURI(file))}:${line}`;
}

/** One line always; every detail on its own with --verbose. */
function renderNotChecked({ notChecked, policy }: StackPlan, { paint, verbose }: TerminalOptions): string[] {
  const all =
    policy.packs.length > 0 ? notChecked : [{ what: "policies, as no --policy-pack is given" }, ...notChecked];
  if (all.length === 0) return [];
  const texts = all.map(({ what, detail, items = [] }) => {
    const shown = verbose ? items : items.slice(0, 5);
    const more = items.length > shown.length ? `, ${items.length - shown.length} more` : "";
    const list = shown.length > 0 ? ` (${shown.map(displayItem).join(", ")}${more})` : "";
    return safeLine(`${what}${verbose && detail ? `: ${detail}` : ""}${list}`);
  });
  if (!verbose) return [`${paint("bold", "not checked:")} ${texts.join("; ")}`];
  return [paint("bold", "not checked:"), ...texts.map((text) => `  ${text}`)];
}

function displayItem(item: string): string {
  return item.startsWith("urn:pulumi:") ? urnName(item) : item;
}
