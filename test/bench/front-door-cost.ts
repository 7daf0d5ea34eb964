// What front doors with every feature add to a preview: one beside a program without any, and many, whose cost must grow with
// their number and no faster. Plain resources in the same number tell what of it is the library's own.

import { readFileSync } from "node:fs";
import path from "node:path";
import { type Figures, subtract } from "./measure";
import type { PlannedResource } from "./written-out";

export const frontDoorCounts = [25, 50, 100, 200] as const;
/** Of those the one that is compared with plain resources. */
export const comparedCount = 50;

export interface Counted {
  count: number;
  figures: Figures;
}

/** What the offline preview of the program wrote into its plan. */
export function plannedResources(dir: string): PlannedResource[] {
  return JSON.parse(readFileSync(path.join(dir, "plan.json"), "utf8")).steps;
}

/** Medians of the differences of runs in turn, of a program with the components and of one with their resources alone. */
export function whatIsAdded(label: string, resources: number, added: Figures, floor: Figures): string {
  const milliseconds = (seconds: number | undefined) => (seconds === undefined ? "-" : (seconds * 1000).toFixed(0));
  const figures = ({ wall, cpu }: Figures) => `${milliseconds(wall)} ms wall, ${milliseconds(cpu)} ms cpu`;
  return (
    `${label} adds ${resources} resources, ${figures(added)}; their resources of AWS written out without the library: ` +
    `${figures(floor)}; ${(added.wall / floor.wall).toFixed(1)} of that`
  );
}

/** Of each number what a front door takes, and of the last how that compares with the first. */
export function eachFrontDoor(base: Figures, counted: readonly Counted[]): string[] {
  const each = counted.map(({ count, figures }) => {
    const added = subtract(figures, base);
    return { count, cpu: ((added.cpu ?? Number.NaN) * 1000) / count, memory: (added.memory ?? Number.NaN) / count };
  });
  const [first, last] = [each[0], each.at(-1)];
  if (first === undefined || last === undefined || Number.isNaN(first.cpu)) {
    return ["each: needs /proc, so Linux"];
  }
  return [
    ...each.map(
      ({ count, cpu, memory }) =>
        `each of ${String(count).padEnd(4)} ${cpu.toFixed(0)} ms cpu, ${memory.toFixed(1)} MB`,
    ),
    `one of ${last.count} against one of ${first.count}: ${(last.cpu / first.cpu).toFixed(2)} of the cpu`,
  ];
}

export function againstPlain(frontDoors: Figures, plain: Figures): string {
  const ratio = (frontDoors.cpu ?? Number.NaN) / (plain.cpu ?? Number.NaN);
  return `${comparedCount} against as many plain resources: ${ratio.toFixed(2)} of the cpu`;
}
