// A baseline: the findings that an estate had when it began to be judged. They are waived as a whole until a day, so that only what is
// new fails. policy/baseline.cjs writes the file from a report of the offline preview.

import { readFileSync } from "node:fs";
import path from "node:path";
import { isJsonObject } from "../json";
import { isDay, waiverFields } from "./fields";
import type { Waiver } from "./waiver";

/** The key under `waivers` that names the file, and the id of what it waives. */
export const baselineId = "baseline";

export interface Baseline {
  /** The day on which it was written. */
  readonly createdOn: string;
  readonly owner: string;
  /** The last day on which it holds, in UTC. */
  readonly expires: string;
  readonly findings: readonly BaselineFinding[];
}

export interface BaselineFinding {
  readonly policy: string;
  /** The URN. */
  readonly resource: string;
  /** Where in the resource, as `placeOf` says. */
  readonly property: string;
}

/** A waiver for each finding. The path of the file is from the pack's folder. Throws one Error with everything that is wrong with the file. */
export function readBaseline(file: string): Waiver[] {
  const content = parse(path.resolve(__dirname, "..", file));
  const problems = isJsonObject(content) ? [...problemsOf(content)] : ["must be a JSON object"];
  if (problems.length > 0) throw new Error(problems.map((problem) => `baseline ${file}: ${problem}`).join("\n"));
  const { createdOn, owner, expires, findings } = content as Baseline;
  const reason = `in the baseline of ${createdOn}`;
  return findings.map(({ policy, resource, property }) => ({
    id: baselineId,
    policy,
    resource,
    property,
    reason,
    owner,
    expires,
  }));
}

function parse(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new Error(`baseline ${file}: cannot be read; its path is from the folder of the policy pack`);
  }
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`baseline ${file}: is not JSON`);
  }
}

function* problemsOf({ createdOn, owner, expires, findings }: Record<string, unknown>): Iterable<string> {
  for (const [key, day] of Object.entries({ createdOn, expires }))
    if (typeof day !== "string" || !isDay(day)) yield `${key}: must be a day, such as "2027-01-31"`;
  if (typeof owner !== "string" || !new RegExp(waiverFields.owner.pattern, "u").test(owner))
    yield `owner: must be ${waiverFields.owner.form}`;
  if (!Array.isArray(findings)) yield "findings: must be a list";
  for (const [i, finding] of Array.isArray(findings) ? findings.entries() : [])
    if (!isFinding(finding)) yield `findings[${i}]: must have policy, resource and property, all texts`;
}

function isFinding(finding: unknown): boolean {
  return (
    isJsonObject(finding) &&
    [finding.policy, finding.resource, finding.property].every((field) => typeof field === "string")
  );
}
