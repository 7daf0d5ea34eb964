// RULES.md: the catalogue of the pack, made from what the rules say of themselves.

import { conflicts } from "../conflicts";
import type { FrameworkMapping } from "../frameworks";
import type { ParameterSchema } from "../parameters";
import type { Rule } from "../rule";

const header = "<!-- Written by `node policy/generate/main.cjs` from the rules. Do not edit. -->";

export function rulesMarkdown(rules: readonly Rule[]): string {
  const count = `${rules.length} rules, ${rules.filter(({ profile }) => profile === "baseline").length} of them in the profile \`baseline\`.`;
  return [
    header,
    "# Rules",
    `${count} How they are configured, waived and read in reports: [README](README.md).`,
    table(["rule", "severity", "profile", "asks for"], rules.map(summary)),
    ...rules.map(section),
    "## Controls that there is no rule for",
    "Other packs ask for these. Here they would be wrong.",
    table(
      ["they ask for", "controls", "why not", "instead"],
      conflicts.map(({ asks, controls, reason, instead }) => [
        asks,
        controls.map((control) => (typeof control === "string" ? control : controlName(control))).join(", "),
        reason,
        instead,
      ]),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

function summary({ name, severity, profile, reason }: Rule): string[] {
  return [`[\`${name}\`](#${name})`, severity, profile, reason];
}

function section(rule: Rule): string {
  const { name, severity, profile, reason, remediation, url, types, parameters = {}, frameworks } = rule;
  const judged = typeof types === "function" ? "every resource of AWS" : types.map((type) => `\`${type}\``).join(", ");
  const halves = [rule.check && "each resource by its inputs", rule.join && "the stack as a whole"].filter(Boolean);
  return [
    `### ${name}`,
    reason,
    `**Fix.** ${remediation}`,
    [
      `- ${severity}; profile \`${profile}\`; judges ${halves.join(" and ")}${rule.remediate ? "; takes the level `remediate`" : ""}`,
      `- about ${judged}`,
      ...Object.entries(parameters).map(([key, schema]) => `- \`${key}\` (${form(schema)}): ${schema.description}`),
      ...(frameworks.length === 0 ? [] : [`- ${frameworks.map(mapping).join("; ")}`]),
      `- <${url}>`,
    ].join("\n"),
  ].join("\n\n");
}

function form(schema: ParameterSchema): string {
  switch (schema.kind) {
    case "text":
      return `such as \`${JSON.stringify(schema.example)}\``;
    case "texts":
      return `list such as \`${JSON.stringify([schema.example])}\``;
    case "textsByName":
      return `such as \`${JSON.stringify(schema.example)}\``;
    default:
      return `without it \`${JSON.stringify(schema.default)}\``;
  }
}

function mapping(control: FrameworkMapping): string {
  return `${controlName(control)} (${control.relation}, read ${control.readOn})`;
}

function controlName({ framework, version, id }: FrameworkMapping): string {
  return `${framework} ${version} ${id}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
