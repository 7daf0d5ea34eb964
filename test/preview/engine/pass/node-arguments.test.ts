import { splitArguments } from "../../../../preview/engine/pass/node-arguments";
import { UserError } from "../../../../preview/project/user-error";

test.each<[string, string[]]>([
  ["", []],
  ["   ", []],
  ["--max-old-space-size=4096", ["--max-old-space-size=4096"]],
  ["  --a\t--b\n--c  ", ["--a", "--b", "--c"]],
  ['--title="a b" --import "./my loader.mjs"', ["--title=a b", "--import", "./my loader.mjs"]],
  ["--require './a \"b\".cjs'", ["--require", './a "b".cjs']],
  ['a\\ b \\"c\\\\', ["a b", '"c\\']],
  ['"a\\"b\\n" ""', ['a"b\\n', ""]],
  ["--x=''", ["--x="]],
])("%j are the words a shell would make of it", (text, words) => {
  expect(splitArguments(text, "/p/Pulumi.yaml")).toEqual(words);
});

test.each(['--title="a b', "it's", "ends with \\"])("%j is refused, because its quote is not closed", (text) => {
  const error = new UserError({
    file: "/p/Pulumi.yaml",
    message: `"nodeargs" has a quote that is not closed; got ${JSON.stringify(text)}`,
  });
  expect(() => splitArguments(text, "/p/Pulumi.yaml")).toThrow(error);
});
