// The pack's name and version as reports show them. The SDK reads the version from package.json as well.

import manifest from "./package.json";

export const packName = "causeway";
export const packVersion: string = manifest.version;
