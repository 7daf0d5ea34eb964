// The engine stores an asset with the SHA-256 of its content; a file that is missing fails the registration.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import type { PropertyMap, PropertyValue } from "../../plan/plan";
import { archiveSignature, assetSignature, isObject, mapProperties, signatureKey, signatureOf } from "./properties";

/**
 * Inputs with the hashes of their file and text assets filled in. Archives and remote assets keep none: the engine hashes
 * the packed archive, or downloads the asset, and neither is done offline.
 * @throws Error where a file cannot be read.
 */
export function hashAssets(inputs: PropertyMap, programDirectory: string): PropertyMap {
  return mapProperties(inputs, (value) => {
    const signature = signatureOf(value);
    if (signature !== assetSignature && signature !== archiveSignature) return value;
    if (!isObject(value) || typeof value.hash === "string") return value;
    if (signature === archiveSignature) return value;
    const content = contentOf(value, programDirectory);
    if (content === undefined) return value;
    return { [signatureKey]: signature, hash: createHash("sha256").update(content).digest("hex"), ...value };
  });
}

function contentOf(asset: { [key: string]: PropertyValue }, programDirectory: string): string | Buffer | undefined {
  if (typeof asset.text === "string") return asset.text;
  if (typeof asset.path !== "string" || asset.path === "") return undefined;
  const file = isAbsolute(asset.path) ? asset.path : join(programDirectory, asset.path);
  try {
    return readFileSync(file);
  } catch (error) {
    const reason =
      error instanceof Error && "code" in error && error.code === "ENOENT"
        ? "no such file or directory"
        : String(error);
    throw new Error(`failed to open asset file '${asset.path}': open ${file}: ${reason}`);
  }
}
