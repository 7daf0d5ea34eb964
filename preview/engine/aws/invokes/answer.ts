// What every answer is given, and how it reads arguments.

import type { PropertyMap } from "../../../plan/plan";
import type { AwsPlace } from "../place";
import { Seed } from "../seed";

export interface Call {
  /** `ec2/getVpc`. */
  key: string;
  args: PropertyMap;
  /** Where the call goes: its `region` argument before its provider's Region. */
  place: AwsPlace;
  defaultTags: PropertyMap | undefined;
}

/** Undefined when this call cannot be answered offline. */
export type Answer = (call: Call) => PropertyMap | undefined;

export function text(args: PropertyMap, name: string): string | undefined {
  const value = args[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

export function texts(args: PropertyMap, name: string): string[] {
  const value = args[name];
  return Array.isArray(value) ? value.filter((v) => typeof v === "string") : [];
}

/** What a call asks for, as text that does not depend on the order in which it was written. */
export function callText({ key, args, place }: Call): string {
  const entries = Object.entries(args).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${key} ${place.accountId} ${place.region} ${JSON.stringify(entries)}`;
}

/** The same question gets the same answer. */
export function seedOf(call: Call): Seed {
  return new Seed(callText(call));
}
