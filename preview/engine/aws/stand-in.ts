// Stand-ins: what a real provider would answer once a resource exists, made up but of the right form and in the right place.

import type { PropertyMap } from "../../plan/plan";
import { Context, type StandInRule } from "./context";
import { computedValue, filledValue } from "./fallback";
import type { AwsPlace } from "./place";
import { Seed } from "./seed";
import { isSiblingPackage, siblingStandIn } from "./siblings";
import { standInRule } from "./stand-ins";
import { type TypeInfo, typeInfo } from "./type-table";

export interface StandInRequest {
  type: string;
  name: string;
  urn: string;
  /** Plain JSON: no secrets, no unknown values. */
  inputs: PropertyMap;
  place: AwsPlace;
  /** Set for `.get()`: the id the program looks up. */
  readId?: string;
  /** The provider's default tags, which end up in `tagsAll`. */
  defaultTags?: PropertyMap;
}

export interface StandIn {
  id: string;
  outputs: PropertyMap;
}

interface Plan {
  info: TypeInfo;
  rule: StandInRule | undefined;
}

const plans = new Map<string, Plan | undefined>();

function planOf(type: string): Plan | undefined {
  if (plans.has(type)) return plans.get(type);
  const info = typeInfo(type);
  const plan = info && { info, rule: standInRule(info.key) };
  plans.set(type, plan);
  return plan;
}

/** Id and computed outputs of a custom resource in the deployed pass. The same URN and inputs give the same values. */
export function standIn(resource: StandInRequest): StandIn {
  const plan = planOf(resource.type);
  if (plan === undefined) {
    if (isSiblingPackage(resource.type)) return siblingStandIn(resource);
    // Some other provider's resource: nothing is known of its outputs.
    return { id: resource.readId ?? `${resource.name}-${new Seed(resource.urn).hex("id", 8)}`, outputs: {} };
  }
  const { info, rule } = plan;
  const c = new Context({ info, rule, ...resource, readId: resource.readId });
  const outputs: PropertyMap = {};
  const made = ruleOutputs(rule, c);
  for (const field of info.computed) {
    if (field.name === "tagsAll") outputs.tagsAll = allTags(resource);
    else if (!(field.name in made)) outputs[field.name] = computedValue(field, c);
  }
  for (const field of info.filled) {
    if (isAbsent(resource.inputs[field.name]) && !(field.name in made)) outputs[field.name] = filledValue(field, c);
  }
  if (c.isRead) {
    for (const field of info.required) {
      if (isAbsent(resource.inputs[field.name]) && !(field.name in made)) outputs[field.name] = computedValue(field, c);
    }
  }
  if (info.takesRegion && isAbsent(resource.inputs.region)) outputs.region = c.region;
  Object.assign(outputs, made);
  return { id: c.id, outputs };
}

/** What the program itself gave stays as it gave it, except where a rule adds nested values to an object. */
function ruleOutputs(rule: StandInRule | undefined, c: Context): PropertyMap {
  const made = rule?.outputs?.(c) ?? {};
  for (const name of Object.keys(made)) {
    const given = c.inputs[name];
    if (!isAbsent(given) && (Array.isArray(given) || typeof given !== "object")) delete made[name];
  }
  return made;
}

function isAbsent(value: PropertyMap[string] | undefined): boolean {
  return value === undefined || value === null;
}

function allTags(resource: StandInRequest): PropertyMap {
  const tags = resource.inputs.tags;
  const own = tags !== null && typeof tags === "object" && !Array.isArray(tags) ? tags : {};
  return { ...resource.defaultTags, ...own };
}
