import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The version of a package's SDK in a program's `node_modules`: what the language host tells the engine to take for
 * resources that ask for no version.
 */
export function installedVersions(programDirectory: string): (packageName: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (packageName) => {
    if (!known.has(packageName)) known.set(packageName, read(programDirectory, packageName));
    return known.get(packageName);
  };
}

function read(programDirectory: string, packageName: string): string | undefined {
  const file = join(programDirectory, "node_modules", "@pulumi", packageName, "package.json");
  if (!existsSync(file)) return undefined;
  const manifest: { version?: string; pulumi?: { resource?: boolean; version?: string } } = JSON.parse(
    readFileSync(file, "utf8"),
  );
  if (manifest.pulumi?.resource !== true) return undefined;
  return (manifest.pulumi.version ?? manifest.version)?.replace(/^v/, "");
}
