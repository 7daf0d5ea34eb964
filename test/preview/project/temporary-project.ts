import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const repository = path.join(__dirname, "..", "..", "..");
const created: string[] = [];

/** Writes files into a new folder. `linkDependencies` gives it this repository's node_modules, as `npm ci` would. */
export function temporaryFolder(files: Record<string, string>, linkDependencies = false): string {
  const dir = realpathSync(mkdtempSync(path.join(tmpdir(), "causeway-test-")));
  created.push(dir);
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(dir, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  if (linkDependencies) symlinkSync(path.join(repository, "node_modules"), path.join(dir, "node_modules"));
  return dir;
}

export function removeTemporaryFolders(): void {
  for (const dir of created.splice(0)) rmSync(dir, { recursive: true, force: true });
}
