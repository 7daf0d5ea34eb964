import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { removeTemporaryFolders } from "../project/temporary-project";
import { installHook } from "./installed-hook";

afterAll(removeTemporaryFolders);

function run(hook: string, file: string, flags: string[] = [], env: NodeJS.ProcessEnv = {}): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [...flags, "--require", hook, file], {
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
}

const THROWS = `interface Gone {
  n: number;
}


export function boom(x: Gone): never {
  throw new Error("boom " + x.n);
}
try {
  boom({ n: 1 });
} catch (error) {
  console.log((error as Error).stack?.split("\\n").slice(0, 3).join("|"));
}
`;

test("TypeScript runs, and stacks show its lines: compiled now, from the cache, without a cache and mapped by Node.js", () => {
  const { dir, hook, cache } = installHook({ "throws.ts": THROWS });
  const file = path.join(dir, "throws.ts");
  const expected = `Error: boom 1|    at boom (${file}:7:9)|    at Object.<anonymous> (${file}:10:3)\n`;
  expect(run(hook, file).stdout).toBe(expected);
  expect(readdirSync(cache)).toHaveLength(2);
  expect(run(hook, file).stdout).toBe(expected);
  expect(run(hook, file, [], { CAUSEWAY_TRANSPILE_CACHE: "0" }).stdout).toBe(expected);
  expect(run(hook, file, ["--enable-source-maps"]).stdout).toContain(`${file}:7:9`);
  expect(readdirSync(cache)).toHaveLength(2);
});

test("a changed file is compiled anew", () => {
  const { dir, hook, cache } = installHook({ "a.ts": "console.log(1 as number);" });
  expect(run(hook, path.join(dir, "a.ts")).stdout).toBe("1\n");
  writeFileSync(path.join(dir, "a.ts"), "console.log(2 as number);");
  expect(run(hook, path.join(dir, "a.ts")).stdout).toBe("2\n");
  expect(readdirSync(cache)).toHaveLength(4);
});

test("a syntax error is one line with file and line, and is not cached", () => {
  const { dir, hook, cache } = installHook({ "a.ts": "let a: number;\nconst = 1;" });
  const { status, stderr } = run(hook, path.join(dir, "a.ts"));
  expect(status).toBe(1);
  expect(stderr).toMatch(new RegExp(`^SyntaxError: ${dir}/a\\.ts:2: .+$`, "m"));
  expect(stderr).not.toContain("<unknown>");
  expect(readdirSync(cache)).toEqual([]);
});

test("a cache that cannot be written is no error", () => {
  const { dir, hook, cache } = installHook({ "a.ts": "console.log(1 as number);" });
  // A file where the folder should be: not even root can write into it.
  writeFileSync(path.join(dir, "node_modules", ".cache"), "");
  expect(run(hook, path.join(dir, "a.ts"))).toMatchObject({ status: 0, stdout: "1\n" });
  expect(() => readdirSync(cache)).toThrow("ENOTDIR");
});

test("TypeScript inside node_modules is left to Node.js", () => {
  const { dir, hook } = installHook({
    "a.ts": 'require("dep/index.ts");',
    "node_modules/dep/index.ts": "const x: number = 1;",
  });
  expect(run(hook, path.join(dir, "a.ts")).status).toBe(1);
});

test("processes side by side share a fresh cache and leave no temporary file", async () => {
  const modules = Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [`m${index}.ts`, `export const v: number = ${index};`]),
  );
  const main = `let sum = 0;\nfor (let i = 0; i < 20; i++) sum += require("./m" + i + ".ts").v;\nconsole.log(sum as number);`;
  const { dir, hook, cache } = installHook({ ...modules, "main.ts": main });
  const outputs = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, ["--require", hook, path.join(dir, "main.ts")]);
      let text = "";
      child.stdout.on("data", (part) => (text += part));
      await new Promise((resolve) => child.on("close", resolve));
      return text;
    }),
  );
  expect(outputs).toEqual(["190\n", "190\n", "190\n", "190\n"]);
  expect(readdirSync(cache).filter((name) => !/^[0-9a-f]{40}\.(js|map)$/.test(name))).toEqual([]);
  expect(readdirSync(cache)).toHaveLength(42);
});
