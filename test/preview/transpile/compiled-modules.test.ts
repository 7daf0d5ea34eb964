// What is kept between starts: module-file.cjs, compiled-modules.cjs. Each start here is a process of its own.

import { spawn } from "node:child_process";
import {
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import Module from "node:module";
import path from "node:path";
import { removeTemporaryFolders, temporaryFolder } from "../project/temporary-project";
import { installStarter } from "./installed-hook";

afterAll(removeTemporaryFolders);

/** Node.js 22 and newer keep JavaScript themselves. */
const keepsJavaScript = !("enableCompileCache" in Module);

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
  const { kept, cache, start } = installStarter(SUM);
  expect(start("main.ts").stdout).toBe("3\n");
  const file = onlyFileIn(kept);
  const { mtimeMs } = statSync(file);
  rmSync(cache, { recursive: true });
  expect(start("main.ts")).toMatchObject({ status: 0, stdout: "3\n", stderr: "" });
  expect(readdirSync(cache)).toEqual([]);
  // Nor is anything kept anew.
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
});

test("each way to start has a file of its own, and each version of Node.js and its flags", () => {
  const { kept, start } = installStarter({
    ...SUM,
    "other.ts": 'import { two } from "./parts/two";\nconsole.log(two());',
  });
  expect(start("main.ts").stdout).toBe("3\n");
  expect(start("other.ts").stdout).toBe("2\n");
  expect(readdirSync(kept)).toHaveLength(2);
  expect(start("other.ts", [], ["--stack-trace-limit=20"]).stdout).toBe("2\n");
  expect(readdirSync(kept)).toHaveLength(3);
});

describe("what changed is made anew", () => {
  test("a source of the same size, whose time of writing was set back", () => {
    const { dir, start } = installStarter(SUM);
    const source = path.join(dir, "parts/two.ts");
    utimesSync(source, 1, 1);
    expect(start("main.ts").stdout).toBe("3\n");
    writeFileSync(source, SUM["parts/two.ts"].replace("2", "7"));
    utimesSync(source, 1, 1);
    expect(start("main.ts").stdout).toBe("8\n");
    expect(start("main.ts").stdout).toBe("8\n");
  });

  test("a file that Node.js finds before the one of an earlier start", () => {
    const { dir, start } = installStarter({
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
    const { dir, start } = installStarter(SUM);
    start("main.ts");
    rmSync(path.join(dir, "parts/two.ts"));
    expect(start("main.ts").stderr).toContain("Cannot find module './parts/two'");
  });

  test("what was written just now is not kept: a second change could look like the first", () => {
    const { dir, kept, start } = installStarter(SUM);
    writeFileSync(path.join(dir, "later.cjs"), "");
    expect(start("main.ts").stdout).toBe("3\n");
    expect(existsSync(kept) ? readdirSync(kept) : []).toEqual([]);
  });
});

test("modules of a later start are added, and those that changed meanwhile are dropped", () => {
  const { dir, kept, start } = installStarter({
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
  const { kept, start } = installStarter(SUM);
  start("main.ts");
  const file = onlyFileIn(kept);
  const { size } = statSync(file);
  damage(file);
  expect(start("main.ts")).toMatchObject({ status: 0, stdout: "3\n", stderr: "" });
  expect(Math.abs(statSync(file).size - size)).toBeLessThan(size / 2);
  expect(start("main.ts").stdout).toBe("3\n");
});

test("a process that is killed has kept what it loaded before it fell quiet", async () => {
  const { dir, hooks, kept } = installStarter({
    "main.ts": 'console.log("up" as string);\nsetInterval(() => {}, 1000);',
  });
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

test(keepsJavaScript ? "JavaScript is kept too" : "JavaScript is left to Node.js, which keeps it", () => {
  const { kept, start } = installStarter({ "main.js": 'console.log("plain");' });
  expect(start("main.js").stdout).toBe("plain\n");
  expect(existsSync(kept) && readdirSync(kept).length > 0).toBe(keepsJavaScript);
});

test("programs outside of the package are not kept", () => {
  const { kept, start } = installStarter(SUM);
  const elsewhere = temporaryFolder({ "main.ts": "console.log(4 as number);" });
  expect(start(path.join(elsewhere, "main.ts")).stdout).toBe("4\n");
  expect(existsSync(kept) ? readdirSync(kept) : []).toEqual([]);
});
