import path from "node:path";
import { UserError } from "../../../../preview/project/user-error";
import { removeTemporaryFolders } from "../../project/temporary-project";
import {
  errorsOf,
  inputsOf,
  messagesOf,
  prelude,
  previewFiles,
  previewFolder,
  previewProgram,
  stepNamed,
  writeProject,
} from "../preview-program";

afterAll(removeTemporaryFolders);

const failedWith = (what: string) =>
  expect.stringMatching(new RegExp(`^Running program '.*' failed with an unhandled exception:\n${what}$`));

describe("ways to end", () => {
  test("process.exit and process.exitCode fail with their code; exit 0 midway is a promise that never settled", async () => {
    const [three, later, zero] = await Promise.all([
      previewProgram('thing("a", {}).urn.apply(() => setTimeout(() => process.exit(3)));'),
      previewProgram('thing("a", {}); process.exitCode = 4;'),
      previewProgram('thing("a", {}); process.exit(0);'),
    ]);
    expect(errorsOf(three)).toEqual(["an unhandled error occurred: Program exited with non-zero exit code: 3"]);
    expect(three.steps).toHaveLength(2);
    expect(errorsOf(later)).toEqual(["an unhandled error occurred: Program exited with non-zero exit code: 4"]);
    expect(errorsOf(zero)).toEqual([
      expect.stringMatching(/^The Pulumi runtime detected that \d+ promises were still/),
    ]);
    expect([three.result, later.result, zero.result]).toEqual(["failed", "failed", "failed"]);
  });

  test("two resources that wait for each other fail with a message, not with a hang", async () => {
    const program = `
      let resolve;
      const later = new Promise((done) => { resolve = done; });
      const first = thing("first", { of: later });
      const second = thing("second", { of: first.urn });
      second.urn.apply((urn) => resolve(urn));`;
    const [plan, verbose] = await Promise.all([previewProgram(program), previewProgram(program, { verbose: true })]);
    expect([plan.result, verbose.result]).toEqual(["failed", "failed"]);
    const message =
      /^The Pulumi runtime detected that \d+ promises were still active at the time that the process exited\. Two resources may depend on each other, or a promise of the Pulumi SDK is not awaited/;
    expect(plan.diagnostics).toEqual([
      {
        severity: "error",
        message: expect.stringMatching(new RegExp(`${message.source}; --verbose tells where each was made\\.$`)),
      },
    ]);
    expect(verbose.diagnostics).toEqual([
      { severity: "error", message: expect.stringMatching(new RegExp(`${message.source}:\n`)) },
    ]);
    expect(verbose.diagnostics[0]?.message).toMatch(
      /^ {2}resource:second\[testpkg:index:Thing\] at thing \(.*index\.js:3:\d+\)$/m,
    );
  });

  test("whatever a program rejects with is reported, once each", async () => {
    const plan = await previewProgram(`
      const twice = new Error("twice");
      Promise.reject(twice); Promise.reject(twice);
      Promise.reject(undefined); Promise.reject(null); Promise.reject("text"); Promise.reject(10n);
      Promise.reject(Symbol("s")); Promise.reject(Object.freeze({ code: 1 }));
      Promise.reject({ get __pulumiRunError() { throw new Error("trap"); }, get message() { throw new Error("trap"); } });
      Promise.reject(new Proxy({}, { get() { throw new Error("trap"); }, getPrototypeOf() { throw new Error("trap"); } }));
      Promise.reject(Object.assign(new Error("odd"), { stack: 5 }));
      Promise.reject({ __pulumiRunError: true, message: 5 });
      Promise.reject(new pulumi.RunError("said plainly"));`);
    const unshown = expect.stringMatching(
      /^Running program '.*' failed with an unhandled exception that cannot be shown$/,
    );
    expect(errorsOf(plan)).toEqual([
      failedWith("Error: twice"),
      failedWith("undefined"),
      failedWith("null"),
      failedWith("text"),
      failedWith("10n"),
      failedWith("Symbol\\(s\\)"),
      failedWith("{ code: 1 }"),
      unshown,
      unshown,
      failedWith("\\[(5|Error: odd\\n\\s+5)\\]"), // Newer versions of Node.js show the message, too.
      "5",
      "said plainly",
    ]);
  });

  test("an error about a resource that itself failed is not lost", async () => {
    const plan = await previewProgram(`
      const failing = thing("failing", { a: Promise.reject(new Error("never comes")) });
      throw new pulumi.ResourceError("about the thing", failing, true);`);
    expect(errorsOf(plan)).toEqual([
      "about the thing",
      failedWith('<ref \\*1> Error: error serializing property "a": never comes'),
    ]);
  });

  test("a frozen error of an output stays the error that it is", async () => {
    const plan = await previewProgram(
      'const e = Object.freeze(new Error("frozen")); pulumi.output(Promise.reject(e)).apply((x) => x);',
    );
    expect(plan.result).toBe("failed");
    expect(errorsOf(plan)).toContainEqual(failedWith("Error: frozen"));
  });
});

describe("what a program may do to its process", () => {
  test("a program that changes folder, environment, console and JSON is previewed all the same", async () => {
    const plan = await previewFiles({
      "Pulumi.dev.yaml": "config:\n  p:k: from config\n",
      "index.js": `${prelude}
        process.chdir("/");
        const value = new pulumi.Config().require("k");
        for (const name of Object.keys(process.env)) delete process.env[name];
        console.log = () => {}; console.error = () => { throw new Error("console"); };
        JSON.stringify = () => "{}"; JSON.parse = () => ({});
        process.exit = () => {}; process.on = () => process;
        thing("a", { value, file: new pulumi.asset.FileAsset("Pulumi.yaml") });
        exports.connected = String(typeof process.send);`,
    });
    expect(errorsOf(plan)).toEqual([]);
    expect(plan.result).toBe("succeeded");
    expect(plan.outputs).toEqual({ connected: "undefined" });
    expect(inputsOf(plan, "a").value).toBe("from config");
  });

  test("a program that takes away every listener gets an error instead of a plan", async () => {
    const plan = await previewProgram('process.removeAllListeners(); thing("a", {});');
    expect(plan.result).toBe("failed");
    expect(errorsOf(plan)).toEqual(["the program's process ended with exit code 0 before its plan was written"]);
  });

  test("inputs that are no JSON neither hang nor hide the rest", async () => {
    const [odd, circular] = await Promise.all([
      previewProgram(`thing("a", { big: 10n, nan: NaN, call: () => 1, symbol: Symbol("x"), date: new Date(0), undef: undefined,
        lone: "\\ud800", zero: -0, nothing: null });`),
      previewProgram('const circle = {}; circle.of = circle; thing("a", { circle });'),
    ]);
    expect(odd.result).toBe("succeeded");
    expect(inputsOf(odd, "a")).toMatchObject({ big: {}, symbol: {}, date: {}, lone: "\ud800", zero: 0 });
    expect(Object.keys(inputsOf(odd, "a"))).not.toContain("undef");
    expect(circular.result).toBe("failed");
    expect(errorsOf(circular)[0]).toMatch(/error serializing property "circle": Maximum call stack size exceeded/);
  });

  test("what a program prints is kept and bounded; secrets of its config are hidden wherever it says them", async () => {
    const dir = writeProject({
      "Pulumi.dev.yaml": "config:\n  p:password: correct horse\n  p:open: battery\n",
      "index.js": `${prelude}
        const config = new pulumi.Config();
        config.requireSecret("password").apply((password) => {
          console.log("printed", password, config.require("open"));
          console.error(JSON.stringify({ password }));
          pulumi.log.warn("logged " + password);
          throw new Error("thrown " + password);
        });
        for (let i = 0; i < 1200; i++) console.log("line " + i);
        thing("a", { password: config.requireSecret("password") });`,
    });
    const write = jest.spyOn(process.stdout, "write");
    const plan = await previewFolder(dir, {}, ["p:password"]);
    expect(write).not.toHaveBeenCalled();
    write.mockRestore();
    expect(JSON.stringify(plan)).not.toContain("correct horse");
    expect(plan.config).toEqual({ "p:open": "battery", "p:password": "[secret]" });
    expect(messagesOf(plan.diagnostics, "warning")).toEqual(["logged [secret]"]);
    expect(messagesOf(plan.diagnostics, "info#err")).toEqual(['{"password":"[secret]"}']);
    expect(errorsOf(plan)).toEqual([failedWith("Error: thrown \\[secret\\]")]);
    const printed = messagesOf(plan.diagnostics, "info");
    expect(printed).toHaveLength(1001);
    expect(printed[0]).toBe("line 0");
    expect(printed.at(-1)).toBe("201 more lines of output");
  });
});

describe("where the program is and how it is written", () => {
  test("TypeScript and JavaScript modules with top-level await, in a folder with spaces and accents", async () => {
    const parent = writeProject({
      "a fólder (ü)/Pulumi.yaml": "name: p\nruntime: nodejs\n",
      "a fólder (ü)/package.json": '{ "type": "module" }',
      "a fólder (ü)/index.ts": `import * as pulumi from "@pulumi/pulumi";
import type { Settings } from "./settings.js";
import { settings } from "./settings.js";
import { Thing } from "./nested/thing.mjs";

const { name }: Settings = await Promise.resolve(settings);
const made = new Thing(name);
export const urn = made.urn;
export const isTypeScript: boolean = true;
pulumi.log.info(new Error("here").stack!.split("\\n")[1]!);
`,
      "a fólder (ü)/settings.ts":
        'export interface Settings { name: string }\nexport const settings: Settings = { name: "made" };\n',
      "a fólder (ü)/nested/thing.mts": `import * as pulumi from "@pulumi/pulumi";
export class Thing extends pulumi.ComponentResource {
  constructor(name: string) {
    super("my:index:Thing", name);
    this.registerOutputs();
  }
}
`,
    });
    const dir = path.join(parent, "a fólder (ü)");
    const [typescript, javascript, both] = await Promise.all([
      previewFolder(dir),
      previewFiles({
        "package.json": '{ "type": "module", "exports": { ".": "./lib/main.js" } }',
        "lib/main.js":
          'import * as pulumi from "@pulumi/pulumi";\nclass C extends pulumi.ComponentResource {}\nconst c = new C("my:index:C", await Promise.resolve("c"));\nexport default async () => ({ urn: c.urn });\n',
      }),
      previewFiles({
        "package.json": '{ "type": "module" }',
        "index.mjs": "export default {};\nexport const other = 1;\n",
      }),
    ]);
    expect(errorsOf(typescript)).toEqual([]);
    expect(typescript.outputs).toEqual({ urn: "urn:pulumi:dev::p::my:index:Thing::made", isTypeScript: true });
    expect(stepNamed(typescript, "made").newState.sourcePosition).toBe("project:///index.ts#7,14");
    expect(messagesOf(typescript.diagnostics, "info")).toEqual([expect.stringMatching(/index\.ts:10:17\)?$/)]);
    expect(javascript.outputs).toEqual({ urn: "urn:pulumi:dev::p::my:index:C::c" });
    expect(stepNamed(javascript, "c").newState.sourcePosition).toBe("project:///lib/main.js#3,11");
    expect(errorsOf(both)).toEqual([
      failedWith("Error: expected entrypoint module to have either a default export or named exports but not both"),
    ]);
  });

  test("a module that imports what is not there says so", async () => {
    const dir = writeProject({ "package.json": '{ "type": "module" }', "index.ts": 'import "./absent.js";\n' });
    const plan = await previewFolder(dir);
    expect(errorsOf(plan)).toEqual([
      `${path.join(dir, "index.ts")}: "${path.join(dir, "absent.js")}" does not exist; correct the path`,
    ]);
  });

  test("main as a file, as a folder, as a folder with its own package.json", async () => {
    const yaml = (main: string) => `name: p\nruntime: nodejs\nmain: ${main}\n`;
    const code = `${prelude} exports.ran = require("node:path").basename(__filename); exports.cwd = require("node:path").basename(process.cwd());`;
    const [file, folder, packaged] = await Promise.all([
      previewFiles({ "Pulumi.yaml": yaml("src/deploy.js"), "src/deploy.js": code }),
      previewFiles({ "Pulumi.yaml": yaml("./src/"), "src/index.js": code }),
      previewFiles({
        "Pulumi.yaml": yaml("src"),
        "src/package.json": '{ "main": "lib/main.js" }',
        "src/lib/main.js": code,
      }),
    ]);
    expect(file.outputs).toEqual({ ran: "deploy.js", cwd: "src" });
    expect(folder.outputs).toEqual({ ran: "index.js", cwd: "src" });
    expect(packaged.outputs).toEqual({ ran: "main.js", cwd: "src" });
  });

  test("nodeargs reach the process, quotes and all; a broken quote is a clear error before anything runs", async () => {
    const yaml = (flags: string) => `name: p\nruntime:\n  name: nodejs\n  options:\n    nodeargs: ${flags}\n`;
    const plan = await previewFiles({
      "Pulumi.yaml": yaml(`'--stack-trace-limit=3 --title="a title"'`),
      "index.js":
        "exports.title = process.title; exports.limit = Error.stackTraceLimit; exports.argv = process.argv.length;",
    });
    expect(plan.outputs).toEqual({ title: "a title", limit: 3, argv: 2 });
    const broken = writeProject({ "Pulumi.yaml": yaml(`'--title="a'`), "index.js": "" });
    await expect(previewFolder(broken)).rejects.toThrow(UserError);
    await expect(previewFolder(broken)).rejects.toThrow(
      `${path.join(broken, "Pulumi.yaml")}: "nodeargs" has a quote that is not closed; got "--title=\\"a"`,
    );
  });
});
