import { checkMember, checkRange } from "../argument-checks";
import type { Problem } from "../errors";
import { SCALING_DEFAULTS } from "./defaults";
import { type CapacityArgs, CapacityKind, type ScalingArgs } from "./global-service-args";

/** Which arguments speak of which kind. */
const OF_KIND: Readonly<Record<CapacityKind, readonly (keyof CapacityArgs)[]>> = {
  [CapacityKind.Fargate]: ["onDemandBase", "spotPercent"],
  [CapacityKind.Ec2Spot]: ["instanceTypes", "maxInstances"],
};

export function checkCapacity(path: string, capacity: CapacityArgs): Problem[] {
  const { kind = CapacityKind.Fargate, onDemandBase, spotPercent, instanceTypes, maxInstances } = capacity;
  const problems: Problem[] = checkMember(`${path}.kind`, kind, CapacityKind);
  const foreign = Object.entries(OF_KIND).flatMap(([other, keys]) => (other === kind ? [] : keys));
  for (const argument of problems.length > 0 ? [] : foreign) {
    if (capacity[argument] !== undefined) {
      problems.push({
        path: `${path}.${argument} and ${path}.kind`,
        must: "not contradict each other: this kind has no such thing",
        got: kind,
      });
    }
  }
  return [
    ...problems,
    ...checkRange(`${path}.onDemandBase`, onDemandBase, { min: 0, max: 1_000 }),
    ...checkRange(`${path}.spotPercent`, spotPercent, { min: 0, max: 100 }),
    ...checkInstanceTypes(`${path}.instanceTypes`, instanceTypes),
    ...checkRange(`${path}.maxInstances`, maxInstances, { min: 1, max: 1_000 }),
  ];
}

/** Graviton's families have a g behind the generation's number. https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html */
const GRAVITON = /^[a-z]+\d+g[a-z]*\.[a-z0-9]+$/;

function checkInstanceTypes(path: string, types: readonly string[] | undefined): Problem[] {
  if (types?.length === 0) {
    return [{ path, must: "name at least one type, or be left out", got: types }];
  }
  const strange = (types ?? [])
    .filter((type) => !GRAVITON.test(type))
    .map((type) => ({ path, must: "be types with Graviton processors", got: type, use: '"m7g.large"' }));
  return new Set(types).size < (types ?? []).length
    ? [...strange, { path, must: "name each type once", got: types }]
    : strange;
}

export function checkScaling(path: string, scaling: ScalingArgs): Problem[] {
  const { minTasks = SCALING_DEFAULTS.minTasks, maxTasks = SCALING_DEFAULTS.maxTasks, cpuPercent } = scaling;
  const problems = [
    // A Region without tasks is unhealthy to Route 53.
    ...checkRange(`${path}.minTasks`, minTasks, { min: 1, max: 5_000 }),
    ...checkRange(`${path}.maxTasks`, maxTasks, { min: 1, max: 5_000 }),
    ...checkRange(`${path}.cpuPercent`, cpuPercent, { min: 1, max: 100 }),
  ];
  if (minTasks > maxTasks) {
    problems.push({
      path: `${path}.minTasks and ${path}.maxTasks`,
      must: "be given so that the first is not above the second",
      got: [minTasks, maxTasks],
    });
  }
  return problems;
}
