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

export interface Compared {
  resources: number;
  without: Figures;
  with: Figures;
}

/** Both passes hand every resource to the pack. */
const passes = 2;

/**
 * Processor time that the pack adds inside of the preview: what a larger program adds to the difference between a run with
 * the pack and one without, a resource and pass, so that loading the pack does not count.
 */
export function previewCost(small: Compared, large: Compared): string[] {
  const added = ({ with: judged, without }: Compared) => (judged.cpu ?? Number.NaN) - (without.cpu ?? Number.NaN);
  const loading = (added(small) * 1000).toFixed(0);
  const each = ((added(large) - added(small)) * 1000) / (passes * (large.resources - small.resources));
  if (Number.isNaN(each)) return ["  inside of the preview: needs /proc, so Linux"];
  return [
    `  inside of the preview, both passes, ${String(small.resources).padEnd(10)} ${loading} ms cpu more than without it`,
    `  inside of the preview, a resource              ${each.toFixed(2)} ms cpu (${large.resources} against ${small.resources} resources)`,
  ];
}
