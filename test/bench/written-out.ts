// The floor of what a component adds to a preview: a program that makes the same resources of AWS one by one, with literal
// inputs, without the library, without components and without a dependency between them.

import { signatureKey, unknownValue } from "../../preview/plan/signatures";

export interface PlannedResource {
  newState: { type: string; urn: string; inputs: object };
}

export function writtenOut(steps: readonly PlannedResource[]): string {
  const resources = steps.flatMap(({ newState: { type, urn, inputs } }) => {
    // `aws:s3/bucket:Bucket` is `aws.s3.Bucket`.
    const [, service, name] = /^aws:(\w+)\/\w+:(\w+)$/.exec(type) ?? [];
    if (service === undefined) return [];
    return `new aws.${service}.${name}(${JSON.stringify(urn.split("::").at(-1))}, ${JSON.stringify(literal(inputs))});`;
  });
  return ['"use strict";', 'const aws = require("@pulumi/aws");', ...resources, ""].join("\n");
}

/** A text for what is not known yet, secret, or a file. */
function literal(value: unknown): unknown {
  if (value === null || value === unknownValue) return "value";
  if (Array.isArray(value)) return value.map(literal);
  if (typeof value !== "object") return value;
  if (signatureKey in value) return "value";
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, literal(member)]));
}
