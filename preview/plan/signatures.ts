// Property values as they cross the wire and stand in a plan: the sentinels of values that are not known yet, and the signature
// objects that stand for secrets, outputs, resources, assets and archives (pulumi/pulumi: sdk/go/common/resource/properties.go,
// sig.go and plugin/rpc.go).

import type { PropertyValue } from "./plan";

export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export const signatureKey = "4dabf18193072939515e22adb298388d";
export const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
export const assetSignature = "c44067f5952c0a294b673a41bacd8c17";
export const archiveSignature = "0def7320c3a5731c473e5ecbe6d01bc7";
export const resourceSignature = "5cf8f73096256a8f31e491e813e4eb8e";
export const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** The sentinels of every kind of value, as the SDK and the policy SDK know them. */
const unknownSentinels: ReadonlySet<string> = new Set([
  unknownValue,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
  "030794c1-ac77-496b-92df-f27374a8bd58", // asset
  "e48ece36-62e2-4504-bad9-02848725956a", // archive
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

export function isUnknown(value: PropertyValue | undefined): boolean {
  return typeof value === "string" && value.length === 36 && unknownSentinels.has(value);
}
