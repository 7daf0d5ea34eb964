import type { PropertyValue } from "../plan/plan";
import { safeLine } from "./safe-text";

// Pulumi's wire format for special values: sdk/go/common/resource/properties.go and sig.go.
const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
const OUTPUT_SIGNATURE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const RESOURCE_SIGNATURE = "5cf8f73096256a8f31e491e813e4eb8e";
const ASSET_SIGNATURE = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE_SIGNATURE = "0def7320c3a5731c473e5ecbe6d01bc7";

/** Stands for the plaintext of every secret in every report. */
export const MASK = "[secret]";
export const UNKNOWN = "[unknown until deployed]";

/** One sentinel for each type an unknown value may have: sdk/go/common/resource/plugin/rpc.go. */
const UNKNOWN_SENTINELS = new Set([
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

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
  return key === SIGNATURE_KEY || key === "secret" || key === "dependencies" ? part : MASK;
}

/** A value on one line, for people. */
export function formatValue(value: PropertyValue): string {
  return typeof value === "string" && !UNKNOWN_SENTINELS.has(value) ? safeLine(value) : safeLine(describe(value));
}

/** The parts of a value one by one, `site.url` and so on, so that each is read on its own line. */
export function flattenValue(key: string, value: PropertyValue): [string, PropertyValue][] {
  const isPlainObject =
    typeof value === "object" && value !== null && !Array.isArray(value) && !(SIGNATURE_KEY in value);
  if (!isPlainObject || Object.keys(value).length === 0) return [[key, value]];
  return Object.entries(value).flatMap(([name, part]) => flattenValue(`${key}.${name}`, part));
}

function describe(value: PropertyValue): string {
  if (typeof value === "string") return UNKNOWN_SENTINELS.has(value) ? UNKNOWN : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(describe).join(", ")}]`;
  if (typeof value !== "object" || value === null) return String(value);
  if (isSecret(value)) return MASK;
  switch (value[SIGNATURE_KEY]) {
    case OUTPUT_SIGNATURE:
      return value.value === undefined ? UNKNOWN : describe(value.value);
    case RESOURCE_SIGNATURE:
      return typeof value.urn === "string" ? value.urn : "[resource]";
    case ASSET_SIGNATURE:
      return `[asset${typeof value.path === "string" ? ` ${value.path}` : ""}]`;
    case ARCHIVE_SIGNATURE:
      return `[archive${typeof value.path === "string" ? ` ${value.path}` : ""}]`;
    default:
      return `{${Object.entries(value)
        .map(([key, part]) => `${key}: ${describe(part)}`)
        .join(", ")}}`;
  }
}

function isSecret(value: { [key: string]: PropertyValue }): boolean {
  if (value[SIGNATURE_KEY] === SECRET_SIGNATURE) return true;
  return value[SIGNATURE_KEY] === OUTPUT_SIGNATURE && value.secret === true;
}
