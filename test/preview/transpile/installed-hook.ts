// The hook that loads TypeScript, in a folder of its own, so that its caches are its own too.

import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { cpSync, symlinkSync } from "node:fs";
import path from "node:path";
import { temporaryFolder } from "../project/temporary-project";

const repository = path.join(__dirname, "..", "..", "..");

export interface InstalledHook {
  dir: string;
  hook: string;
  /** Where transpiled sources are kept. */
  cache: string;
  /** Where compiled modules are kept. */
  kept: string;
}

export function installHook(files: Record<string, string>): InstalledHook {
  const dir = temporaryFolder({ ...files, "node_modules/.keep": "" });
  symlinkSync(path.join(repository, "node_modules", "@swc"), path.join(dir, "node_modules", "@swc"));
  cpSync(path.join(repository, "preview", "transpile"), path.join(dir, "preview", "transpile"), { recursive: true });
  const caches = path.join(dir, "node_modules", ".cache", "causeway");
  return {
    dir,
    hook: path.join(dir, "preview", "transpile", "register.cjs"),
    cache: path.join(caches, "transpile"),
    kept: path.join(caches, "modules"),
  };
}

export interface Starter extends InstalledHook {
  hooks: string[];
  start(file: string, args?: string[], flags?: string[]): SpawnSyncReturns<string>;
}

/** What changed within two seconds is not kept: this makes now a minute later, for the processes. */
export const LATER = "const now = Date.now; Date.now = () => now() + 60_000;";

/** A hook that keeps what the files are compiled to at the first start. */
export function installStarter(files: Record<string, string>): Starter {
  const installed = installHook({ ...files, "later.cjs": LATER });
  const { dir, hook } = installed;
  const hooks = ["--require", path.join(dir, "later.cjs"), "--require", hook];
  return {
    ...installed,
    hooks,
    start: (file, args = [], flags = []) =>
      spawnSync(process.execPath, [...hooks, ...flags, path.resolve(dir, file), ...args], { encoding: "utf8" }),
  };
}
