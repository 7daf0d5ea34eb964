import { parseTree } from "../../../preview/project/yaml-tree";

function message(text: string): string {
  try {
    parseTree(text, "f.yaml");
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
  return "no error";
}

const laughs = [
  "a: &a [x,x,x,x,x,x,x,x,x]",
  ..."bcdefg".split("").map((name, index) => {
    const alias = `*${"abcdef"[index]}`;
    return `${name}: &${name} [${Array(9).fill(alias).join(",")}]`;
  }),
].join("\n");

test.each([
  ["a: 1\nb: 2\na: 3\n", 'UserError: f.yaml:3: the key "a" is already set on line 1; keep one of the two'],
  ["x:\n  a: {b: 1, b: 2}\n", 'UserError: f.yaml:2: the key "b" is already set on line 2; keep one of the two'],
  ["a:\n\tb: 1\n", "UserError: f.yaml:2: is not valid YAML: tabs are not allowed as indentation"],
  ['a: "x\n', 'UserError: f.yaml:2: is not valid YAML: missing closing "quote'],
  ["a: b: c\n", "UserError: f.yaml:1: is not valid YAML: nested mappings are not allowed in compact mappings"],
  ["a: *nope\n", "UserError: f.yaml:1: the alias *nope has no anchor"],
  ["a: &x [*x]\n", "UserError: f.yaml:1: the alias *x contains itself"],
  ["? [a]\n: 1\n", "UserError: f.yaml:1: a list or an object cannot be a key"],
  ["a: !!int x\n", 'UserError: f.yaml:1: "x" does not fit its tag !!int'],
  ["a: {<<: 5}\n", "UserError: f.yaml:1: the merge key << takes an object or a list of objects"],
  [`${laughs}\n`, "UserError: f.yaml: has more than 100000 values once its aliases are expanded"],
  [`a: ${"[".repeat(200)}${"]".repeat(200)}\n`, "UserError: f.yaml:1: is nested more than 100 levels deep"],
])("hostile or broken YAML is one clear line (case %#)", (text, expected) => {
  expect(message(text)).toBe(expected);
});

test("several faults of one file are reported together", () => {
  expect(message("a: 1\na: 2\nb: 1\nb: 2\n").split("\n")).toEqual([
    'UserError: f.yaml:2: the key "a" is already set on line 1; keep one of the two',
    'f.yaml:4: the key "b" is already set on line 3; keep one of the two',
  ]);
});

test("only the first document counts, as in Pulumi", () => {
  const tree = parseTree("---\na: 1\n---\nb: 2\n", "f.yaml");
  expect(tree?.kind === "map" && [...tree.entries.keys()]).toEqual(["a"]);
});

test("a key called __proto__ is a key", () => {
  const tree = parseTree("__proto__: 1\n", "f.yaml");
  expect(tree?.kind === "map" && [...tree.entries.keys()]).toEqual(["__proto__"]);
});

test("a file of opening brackets and a file of megabytes are refused in a second or two", () => {
  expect(message("[".repeat(20_000))).toBe("UserError: f.yaml:1: is nested too deeply");
  expect(message(`a: ${"x".repeat(4 * 1024 * 1024)}`)).toBe("UserError: f.yaml: is larger than 4 MiB");
});
