// Modules that were kept run as Node.js runs modules by itself.

import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import path from "node:path";
import { removeTemporaryFolders } from "../project/temporary-project";
import { installStarter } from "./installed-hook";

afterAll(removeTemporaryFolders);

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
    const tool = installStarter(files);
    const plain = () =>
      spawnSync(process.execPath, ["--require", tool.hook, path.join(tool.dir, main)], {
        encoding: "utf8",
        env: { ...process.env, CAUSEWAY_TRANSPILE_CACHE: "0" },
      });
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
