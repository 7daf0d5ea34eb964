import type { PolicyViolation, StackPlan, UndecidedCheck, WaivedViolation } from "../plan/plan";
import { type Finding, type FindingGroup, groupFindings, isBlocking } from "./findings";
import type { Paint } from "./paint";
import { safeLine, safeText, wrap } from "./safe-text";
import { sortUndecided } from "./undecided";
import { displayType, urnName, urnType } from "./urn";

/** What the policies say: violations grouped by policy, then what they could not decide and what was waived. */
export function renderPolicy(plan: StackPlan, paint: Paint, columns: number, isFull: boolean): string[] {
  const { packs, violations, waived, evaluated } = plan.policy;
  const { open, settled } = sortUndecided(plan);
  if (packs.length === 0) return [];
  const judges = packs.map(({ name, version, enabled, policies }) => {
    return `${safeLine(name)} ${safeLine(version)} (${enabled} of ${policies} policies)`;
  });
  const lines = [
    `${paint("bold", "policy")}  ${paint("dim", `${judges.join(", ")}; ${evaluated} resources judged in two passes`)}`,
  ];
  for (const group of groupFindings(violations)) lines.push(...renderGroup(group, paint, columns));
  if (open.length > 0) {
    const text = `${open.length} undecided, the value is unknown: ${policyCounts(open)}`;
    lines.push(`  ${paint("yellow", "?")} ${wrap(text, columns - 4, "    ")}`, ...checkDetails(open, paint, isFull));
  }
  if (settled.length > 0) {
    const text = `${settled.length} unknown to \`pulumi preview\`, decided with stand-ins: ${policyCounts(settled)}`;
    lines.push(`  ${paint("dim", "·")} ${wrap(text, columns - 4, "    ")}`, ...checkDetails(settled, paint, isFull));
  }
  if (waived.length > 0) lines.push(...renderWaived(waived, paint, columns));
  if (violations.length === 0) lines.splice(1, 0, `  ${paint("green", "no violations")}`);
  return lines;
}

function renderGroup(group: FindingGroup, paint: Paint, columns: number): string[] {
  const [first] = group.findings;
  const isMandatory = isBlocking(group.level);
  const mark = paint(isMandatory ? "red" : "yellow", isMandatory ? "✖" : "!");
  const severity = first?.violation.severity ? `, ${first.violation.severity}` : "";
  const title = `  ${mark} ${paint("bold", safeLine(group.policyName))}  ${paint("dim", `${group.level}${severity}`)}`;
  const description = first?.violation.description;
  const fix = first?.violation.remediationSteps;
  const url = first?.violation.url;
  const field = (label: string, text: string) =>
    `      ${paint("dim", label)} ${wrap(safeText(text), columns - 7 - label.length, " ".repeat(7 + label.length))}`;
  return [
    title,
    ...(description ? [`    ${paint("dim", wrap(safeText(description), columns - 4, "    "))}`] : []),
    ...group.findings.flatMap((finding) => renderFinding(finding, paint, columns)),
    ...(fix ? [field("fix:", fix)] : []),
    ...(url ? [field("see:", url)] : []),
  ];
}

function renderFinding({ violation, phases }: Finding, paint: Paint, columns: number): string[] {
  const { resourceUrn, property } = violation;
  const name = safeLine(urnName(resourceUrn)) || "the stack";
  const type = displayType(safeLine(urnType(resourceUrn)));
  const message = ownMessage(violation);
  const prefix = property && !message.includes(property) ? `${safeLine(property)}: ` : "";
  return [
    `    ${name}  ${paint("dim", type)}${phaseNote(phases, paint)}`,
    `      ${wrap(`${prefix}${message}`, columns - 6, "      ")}`,
  ];
}

/** @pulumi/policy puts the policy's description before every message; the report shows it once, above. */
function ownMessage({ message, description }: PolicyViolation): string {
  const text = safeText(message).trim();
  const known = description === undefined ? "" : safeText(description).trim();
  const rest = known !== "" && text.startsWith(known) ? text.slice(known.length).trim() : text;
  return rest === "" ? text : rest;
}

/** Most findings show in both passes, which needs no word. */
function phaseNote(phases: readonly string[], paint: Paint): string {
  if (phases.length > 1) return "";
  const note = phases[0] === "deployed" ? "`pulumi up` only: unknown in a preview" : "`pulumi preview` only";
  return `  ${paint("magenta", note)}`;
}

/** `waf ×2, oac` */
function policyCounts(checks: readonly UndecidedCheck[]): string {
  const counts = new Map<string, number>();
  for (const { policyName } of checks) counts.set(policyName, (counts.get(policyName) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count > 1 ? `${safeLine(name)} ×${count}` : safeLine(name))).join(", ");
}

function checkDetails(checks: readonly UndecidedCheck[], paint: Paint, isFull: boolean): string[] {
  if (!isFull) return [];
  return checks.map(({ policyName, resourceUrn, property, phase }) => {
    return `      ${safeLine(policyName)}: ${safeLine(urnName(resourceUrn))}.${safeLine(property)} ${paint("dim", `(${phase})`)}`;
  });
}

/** A line for each waiver and policy, with every resource that it covers. */
function renderWaived(waived: readonly WaivedViolation[], paint: Paint, columns: number): string[] {
  const covered = new Map<string, { entry: WaivedViolation; names: Set<string> }>();
  for (const entry of waived) {
    const { policyName, reason, owner, ticket, expires, resourceUrn } = entry;
    const key = JSON.stringify([policyName, reason, owner, ticket, expires]);
    const group = covered.get(key) ?? { entry, names: new Set() };
    covered.set(key, group);
    group.names.add(urnName(resourceUrn));
  }
  return [...covered.values()].map(({ entry: { policyName, reason, owner, ticket, expires }, names }) => {
    const by = ticket === undefined ? owner : `${owner} (${ticket})`;
    const text = `waived until ${expires} by ${by}: ${policyName} on ${[...names].join(", ")}: ${reason}`;
    return `  ${paint("dim", "-")} ${wrap(safeLine(text), columns - 4, "    ")}`;
  });
}
