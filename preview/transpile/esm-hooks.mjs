// Lets Node.js `import` TypeScript in programs with `"type": "module"`, without type-checking it. Registered by the child
// process of a pass; it runs in the loader's own thread. CommonJS programs need none of this: register.cjs serves them.

import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const { transpile } = createRequire(import.meta.url)("./transpile.cjs");

/** What TypeScript's `nodenext` resolution takes an import of the JavaScript extension for. */
const sources = { ".js": [".ts", ".tsx"], ".mjs": [".mts"], ".cjs": [".cts"] };

/** An import of `./x.js` means `./x.ts` where only that exists: TypeScript wants the name that the compiled file would have. */
export async function resolve(specifier, context, nextResolve) {
  try {
    return await nextResolve(specifier, context);
  } catch (error) {
    const [, stem, extension] = /^(.*)(\.[cm]?js)$/s.exec(specifier) ?? [];
    const isRelative = /^(\.{0,2}\/|file:)/.test(specifier);
    if (error?.code !== "ERR_MODULE_NOT_FOUND" || stem === undefined || !isRelative) throw error;
    for (const source of sources[extension]) {
      const url = new URL(stem + source, context.parentURL);
      if (existsSync(url)) return nextResolve(url.href, context);
    }
    throw error;
  }
}

export async function load(url, context, nextLoad) {
  const [, extension] = /(\.[cm]?tsx?)$/.exec(new URL(url).pathname) ?? [];
  if (!url.startsWith("file:") || extension === undefined || url.includes("/node_modules/")) {
    return nextLoad(url, context);
  }
  const filename = fileURLToPath(url);
  // CommonJS goes on through `require`, where register.cjs takes it up.
  if (extension === ".cts" || (extension !== ".mts" && !isModuleScope(dirname(filename)))) {
    return { format: "commonjs", shortCircuit: true };
  }
  const { code } = transpile(readFileSync(filename, "utf8"), filename, "es6");
  return { format: "module", source: code, shortCircuit: true };
}

/** @type {Map<string, boolean>} */
const scopes = new Map();

/** Whether the nearest package.json says `"type": "module"`. */
function isModuleScope(directory) {
  const known = scopes.get(directory);
  if (known !== undefined) return known;
  const manifest = join(directory, "package.json");
  const parent = dirname(directory);
  const isModule = existsSync(manifest)
    ? JSON.parse(readFileSync(manifest, "utf8")).type === "module"
    : parent !== directory && isModuleScope(parent);
  scopes.set(directory, isModule);
  return isModule;
}
