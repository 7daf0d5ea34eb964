// The SDK calls every policy for every resource, and a policy of several types says "not applicable" by throwing: most of what a pack of
// many rules costs. A policy of one type it passes over by itself, for next to nothing. So while it goes through the policies for a
// resource, those that are about other types stand there as policies of one such type.

import type { Policies } from "@pulumi/policy";
import { afterDecoding, type Method } from "./analyzer-methods";
import { isAboutKey } from "./preview-hints";

type Policy = Policies[number];

/** What no type is called. The SDK gives it as the reason: "Policy only applies to resources of type 'others'". */
const others = { __pulumiType: "others" };

/** Call before the pack starts to serve `policies`. */
export function passOverOthers(policies: Policies, analyze: Method<{ getType(): string }>): void {
  const all = [...policies];
  const byType = new Map<string, Policies>();
  let asked: string | undefined;
  afterDecoding(analyze, (request) => {
    const type = request.getType();
    request.getType = () => {
      asked = type;
      // The SDK goes through the policies right after it has asked. A version of it that waits in between gets them as they are.
      queueMicrotask(() => {
        asked = undefined;
      });
      return type;
    };
  });
  policies[Symbol.iterator] = () => (asked === undefined ? all : policiesFor(asked)).values();

  function policiesFor(type: string): Policies {
    const known = byType.get(type) ?? all.map((policy) => (isAbout(policy, type) ? policy : passedOver(policy)));
    byType.set(type, known);
    return known;
  }
}

function isAbout(policy: Policy, type: string): boolean {
  const says: unknown = "validateResource" in policy && Reflect.get(policy.validateResource ?? {}, isAboutKey);
  return typeof says !== "function" || says(type) === true;
}

function passedOver(policy: Policy): Policy {
  return { ...policy, validateResource: Object.assign(() => {}, others) };
}
