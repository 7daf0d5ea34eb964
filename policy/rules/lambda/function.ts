import type { Property } from "../../aws/reading";

export const functionType = "aws:lambda/function:Function";

/** A function in a container image brings its own runtime and cannot be signed. */
export function isImage(properties: Property): boolean {
  return properties.at("packageType").text === "Image" || properties.at("imageUri").state !== "absent";
}
