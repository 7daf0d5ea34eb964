// What is kept between starts: module-file.cjs, compiled-modules.cjs. Each start here is a process of its own.

import { type SpawnSyncReturns, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import Module from "node:module";
import path from "node:path";
import { removeTemporaryFolders, temporaryFolder } from "../project/temporary-project";

afterAll(removeTemporaryFolders);

const repository = path.join(__dirname, "..", "..", "..");

/** What changed within two seconds is not kept: this makes now a minute later, for the processes. */
const LATER = "const now = Date.now; Date.now = () => now() + 60_000;";

/** Node.js 22 and newer keep JavaScript themselves. */
const keepsJavaScript = !("enableCompileCache" in Module);

interface Tool {
  dir: string;
  hooks: string[];
  kept: string;
  transpiled: string;
  start(file: string, args?: string[], flags?: string[]): SpawnSyncReturns<string>;
}

/** A copy of the hook beside the files, with a cache of its own. */
function install(files: Record<string, string>): Tool {
  const dir = temporaryFolder({ ...files, "later.cjs": LATER, "node_modules/.keep": "" });
  cpSync(path.join(repository, "preview", "transpile"), path.join(dir, "preview", "transpile"), { recursive: true });
  symlinkSync(path.join(repository, "node_modules", "@swc"), path.join(dir, "node_modules", "@swc"));
  const cache = path.join(dir, "node_modules", ".cache", "causeway");
  const hooks = [
    "--require",
    path.join(dir, "later.cjs"),
    "--require",
    path.join(dir, "preview/transpile/register.cjs"),
  ];
  return {
    dir,
    hooks,
    kept: path.join(cache, "modules"),
    transpiled: path.join(cache, "transpile"),
    start: (file, args = [], flags = []) =>
      spawnSync(process.execPath, [...hooks, ...flags, path.resolve(dir, file), ...args], { encoding: "utf8" }),
  };
}

function onlyFileIn(folder: string): string {
  const names = readdirSync(folder);
  expect(names).toHaveLength(1);
  return path.join(folder, names[0] ?? "");
}

const SUM = {
  "main.ts": 'import { two } from "./parts/two";\nconsole.log(1 + two());',
  "parts/two.ts": "export function two(): number {\n  return 2;\n}",
};

test("the second start reads no source and transpiles nothing", () => {
  const { kept, transpiled, start } = install(SUM);
  expect(start("main.ts").stdout).toBe("3\n");
  const file = onlyFileIn(kept);
  const { mtimeMs } = statSync(file);
  rmSync(transpiled, { recursive: true });
  expect(start("main.ts")).toMatchObject({ status: 0, stdout: "3\n", stderr: "" });
  expect(readdirSync(transpiled)).toEqual([]);
  // Nor is anything kept anew.
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});

test("each way to start has a file of its own, and each version of Node.js and its flags", () => {
  const { kept, start } = install({ ...SUM, "other.ts": 'import { two } from "./parts/two";\nconsole.log(two());' });
  expect(start("main.ts").stdout).toBe("3\n");
  expect(start("other.ts").stdout).toBe("2\n");
  expect(readdirSync(kept)).toHaveLength(2);
  expect(start("other.ts", [], ["--stack-trace-limit=20"]).stdout).toBe("2\n");
  expect(readdirSync(kept)).toHaveLength(3);
});

describe("what changed is made anew", () => {
  test("a source of the same size, whose time of writing was set back", () => {
    const { dir, start } = install(SUM);
    const source = path.join(dir, "parts/two.ts");
    utimesSync(source, 1, 1);
    expect(start("main.ts").stdout).toBe("3\n");
    writeFileSync(source, SUM["parts/two.ts"].replace("2", "7"));
    utimesSync(source, 1, 1);
    expect(start("main.ts").stdout).toBe("8\n");
    expect(start("main.ts").stdout).toBe("8\n");
  });

  test("a file that Node.js finds before the one of an earlier start", () => {
    const { dir, start } = install({
      "main.ts": 'import { v } from "./v";\nconsole.log(v);',
      "v/index.ts": "export const v = 1;",
    });
    expect(start("main.ts").stdout).toBe("1\n");
    writeFileSync(path.join(dir, "v.ts"), "export const v = 2;");
    expect(start("main.ts").stdout).toBe("2\n");
    writeFileSync(path.join(dir, "v.js"), "exports.v = 3;");
    expect(start("main.ts").stdout).toBe("3\n");
    rmSync(path.join(dir, "v.js"));
    rmSync(path.join(dir, "v.ts"));
    expect(start("main.ts").stdout).toBe("1\n");
  });

  test("a file that is gone is missed as it was before", () => {
    const { dir, start } = install(SUM);
    start("main.ts");
    rmSync(path.join(dir, "parts/two.ts"));
    expect(start("main.ts").stderr).toContain("Cannot find module './parts/two'");
  });

  test("what was written just now is not kept: a second change could look like the first", () => {
    const { dir, kept, start } = install(SUM);
    writeFileSync(path.join(dir, "later.cjs"), "");
    expect(start("main.ts").stdout).toBe("3\n");
    expect(existsSync(kept) ? readdirSync(kept) : []).toEqual([]);
  });
});

test("modules of a later start are added, and those that changed meanwhile are dropped", () => {
  const { dir, kept, start } = install({
    "main.ts": "console.log(require(process.argv[2] as string).text);",
    "a.ts": 'export const text: string = "first";',
    "b.ts": 'export const text: string = "second";',
  });
  expect(start("main.ts", ["./a"]).stdout).toBe("first\n");
  expect(start("main.ts", ["./b"]).stdout).toBe("second\n");
  expect(readFileSync(onlyFileIn(kept), "latin1")).toMatch(/"first".*"second"/s);
  writeFileSync(path.join(dir, "a.ts"), 'export const text: string = "changed";');
  writeFileSync(path.join(dir, "b.ts"), 'export const text: string = "newer";');
  expect(start("main.ts", ["./b"]).stdout).toBe("newer\n");
  const text = readFileSync(onlyFileIn(kept), "latin1");
  expect(text).toContain('"newer"');
  expect(text).not.toMatch(/"first"|"second"|"changed"/);
  expect(start("main.ts", ["./a"]).stdout).toBe("changed\n");
});

test.each([
  ["cut short", (file: string) => truncateSync(file, statSync(file).size - 10)],
  ["empty", (file: string) => writeFileSync(file, "")],
  ["of something else", (file: string) => writeFileSync(file, "no modules ".repeat(1000))],
])("a file that is %s is no error, and is replaced", (_, damage) => {
  const { kept, start } = install(SUM);
  start("main.ts");
  const file = onlyFileIn(kept);
  const { size } = statSync(file);
  damage(file);
  expect(start("main.ts")).toMatchObject({ status: 0, stdout: "3\n", stderr: "" });
  expect(Math.abs(statSync(file).size - size)).toBeLessThan(size / 2);
  expect(start("main.ts").stdout).toBe("3\n");
});

test("a process that is killed has kept what it loaded before it fell quiet", async () => {
  const { dir, hooks, kept } = install({ "main.ts": 'console.log("up" as string);\nsetInterval(() => {}, 1000);' });
  const child = spawn(process.execPath, [...hooks, path.join(dir, "main.ts")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    const until = Date.now() + 20_000;
    while ((!existsSync(kept) || !readdirSync(kept).some((name) => !name.endsWith(".tmp"))) && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  } finally {
    child.kill("SIGKILL");
  }
  expect(readFileSync(onlyFileIn(kept), "latin1")).toContain('console.log("up")');
});

describe("modules run as Node.js runs them", () => {
  const MODULE = `console.log(JSON.stringify({
  main: require.main === module,
  cached: require.cache[__filename] === module,
  resolved: require.resolve("./other"),
  paths: require.resolve.paths("./other"),
  extensions: require.extensions[".ts"] !== undefined,
  name: [__filename, __dirname],
  same: this === module.exports && exports === module.exports,
  loaded: module.loaded,
  children: module.children.length,
  parent: require("./other").parent,
}));
`;
  const OTHER = "exports.parent = module.parent.filename;\nfunction* unused() {}\n";

  /** The same files beside a hook that keeps nothing. */
  function compare(files: Record<string, string>, main: string): [kept: string[], plain: string[]] {
    const tool = install(files);
    const plain = () =>
      spawnSync(
        process.execPath,
        ["--require", path.join(tool.dir, "preview/transpile/register.cjs"), path.join(tool.dir, main)],
        {
          encoding: "utf8",
          env: { ...process.env, CAUSEWAY_TRANSPILE_CACHE: "0" },
        },
      );
    const isOurs = (line: string) => /^ +at .*(node:internal|node:vm|preview.transpile)/.test(line);
    const all = ({ status, stdout, stderr }: SpawnSyncReturns<string>) =>
      `${status}\n${stdout}\n${stderr}`.split("\n").filter((line) => !isOurs(line));
    tool.start(main);
    return [all(tool.start(main)), all(plain())];
  }

  /** One after the other in one process; a folder each, whose first file is run, and awaited where it exports `done`. */
  const harmless: Record<string, Record<string, string>> = {
    "a module": { "a.js": MODULE, "other.js": OTHER },
    TypeScript: { "a.ts": MODULE, "other.ts": OTHER },
    "a first line for the shell": { "a.js": "#!/usr/bin/env node\nconsole.log(1);" },
    "an error in the first line, with its column": {
      "a.js":
        "const f = () => { throw new Error('first'); }; try { f(); } catch (e) { console.log(e.stack.split('\\n')[1]); }",
    },
    "import() of a module beside it": {
      "a.js": 'exports.done = import("./other.mjs").then(({ v }) => console.log(v));',
      "other.mjs": "export const v = 5;",
    },
    "import() that is made of text": {
      "a.js":
        'exports.done = new Function("u", "return import(u)")("node:os").then((os) => console.log(typeof os.cpus));',
    },
    "import() in TypeScript": {
      "a.ts": 'export const done = import("./other").then(({ v }) => console.log(v as number));',
      "other.ts": "export const v = 6;",
    },
    "a package of ECMAScript modules": {
      "a.js": 'try { console.log(require("esm").v); } catch (e) { console.log(e.code); }',
      "node_modules/esm/package.json": '{"type":"module","main":"i.js"}',
      "node_modules/esm/i.js": "export const v = 7;",
    },
    "a package in CommonJS": {
      "a.js": 'console.log(require("cjs").v);',
      "node_modules/cjs/package.json": '{"main":"i"}',
      "node_modules/cjs/i.js": 'exports.v = require("./lib").v;',
      "node_modules/cjs/lib/index.js": "exports.v = __filename;",
    },
    "text beyond ASCII": { "a.ts": 'const ü: string = "€ 5, 日本, 🦆";\nconsole.log(ü.length, ü);' },
    "a function's own text": { "a.ts": "function f(a: number) {\n  // why\n  return a;\n}\nconsole.log(String(f));" },
    "a comment at the end": { "a.js": "console.log(1); // done" },
    "a cycle": {
      "a.ts": 'import { b } from "./b";\nexport const a = 1;\nconsole.log(b());',
      "b.ts": 'import { a } from "./a";\nexport const b = () => a;',
    },
    "a module that fails, and runs when it is asked for again": {
      "a.js": 'const ask = () => { try { require("./b"); } catch (e) { console.log(e.message); } };\nask();\nask();',
      "b.js": 'globalThis.times = (globalThis.times ?? 0) + 1;\nthrow new Error("failed " + globalThis.times);',
    },
  };

  test("what they print", () => {
    const folders = Object.entries(harmless).map(([name, files], index) => ({ name, files, folder: `case${index}` }));
    const paths = folders.flatMap(({ files, folder }) =>
      Object.entries(files).map(([file, text]): [string, string] => [`${folder}/${file}`, text]),
    );
    const runs = folders.map(({ name, files, folder }) => [name, `./${folder}/${Object.keys(files)[0]}`]);
    const main = `(async () => {
  for (const [name, file] of ${JSON.stringify(runs)}) {
    console.log("== " + name);
    await require(file).done;
  }
})();`;
    const [kept, plain] = compare({ ...Object.fromEntries(paths), "main.cjs": main }, "main.cjs");
    expect(kept).toEqual(plain);
    expect(plain.filter((line) => line.startsWith("=="))).toHaveLength(folders.length);
    // Each has printed something.
    expect(plain.join("\n")).not.toMatch(/== .*\n(==|$)/);
  });

  test.each([
    ["the main module", "main.js", MODULE],
    ["an error nobody catches", "main.js", "\n\nnull.nothing;"],
    [
      "an error nobody catches, in TypeScript",
      "main.ts",
      "interface A {}\n\nconst a: { b?: { c: A } } = {};\nconsole.log(a.b!.c);",
    ],
    ["a syntax error", "main.js", "console.log(1);\nconst = 2;"],
  ])("%s", (_, main, text) => {
    const [kept, plain] = compare({ [main]: text, "other.js": OTHER }, main);
    expect(kept).toEqual(plain);
    expect(plain.join("\n")).toMatch(/"main":true|Error/);
  });
});

test(keepsJavaScript ? "JavaScript is kept too" : "JavaScript is left to Node.js, which keeps it", () => {
  const { kept, start } = install({ "main.js": 'console.log("plain");' });
  expect(start("main.js").stdout).toBe("plain\n");
  expect(existsSync(kept) && readdirSync(kept).length > 0).toBe(keepsJavaScript);
});

test("programs outside of the package are not kept", () => {
  const { kept, start } = install(SUM);
  const elsewhere = temporaryFolder({ "main.ts": "console.log(4 as number);" });
  expect(start(path.join(elsewhere, "main.ts")).stdout).toBe("4\n");
  expect(existsSync(kept) ? readdirSync(kept) : []).toEqual([]);
});
