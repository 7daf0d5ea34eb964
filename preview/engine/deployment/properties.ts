// What the engine does with property values: secrets, outputs, references and unknowns, in the forms of the wire.

import type { PropertyMap, PropertyValue } from "../../plan/plan";
import {
  isUnknown,
  outputSignature,
  resourceSignature,
  secretSignature,
  signatureKey,
  unknownValue,
} from "../../plan/signatures";

export {
  archiveSignature,
  assetSignature,
  isUnknown,
  outputSignature,
  resourceSignature,
  secretSignature,
  signatureKey,
  unknownValue,
} from "../../plan/signatures";

export type SignatureObject = { [key: string]: PropertyValue };

export function isObject(value: PropertyValue | undefined): value is SignatureObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function signatureOf(value: PropertyValue | undefined): string | undefined {
  if (!isObject(value)) return undefined;
  const signature = value[signatureKey];
  return typeof signature === "string" ? signature : undefined;
}

export function makeSecret(value: PropertyValue): SignatureObject {
  return { [signatureKey]: secretSignature, value };
}

/** Calls `visit` for a value and for every value below it, as long as `visit` returns true. */
export function walk(value: PropertyValue, visit: (value: PropertyValue) => boolean): void {
  if (!visit(value)) return;
  if (Array.isArray(value)) for (const item of value) walk(item, visit);
  else if (isObject(value)) for (const key in value) walk(value[key] ?? null, visit);
}

/** A copy with `change` applied bottom-up. Parts that do not change are shared with the original. */
export function mapValue(value: PropertyValue, change: (value: PropertyValue) => PropertyValue): PropertyValue {
  if (Array.isArray(value)) {
    let copy: PropertyValue[] | undefined;
    for (let i = 0; i < value.length; i++) {
      const before = value[i] ?? null;
      const after = mapValue(before, change);
      if (after !== before) {
        copy ??= value.slice();
        copy[i] = after;
      }
    }
    return change(copy ?? value);
  }
  if (isObject(value)) {
    let copy: SignatureObject | undefined;
    for (const key in value) {
      const before = value[key] ?? null;
      const after = mapValue(before, change);
      if (after !== before) {
        copy ??= { ...value };
        copy[key] = after;
      }
    }
    return change(copy ?? value);
  }
  return change(value);
}

export function mapProperties(properties: PropertyMap, change: (value: PropertyValue) => PropertyValue): PropertyMap {
  const mapped = mapValue(properties, change);
  return isObject(mapped) ? mapped : properties;
}

/**
 * Output values (sent by remote components and transforms) as the plain, secret or unknown values that the rest of the
 * engine knows. What they depend on is added to `dependencies`.
 */
export function downgradeOutputs(value: PropertyValue, dependencies: Set<string>): PropertyValue {
  return mapValue(value, (part) => {
    if (signatureOf(part) !== outputSignature || !isObject(part)) return part;
    if (Array.isArray(part.dependencies)) {
      for (const urn of part.dependencies) if (typeof urn === "string") dependencies.add(urn);
    }
    const inner = "value" in part ? (part.value ?? null) : unknownValue;
    return part.secret === true ? makeSecret(inner) : inner;
  });
}

/** The values without their secret wrappers: what policies, stand-ins and lookups work on. */
export function unwrapSecrets(properties: PropertyMap): PropertyMap {
  const unwrapped = plain(properties);
  return isObject(unwrapped) ? unwrapped : properties;
}

/** True where the value or any part of it is secret. */
export function containsSecret(value: PropertyValue): boolean {
  let found = false;
  walk(value, (part) => {
    if (signatureOf(part) === secretSignature) found = true;
    return !found;
  });
  return found;
}

/** The plan never carries a plaintext secret: the wrapper stays, the value goes, as in the engine's own displays. */
export function maskSecrets(properties: PropertyMap): PropertyMap {
  const masked = mapTopDown(properties, (part) =>
    isSecret(part) ? { [signatureKey]: secretSignature, ciphertext: "[secret]" } : undefined,
  );
  return isObject(masked) ? masked : {};
}

/** A secret in either form of the wire: by itself, or as an output value that nobody made plain. */
function isSecret(value: PropertyValue): boolean {
  const signature = signatureOf(value);
  return signature === secretSignature || (signature === outputSignature && isObject(value) && value.secret === true);
}

function mapTopDown(value: PropertyValue, replace: (value: PropertyValue) => PropertyValue | undefined): PropertyValue {
  const replacement = replace(value);
  if (replacement !== undefined) return replacement;
  if (Array.isArray(value)) return value.map((item) => mapTopDown(item, replace));
  if (!isObject(value)) return value;
  const copy: SignatureObject = {};
  for (const key in value) copy[key] = mapTopDown(value[key] ?? null, replace);
  return copy;
}

/** Packages whose providers take secrets as they are; all others are bridged or do not. */
const secretAwarePackages: ReadonlySet<string> = new Set([
  "aws-native",
  "azure-native",
  "google-native",
  "kubernetes",
  "pulumi-nodejs",
]);

export function takesSecrets(packageName: string): boolean {
  return secretAwarePackages.has(packageName);
}

/**
 * Secrets as they are after a provider's Check. Bridged providers do not take secrets, so the engine strips them and marks
 * them again in the answer: a property of an object stays secret by itself, an array with a secret anywhere is secret as a
 * whole. A secret whose value is unknown is just unknown.
 */
export function widenSecrets(properties: PropertyMap): PropertyMap {
  let changed = false;
  const widened: PropertyMap = {};
  for (const key in properties) {
    const before = properties[key] ?? null;
    const after = containsSecret(before) ? widen(before) : before;
    if (after !== before) changed = true;
    widened[key] = after;
  }
  return changed ? widened : properties;
}

function widen(value: PropertyValue): PropertyValue {
  if (Array.isArray(value)) return containsSecret(value) ? makeSecret(plain(value)) : value;
  if (!isObject(value)) return value;
  if (signatureOf(value) === secretSignature) {
    const inner = plain(value.value ?? null);
    return isUnknown(inner) ? inner : makeSecret(inner);
  }
  if (signatureOf(value) !== undefined) return value;
  return widenSecrets(value);
}

function plain(value: PropertyValue): PropertyValue {
  return mapValue(value, (part) =>
    signatureOf(part) === secretSignature && isObject(part) ? (part.value ?? null) : part,
  );
}

/** What a property depends on. It may have the name of something that every object has, such as `constructor`. */
export function dependenciesOf(key: string, dependencies: Readonly<Record<string, string[]>>): string[] {
  return (Object.hasOwn(dependencies, key) ? dependencies[key] : undefined) ?? [];
}

/** The opposite of `downgradeOutputs`, for transforms: each value with the resources it depends on. */
export function upgradeOutputs(properties: PropertyMap, dependencies: Readonly<Record<string, string[]>>): PropertyMap {
  const upgraded: PropertyMap = {};
  for (const [key, value] of Object.entries(properties)) {
    const urns = dependenciesOf(key, dependencies);
    upgraded[key] = urns.length === 0 ? value : outputValue(value, urns);
  }
  return upgraded;
}

function outputValue(value: PropertyValue, dependencies: string[]): SignatureObject {
  const secret = signatureOf(value) === secretSignature;
  const inner = secret && isObject(value) ? (value.value ?? null) : value;
  const output: SignatureObject = { [signatureKey]: outputSignature, dependencies };
  if (secret) output.secret = true;
  if (!isUnknown(inner)) output.value = inner;
  return output;
}

/**
 * References to resources in the form that the receiver takes: a provider gets the id of the resource (or the URN of a
 * component), a component gets the reference itself.
 */
export function settleReferences(properties: PropertyMap, receiver: "provider" | "component"): PropertyMap {
  return mapProperties(properties, (value) => {
    if (signatureOf(value) !== resourceSignature || !isObject(value)) return value;
    const known = "id" in value && value.id !== "" && !isUnknown(value.id);
    if (receiver === "provider")
      return "id" in value ? (known ? (value.id ?? null) : unknownValue) : (value.urn ?? null);
    const reference = { ...value, packageVersion: value.packageVersion ?? "" };
    return "id" in value && !known ? { ...reference, id: "" } : reference;
  });
}
