// What the policy pack costs: a resource over the analyzer protocol, and a resource inside the offline preview.

import { spawnSync } from "node:child_process";
import path from "node:path";
import type { Figures } from "./measure";
import { repository } from "./programs";

interface Cost {
  wall: number;
  cpu: number;
}

/** What `node test/policy/measure.cjs` prints, as far as it is shown here. */
interface Measured {
  rules: number;
  pack: Costs;
  floor: Costs;
  host: Cost;
}

interface Costs {
  startMs: Cost;
  distributionMs: Cost;
  largeDistributionMs: Cost;
  foreignTypeMs: Cost;
  stackOf1000Ms: Cost;
}

const measured: Readonly<Record<keyof Costs, string>> = {
  startMs: "start",
  distributionMs: "a distribution",
  largeDistributionMs: "a distribution of 20 behaviors",
  foreignTypeMs: "a resource that no rule is about",
  stackOf1000Ms: "a stack of 1,000 resources",
};

/** @throws Error where the pack could not be measured in time. */
export function analyzerCost(timeoutSeconds: number): string[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(repository, "test/policy/measure.cjs")], {
    cwd: repository,
    encoding: "utf8",
    timeout: timeoutSeconds * 1000,
    killSignal: "SIGKILL",
  });
  if (status !== 0) throw new Error(`test/policy/measure.cjs failed: ${stderr}`);
  const { rules, pack, floor, host }: Measured = JSON.parse(stdout);
  const cost = ({ wall, cpu }: Cost) => `${wall} ms wall, ${cpu} ms cpu`;
  const line = (what: string, text: string) => `  ${what.padEnd(46)} ${text}`;
  return [
    ...(Object.keys(measured) as (keyof Costs)[]).map((what) =>
      line(`${measured[what]}, ${rules} rules`, `${cost(pack[what])}; one rule ${cost(floor[what])}`),
    ),
    line("of the start, the host before any pack", cost(host)),
  ];
}

/** What the pack adds to the preview of a program: both passes hand every resource to it. */
export interface Added {
  resources: number;
  added: Figures;
}

/** Of a few resources that is what loading the pack takes. */
export function loadingCost({ resources, added }: Added): string {
  if (added.cpu === undefined) return "inside of the preview: needs /proc, so Linux";
  return `inside of the preview, ${resources} resources: ${(added.cpu * 1000).toFixed(0)} ms cpu more than without it`;
}

/** What each resource adds to that, judged in both passes. */
export function resourceCost(program: string, few: Added, many: Added): string {
  const ms = ((many.added.cpu ?? Number.NaN) - (few.added.cpu ?? Number.NaN)) * 1000;
  const each = (ms / (many.resources - few.resources)).toFixed(2);
  return `inside of the preview, each of ${many.resources} resources (${program}): ${each} ms cpu in both passes together`;
}
