// The arrows of the house: functions ← components ← programs and docs; policy and preview stand alone. An import that goes
// another way fails here, whatever it would save.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(__dirname, "..");

/** What each part may import from the others. Everything may import packages. */
const allowed: Record<string, readonly string[]> = {
  functions: [],
  components: ["functions"],
  programs: ["components"],
  docs: ["components"],
  policy: ["components/aws", "preview/transpile"],
  preview: [],
};

function sources(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|cjs|mjs)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));
}

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(root, file), "utf8");
  return [...text.matchAll(/(?:from|import|require)\s*\(?\s*["']([^"']+)["']/g)].map((match) => match[1] ?? "");
}

/** Imports that leave the part, as paths from the root. */
function foreignImports(part: string): { file: string; target: string }[] {
  return sources(part).flatMap((file) =>
    importsOf(file)
      .filter((specifier) => specifier.startsWith("."))
      .map((specifier) => path.join(path.dirname(file), specifier))
      .filter((target) => !target.startsWith(`${part}${path.sep}`))
      .map((target) => ({ file, target })),
  );
}

const parts = Object.keys(allowed).filter((part) => readdirSync(root).includes(part));

describe("the arrows between the parts", () => {
  test.each(parts)("%s imports nothing but what it may", (part) => {
    const wrong = foreignImports(part).filter(
      ({ target }) => !(allowed[part] ?? []).some((other) => target === other || target.startsWith(`${other}/`)),
    );
    expect(wrong).toEqual([]);
  });

  test("the tables of components/aws that the policy pack may use do not load Pulumi", () => {
    const wrong = sources("components/aws").filter((file) =>
      importsOf(file).some((name) => name.startsWith("@pulumi/")),
    );
    const usedByPolicy = new Set(foreignImports("policy").map(({ target }) => `${target}.ts`));
    expect(wrong.filter((file) => usedByPolicy.has(file))).toEqual([]);
  });

  test("the policy pack never loads the AWS SDK of Pulumi at run time", () => {
    const wrong = sources("policy").filter(
      (file) => !file.startsWith("policy/generate/") && importsOf(file).some((name) => name.startsWith("@pulumi/aws")),
    );
    expect(wrong).toEqual([]);
  });

  test("the SDK's private modules are reached through one file of the preview", () => {
    const wrong = sources("preview").filter((file) =>
      readFileSync(path.join(root, file), "utf8")
        .split("\n")
        .some(
          (line) =>
            /["']@pulumi\/pulumi\/(runtime|proto)/.test(line) &&
            !line.includes("import type") &&
            !line.includes("typeof import") &&
            !line.trim().startsWith("} from"),
        ),
    );
    // Packs have a copy of their own, which is configured in the protocol's words.
    expect(wrong).toEqual(["preview/policy/configure-pack.ts"]);
  });
});

describe("what the repository says", () => {
  test("no file names a registry host", () => {
    const hosts = ["npmjs", "pypi", "crates", "maven"].map(
      (name) => new RegExp(`https?://[\\w.-]*${name}[\\w.-]*\\.(org|io|com)`, "i"),
    );
    const wrong = [...parts, "bin"]
      .flatMap((part) => sources(part))
      .filter((file) => hosts.some((host) => host.test(readFileSync(path.join(root, file), "utf8"))));
    expect(wrong).toEqual([]);
  });

  test("the lockfile records no download addresses", () => {
    const lock = readFileSync(path.join(root, "package-lock.json"), "utf8");
    expect(lock).not.toContain('"resolved"');
  });
});
