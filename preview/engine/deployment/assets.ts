// The engine stores an asset with the SHA-256 of its content; a file that is missing fails the registration.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import type { PropertyMap, PropertyValue } from "../../plan/plan";
import { archiveSignature, assetSignature, isObject, mapProperties, signatureOf } from "./properties";

/**
 * Inputs with the hashes of their file and text assets filled in. Archives and remote assets keep none: the engine hashes
 * the packed archive, or downloads the asset, and neither is done offline.
 * @throws Error where a file cannot be read.
 */
export function hashAssets(inputs: PropertyMap, programDirectory: string): PropertyMap {
  return mapProperties(inputs, (value) => {
    const signature = signatureOf(value);
    if (signature !== assetSignature && signature !== archiveSignature) return value;
    if (!isObject(value)) return value;
    // The SDK's own marks (`__pulumiAsset`) do not outlive the wire.
    const asset = Object.fromEntries(Object.entries(value).filter(([key]) => !key.startsWith("__pulumi")));
    if (signature === archiveSignature || typeof asset.hash === "string") return asset;
    const content = contentOf(asset, programDirectory);
    if (content === undefined) return asset;
    return { ...asset, hash: createHash("sha256").update(content).digest("hex") };
  });
}

function contentOf(asset: { [key: string]: PropertyValue }, programDirectory: string): string | Buffer | undefined {
  if (typeof asset.text === "string") return asset.text;
  if (typeof asset.path !== "string" || asset.path === "") return undefined;
  const file = isAbsolute(asset.path) ? asset.path : join(programDirectory, asset.path);
  try {
    return readFileSync(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason = code === "ENOENT" ? "no such file or directory" : message;
    throw new Error(`failed to open asset file '${asset.path}': open ${file}: ${reason}`);
  }
}
