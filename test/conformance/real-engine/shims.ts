// `pulumi-resource-<package>` executables for a folder on PATH: each starts the simulated provider for one package.

import { writeFileSync } from "node:fs";
import path from "node:path";

const repository = path.resolve(__dirname, "../../..");

/** Every package that a program under test may name. The engine asks for the executable when a first resource or invoke needs it. */
const PACKAGES = ["aws", "awsx", "eks", "kubernetes", "random", "docker", "docker-build", "testpkg", "components"];

function shellQuoted(value: string): string {
  return `'${value.replaceAll("'", "'\\''")}'`;
}

export function writeProviderShims(dir: string): void {
  const hook = path.join(repository, "preview/transpile/register.cjs");
  const server = path.join(__dirname, "simulated-provider.ts");
  for (const name of PACKAGES) {
    const command = [process.execPath, "-r", hook, server, name].map(shellQuoted).join(" ");
    writeFileSync(path.join(dir, `pulumi-resource-${name}`), `#!/bin/sh\nexec ${command}\n`, { mode: 0o755 });
  }
}
