import { loadProject } from "../../../preview/project/project";
import { type ConfigOverrides, loadStackConfig } from "../../../preview/project/stack-config";
import { removeTemporaryFolders, temporaryFolder } from "./temporary-project";

afterAll(removeTemporaryFolders);

const PROJECT = "name: proj\nruntime: nodejs\n";

function load(stackYaml: string, projectYaml = PROJECT, overrides?: ConfigOverrides) {
  const dir = temporaryFolder({ "Pulumi.yaml": projectYaml, "Pulumi.dev.yaml": stackYaml });
  return loadStackConfig(loadProject(dir), "dev", overrides);
}

/** The problems of the file without the folder in front. */
function problems(stackYaml: string, projectYaml?: string, overrides?: ConfigOverrides): string[] {
  try {
    load(stackYaml, projectYaml, overrides);
  } catch (error) {
    return String(error instanceof Error ? error.message : error)
      .split("\n")
      .map((line) => line.replace(/\S*\/causeway-test-\w+\//g, ""));
  }
  return [];
}

// Each value is what the real CLI 3.260 gave a program for the same file.
test("objects and lists become the JSON that Go writes: sorted keys, escaped HTML, whole floats without a point", () => {
  const config = load(`config:
  proj:obj: {z: x, a: 1, b: {c: true, d: 1.50, e: null, f: 2024-01-02, g: 1e3}}
  proj:list: [1, two, 3.0, false, null, 2024-01-02]
  proj:html: {h: "<a&b>", u: é}
  proj:plainHtml: "<a&b>"
  proj:emptyList: []
  proj:emptyObject: {}
  proj:numbers: [9007199254740993, 18446744073709551615, 1e21, 1e-7, 123456789012345680000]
  proj:keys: {"10": b, "9": a, 5: x, true: y, null: z, 1.5: w, é: 1}
`);
  expect(config.values).toEqual({
    "proj:obj": '{"a":1,"b":{"c":true,"d":1.5,"e":null,"f":"2024-01-02 00:00:00 +0000 UTC","g":1000},"z":"x"}',
    "proj:list": '[1,"two",3,false,null,"2024-01-02 00:00:00 +0000 UTC"]',
    "proj:html": '{"h":"\\u003ca\\u0026b\\u003e","u":"é"}',
    "proj:plainHtml": "<a&b>",
    "proj:emptyList": "[]",
    "proj:emptyObject": "{}",
    "proj:numbers": "[9007199254740993,18446744073709552000,1e+21,1e-7,123456789012345680000]",
    "proj:keys": '{"1.5":"w","10":"b","5":"x","9":"a","\\u003cnil\\u003e":"z","true":"y","é":1}',
  });
});

test("multi-line text, tags, anchors, merge keys and a byte-order mark with CRLF are read as go-yaml reads them", () => {
  const config = load(
    [
      "\uFEFFshared: &shared [1, 2]",
      "config:",
      "  proj:block: |",
      "    line1",
      "    line2",
      "  proj:folded: >-",
      "    a",
      "    b",
      "  proj:tagged: !!str 123",
      "  proj:binary: !!binary aGVsbG8=",
      "  proj:custom: !foo bar",
      "  proj:alias: *shared",
      "  proj:merged: {<<: {a: 1, b: 1}, b: 2}",
      "",
    ].join("\r\n"),
  );
  expect(config.values).toEqual({
    "proj:block": "line1\nline2\n",
    "proj:folded": "a b",
    "proj:tagged": "123",
    "proj:binary": "hello",
    "proj:custom": "bar",
    "proj:alias": "[1,2]",
    "proj:merged": '{"a":1,"b":2}',
  });
  expect(config.lines["proj:folded"]).toBe(6);
});

test("a key without a namespace and the old three-part form belong to the same place as in the CLI", () => {
  expect(load("config:\n  plain: 1\n  proj:config:old: 2\n  aws:region: eu-west-1\n").values).toEqual({
    "proj:plain": "1",
    "proj:old": "2",
    "aws:region": "eu-west-1",
  });
});

test("a key with no value is the empty string and a warning", () => {
  const config = load("config:\n  proj:a:\n  proj:b: ~\n");
  expect(config.values).toEqual({ "proj:a": "", "proj:b": "" });
  expect(config.warnings).toEqual([
    'no value for config proj:a, proj:b: Pulumi reads that as the empty string; write "" to say so',
  ]);
});

test("encrypted values are placeholders, secret and listed as unreadable, at any depth", () => {
  const config = load(`encryptionsalt: v1:abc
config:
  proj:token: {secure: v1:one}
  proj:nested: {a: 1, s: {secure: v1:two}, l: [{secure: v1:three}]}
  proj:looksLike: {secure: v1:x, other: 1}
  proj:notText: {secure: 5}
`);
  expect(config.values).toEqual({
    "proj:token": "[secret]",
    "proj:nested": '{"a":1,"l":["[secret]"],"s":"[secret]"}',
    "proj:looksLike": '{"other":1,"secure":"v1:x"}',
    "proj:notText": '{"secure":5}',
  });
  expect(config.secretKeys).toEqual(["proj:token", "proj:nested"]);
  expect(config.unreadable).toEqual(["proj:token", "proj:nested"]);
  expect(config.notChecked).toEqual([
    { what: "encrypted config values", detail: "a placeholder stands for each", items: ["proj:token", "proj:nested"] },
  ]);
  expect(JSON.stringify(config)).not.toContain("v1:one");
});

test("the placeholder of an encrypted value fits its declared type, so that the program can read it", () => {
  const project = `${PROJECT}config:
  count: {type: integer, secret: true}
  on: {type: boolean}
  list: {type: array, items: {type: string}}
  object: {type: object}
  text: {type: string}
`;
  const keys = ["count", "on", "list", "object", "text"].map((key) => `  proj:${key}: {secure: v1:x}\n`).join("");
  expect(load(`config:\n${keys}`, project).values).toEqual({
    "proj:count": "0",
    "proj:on": "false",
    "proj:list": "[]",
    "proj:object": "{}",
    "proj:text": "[secret]",
  });
});

test("Pulumi.yaml fills in what the stack does not set: defaults, shorthands and values of other namespaces", () => {
  const project = `${PROJECT}config:
  a: 1
  text: hello
  on: true
  list: [1, two]
  aws:region: eu-west-1
  proj:named: five
  typed: {type: integer, default: 5}
  object: {type: object, default: {b: {c: 2}, a: 1}}
  valued: {value: {q: 1}}
  float: {default: 1.5}
  aws:defaultTags: {value: {tags: {a: b}}}
`;
  expect(load("config:\n  proj:a: 7\n", project).values).toEqual({
    "aws:defaultTags": '{"tags":{"a":"b"}}',
    "aws:region": "eu-west-1",
    "proj:a": "7",
    "proj:float": "1.5",
    "proj:list": '[1,"two"]',
    "proj:named": "five",
    "proj:object": '{"a":1,"b":{"c":2}}',
    "proj:on": "true",
    "proj:text": "hello",
    "proj:typed": "5",
    "proj:valued": '{"q":1}',
  });
});

test("values of a declared type are compared by their text, as the CLI does", () => {
  const project = `${PROJECT}config: {n: {type: integer}, b: {type: boolean}, s: {type: string}}\n`;
  expect(load('config:\n  proj:n: "15"\n  proj:b: "true"\n  proj:s: 5\n', project).values).toEqual({
    "proj:n": "15",
    "proj:b": "true",
    "proj:s": "5",
  });
});

test("every value of the wrong type, every missing and every unencrypted one is reported at once with its line", () => {
  const project = `${PROJECT}config:
  n: {type: integer}
  half: {type: integer}
  b: {type: boolean}
  s: {type: string}
  l: {type: array, items: {type: integer}}
  o: {type: object}
  missing: {type: string}
  hidden: {type: string, secret: true}
`;
  const stack = `config:
  proj:n: hello
  proj:half: 1.5
  proj:b: yes
  proj:s: [1]
  proj:l: [1, x]
  proj:o: text
  proj:hidden: open
`;
  expect(problems(stack, project)).toEqual([
    'Pulumi.dev.yaml:2: "proj:n" must be of type integer; got "hello"',
    'Pulumi.dev.yaml:3: "proj:half" must be of type integer; got "1.5"',
    'Pulumi.dev.yaml:4: "proj:b" must be of type boolean; got "yes"',
    'Pulumi.dev.yaml:5: "proj:s" must be of type string; got a list',
    'Pulumi.dev.yaml:6: "proj:l" must be of type array<integer>; got a list',
    'Pulumi.dev.yaml:7: "proj:o" must be of type object; got "text"',
    'Pulumi.dev.yaml: stack "dev" does not set "proj:missing"; set it there, or give it a default (Pulumi.yaml, line 10)',
    'Pulumi.dev.yaml:8: "proj:hidden" is declared secret and must be encrypted; run `pulumi config set --secret proj:hidden`',
  ]);
});

test("overrides win over the file, are plain text and are checked like it", () => {
  const project = `${PROJECT}config: {n: {type: integer}}\n`;
  const stack = "config:\n  proj:n: 1\n  aws:region: eu-west-1\n";
  const overrides = new Map([
    ["n", "2"],
    ["aws:region", "eu-north-1"],
    ["extra", '{"a":1}'],
  ]);
  expect(load(stack, project, overrides).values).toEqual({
    "proj:n": "2",
    "aws:region": "eu-north-1",
    "proj:extra": '{"a":1}',
  });
  expect(problems(stack, project, new Map([["n", "x"]]))).toEqual([
    'Pulumi.dev.yaml:2: "proj:n" must be of type integer; got "x"',
  ]);
  expect(problems(stack, project, new Map([["a:b:c", "x"]]))).toEqual([
    '--config: "a:b:c" is not a config key; use `namespace:name=value`',
  ]);
});

test.each([
  [
    "config:\n  a:b:c: 1\n  1: x\n  proj:n: .inf\n",
    [
      'Pulumi.dev.yaml:2: "a:b:c" is not a config key; use `namespace:name`',
      'Pulumi.dev.yaml:3: "1" is not a config key; use `namespace:name`',
      'Pulumi.dev.yaml:4: the value of "proj:n" cannot be used: infinity and NaN are not config values',
    ],
  ],
  [
    "config:\n  proj:x: 1\n  proj:config:x: 2\n",
    ['Pulumi.dev.yaml:3: "proj:x" is already set on line 2; keep one of the two'],
  ],
  ["config: [1]\n", ['Pulumi.dev.yaml:1: "config" must be an object of `namespace:name: value`']],
  ["hello\n", ["Pulumi.dev.yaml:1: must be an object with `config:`"]],
])("a stack file that is not one is refused: %j", (yaml, expected) => {
  expect(problems(yaml)).toEqual(expected);
});

test.each([
  ["", "an empty file"],
  ["config:\n", "an empty config"],
  ["# nothing\n", "comments only"],
])("%j (%s) is a stack without config", (yaml) => {
  expect(load(yaml).values).toEqual({});
});

test("imported ESC environments are named as not readable", () => {
  expect(load("environment:\n  - team/base\n  - team/prod\n").notChecked).toEqual([
    { what: "Pulumi ESC environments", detail: "their config is missing", items: ["team/base", "team/prod"] },
  ]);
  expect(load("environment:\n  imports: [base]\n  values: {a: 1}\n").notChecked[0]?.items).toEqual([
    "base",
    "inline definition",
  ]);
});
