import path from "node:path";
import { findEntry } from "../../../preview/project/entry";
import { loadProject } from "../../../preview/project/project";
import { chooseStacks, listStacks } from "../../../preview/project/stacks";
import { UserError } from "../../../preview/project/user-error";
import { removeTemporaryFolders, temporaryFolder } from "./temporary-project";

afterAll(removeTemporaryFolders);

const MINIMAL = { "Pulumi.yaml": "name: shop\nruntime: nodejs\n" };

function problemsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError)
      return error.message.split("\n").map((line) => line.replace(/\S*\/causeway-test-\w+\/?/g, "<dir>/"));
    throw error;
  }
  return [];
}

test("a project is found from a folder below it, in .yaml, .yml or .json", () => {
  for (const name of ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"]) {
    const dir = temporaryFolder({ [name]: '{"name": "shop", "runtime": "nodejs"}', "a/b/c.txt": "" });
    const project = loadProject(path.join(dir, "a", "b"));
    expect(project).toEqual({
      name: "shop",
      root: dir,
      file: path.join(dir, name),
      runtime: { name: "nodejs", options: {} },
      config: [],
      stackDir: dir,
    });
  }
});

test("main, runtime options and the folder of the stack files are read", () => {
  const dir = temporaryFolder({
    "Pulumi.yaml": `name: shop
runtime: {name: nodejs, options: {typescript: false, nodeargs: "--max-old-space-size=4096", packagemanager: npm}}
main: src/index.ts
stackConfigDir: stacks
config: {a: {type: integer}}
`,
    "stacks/Pulumi.dev.yaml": "",
    "stacks/Pulumi.prod.yaml": "",
    "stacks/Pulumi.other.yml": "",
    "Pulumi.stray.yaml": "",
  });
  const project = loadProject(dir);
  expect(project.main).toBe("src/index.ts");
  expect(project.runtime.options).toEqual({
    typescript: false,
    nodeargs: "--max-old-space-size=4096",
    packagemanager: "npm",
  });
  expect(listStacks(project)).toEqual(["dev", "prod"]);
});

test("the old `config: folder` means stackConfigDir", () => {
  const dir = temporaryFolder({
    "Pulumi.yaml": "name: shop\nruntime: nodejs\nconfig: stacks\n",
    "stacks/Pulumi.dev.yaml": "",
  });
  expect(listStacks(loadProject(dir))).toEqual(["dev"]);
});

test.each([
  ["", ["<dir>/Pulumi.yaml: is empty; it needs `name:` and `runtime: nodejs`"]],
  ["- a\n", ["<dir>/Pulumi.yaml: must be an object; it needs `name:` and `runtime: nodejs`"]],
  [
    "{}\n",
    [
      '<dir>/Pulumi.yaml: has no "name"; add `name: my-project`',
      '<dir>/Pulumi.yaml: has no "runtime"; add `runtime: nodejs`',
    ],
  ],
  [
    "name: 12\nruntime: go\n",
    [
      '<dir>/Pulumi.yaml:1: "name" must be text; put it in quotes',
      '<dir>/Pulumi.yaml:2: the runtime is "go"; the offline preview runs Node.js programs only; use `runtime: nodejs`',
    ],
  ],
  [
    "name: a b\nruntime: {nam: nodejs}\n",
    [
      '<dir>/Pulumi.yaml:1: "name" may only hold letters, digits, "-", "_" and "." (at most 100); got "a b"',
      '<dir>/Pulumi.yaml:2: "runtime" has no "name"',
    ],
  ],
  [
    "name: a\nruntime: {name: nodejs, options: {typescript: maybe, nodeargs: 5}}\n",
    [
      '<dir>/Pulumi.yaml:2: "runtime.options.typescript" must be true or false',
      '<dir>/Pulumi.yaml:2: "runtime.options.nodeargs" must be text; put it in quotes',
    ],
  ],
  ["name: a\nruntime: nodejs\nconfig: [1]\n", ['<dir>/Pulumi.yaml:3: "config" must be an object of config keys']],
])("a faulty Pulumi.yaml is explained: %j", (yaml, expected) => {
  const dir = temporaryFolder({ "Pulumi.yaml": yaml });
  expect(problemsOf(() => loadProject(dir))).toEqual(expected);
});

test("every faulty config declaration is reported with its line", () => {
  const dir = temporaryFolder({
    "Pulumi.yaml": `name: p
runtime: nodejs
config:
  a: {typ: integer}
  b: 1.5
  c:
  d: {type: array}
  e: {type: integer, default: x}
  f: {type: number}
  aws:region: {type: string, default: x}
  aws:other: {description: none}
  g: {type: string, default: a, value: b}
  h: {type: string, secret: maybe}
  x:y:z: 1
`,
  });
  expect(problemsOf(() => loadProject(dir))).toEqual([
    '<dir>/Pulumi.yaml:4: config key "a": "typ" is not one of type, description, items, default, value, secret',
    '<dir>/Pulumi.yaml:5: config key "b" must be a string, an integer, a boolean, a list, or an object with "type" or "default"',
    '<dir>/Pulumi.yaml:6: config key "c" must be a string, an integer, a boolean, a list, or an object with "type" or "default"',
    '<dir>/Pulumi.yaml:7: config key "d" is an array and must say of what: items: { type: string }',
    '<dir>/Pulumi.yaml:8: the default of config key "e" is not of type integer',
    '<dir>/Pulumi.yaml:9: the type of config key "f" must be one of string, integer, boolean, array, object',
    '<dir>/Pulumi.yaml:10: config key "aws:region" belongs to another namespace and cannot have a "type"',
    '<dir>/Pulumi.yaml:10: config key "aws:region" belongs to another namespace; use "value", not "default"',
    '<dir>/Pulumi.yaml:11: config key "aws:other" belongs to another namespace and needs a "value"',
    '<dir>/Pulumi.yaml:12: config key "g" has both "default" and "value"; keep one',
    '<dir>/Pulumi.yaml:13: "secret" of config key "h" must be true or false',
    '<dir>/Pulumi.yaml:14: config key "x:y:z" must be `name` or `namespace:name`',
  ]);
});

test("without a name every stack with a file is chosen; organization and project may be spelled out", () => {
  const project = loadProject(temporaryFolder({ ...MINIMAL, "Pulumi.prod.yaml": "", "Pulumi.dev.yaml": "" }));
  expect(chooseStacks(project, [])).toEqual([
    { organization: "organization", stack: "dev" },
    { organization: "organization", stack: "prod" },
  ]);
  expect(chooseStacks(project, ["acme/shop/prod", "acme/dev", "dev"])).toEqual([
    { organization: "acme", stack: "prod" },
    { organization: "organization", stack: "dev" },
  ]);
});

test("a stack needs no file while the project has none, and is a mistake beside others", () => {
  const bare = loadProject(temporaryFolder(MINIMAL));
  expect(chooseStacks(bare, ["new"])).toEqual([{ organization: "organization", stack: "new" }]);
  expect(problemsOf(() => chooseStacks(bare, []))).toEqual([
    "<dir>/: has no stack file (Pulumi.<stack>.yaml); name a stack with --stack NAME",
  ]);
  const project = loadProject(temporaryFolder({ ...MINIMAL, "Pulumi.prod.yaml": "", "Pulumi.dev.yaml": "" }));
  expect(problemsOf(() => chooseStacks(project, ["prd", "a b", "acme/other/dev"]))).toEqual([
    '<dir>/Pulumi.yaml: there is no stack "prd"; the stacks are dev, prod',
    '<dir>/Pulumi.yaml: "a b" is not a stack name; use letters, digits, "-", "_" and ".", or organization/project/stack',
    '<dir>/Pulumi.yaml: the stack "acme/other/dev" is of project "other"; this one is "shop"',
  ]);
});

test.each([
  ["an index file", {}, { "index.ts": "" }, ".", "index.ts"],
  [
    "main as a file, which is then the working directory's",
    { main: "src/run.ts" },
    { "src/run.ts": "" },
    "src",
    "src/run.ts",
  ],
  ["main as a folder", { main: "src" }, { "src/index.js": "" }, "src", "src/index.js"],
  ["main of package.json", {}, { "package.json": '{"main":"bin/x.js"}', "bin/x.js": "" }, ".", "bin/x.js"],
  [
    "exports of package.json before main",
    {},
    { "package.json": '{"main":"a.js","exports":{".":{"require":"./b.js"}}}', "a.js": "", "b.js": "" },
    ".",
    "b.js",
  ],
  [
    "the index file where main of package.json does not exist",
    {},
    { "package.json": '{"main":"gone.js"}', "index.js": "" },
    ".",
    "index.js",
  ],
  ["JavaScript before TypeScript, as Node.js tries them", {}, { "index.js": "", "index.ts": "" }, ".", "index.js"],
])("the program is found: %s", (_title, extra: { main?: string }, files: Record<string, string>, pwd, file) => {
  const dir = temporaryFolder(
    { "Pulumi.yaml": `name: p\nruntime: nodejs\n${extra.main ? `main: ${extra.main}\n` : ""}`, ...files },
    true,
  );
  expect(findEntry(loadProject(dir))).toEqual({
    pwd: path.join(dir, pwd),
    file: path.join(dir, file),
    isNamed: extra.main === file,
    isModule: false,
  });
});

test("an ES module package is told apart", () => {
  const dir = temporaryFolder({ ...MINIMAL, "package.json": '{"type":"module"}', "index.mjs": "" }, true);
  expect(findEntry(loadProject(dir))).toEqual({
    pwd: dir,
    file: path.join(dir, "index.mjs"),
    isNamed: false,
    isModule: true,
  });
});
