import type { PropertyValue } from "../plan/plan";
import {
  archiveSignature,
  assetSignature,
  isUnknown,
  outputSignature,
  resourceSignature,
  secretSignature,
  signatureKey,
} from "../plan/signatures";
import { safeLine } from "./safe-text";

/** Stands for the plaintext of every secret in every report. */
export const MASK = "[secret]";
export const UNKNOWN = "[unknown until deployed]";

const PLAINTEXT_FIELDS = ["value", "plaintext", "ciphertext"];

/** The same value with the plaintext of every secret replaced; the signature stays, so that a reader still sees that there is one. */
export function maskSecrets(value: PropertyValue): PropertyValue {
  if (Array.isArray(value)) return value.map(maskSecrets);
  if (typeof value !== "object" || value === null) return value;
  if (isSecret(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [key, PLAINTEXT_FIELDS.includes(key) ? MASK : maskKept(key, part)]),
    );
  }
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, maskSecrets(part)]));
}

/** Of a secret only its signature, its secret mark and its dependencies are safe to keep. */
function maskKept(key: string, part: PropertyValue): PropertyValue {
  return key === signatureKey || key === "secret" || key === "dependencies" ? part : MASK;
}

/** A value on one line, for people. */
export function formatValue(value: PropertyValue): string {
  return typeof value === "string" && !isUnknown(value) ? safeLine(value) : safeLine(describe(value));
}

/** The parts of a value one by one, `site.url` and so on, so that each is read on its own line. */
export function flattenValue(key: string, value: PropertyValue): [string, PropertyValue][] {
  const isPlainObject =
    typeof value === "object" && value !== null && !Array.isArray(value) && !(signatureKey in value);
  if (!isPlainObject || Object.keys(value).length === 0) return [[key, value]];
  return Object.entries(value).flatMap(([name, part]) => flattenValue(`${key}.${name}`, part));
}

function describe(value: PropertyValue): string {
  if (typeof value === "string") return isUnknown(value) ? UNKNOWN : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(describe).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  if (isSecret(value)) return MASK;
  switch (value[signatureKey]) {
    case outputSignature:
      return value.value === undefined ? UNKNOWN : describe(value.value);
    case resourceSignature:
      return typeof value.urn === "string" ? value.urn : "[resource]";
    case assetSignature:
      return `[asset${typeof value.path === "string" ? ` ${value.path}` : ""}]`;
    case archiveSignature:
      return `[archive${typeof value.path === "string" ? ` ${value.path}` : ""}]`;
    default:
      return `{${Object.entries(value)
        .map(([key, part]) => `${key}: ${describe(part)}`)
        .join(", ")}}`;
  }
}

function isSecret(value: { [key: string]: PropertyValue }): boolean {
  if (value[signatureKey] === secretSignature) return true;
  return value[signatureKey] === outputSignature && value.secret === true;
}
