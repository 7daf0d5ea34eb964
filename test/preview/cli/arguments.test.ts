import manifest from "../../../package.json";
import { parseArguments } from "../../../preview/cli/arguments";
import { FLAGS } from "../../../preview/cli/flags";
import { helpText, versionText } from "../../../preview/cli/help";
import { UserError } from "../../../preview/project/user-error";

function problemsOf(args: string[]): string[] {
  try {
    parseArguments(args, "/here");
  } catch (error) {
    if (error instanceof UserError) return error.message.split("\n");
    throw error;
  }
  return [];
}

const DEFAULTS = {
  stacks: [],
  all: false,
  cwd: "/here",
  policyPacks: [],
  policyPackConfigs: [],
  failOn: "mandatory",
  expectNoChanges: false,
  config: new Map(),
  timeoutSeconds: 300,
  quiet: false,
  verbose: false,
};

test("no argument previews with the defaults, and so does the word preview", () => {
  expect(parseArguments([], "/here")).toEqual({ name: "preview", flags: DEFAULTS });
  expect(parseArguments(["preview"], "/here")).toEqual({ name: "preview", flags: DEFAULTS });
});

test("every flag is read, repeated, joined with = or shortened", () => {
  const args =
    "--stack dev,test -s prod --cwd d --policy-pack a --policy-pack=b --policy-pack-config x --json - --fail-on advisory --expect-no-changes --timeout 1.5 -q -v -c a=1 --config=aws:region=x=y";
  expect(parseArguments(args.split(" "), "/here")).toEqual({
    name: "preview",
    flags: {
      ...DEFAULTS,
      stacks: ["dev", "test", "prod"],
      cwd: "d",
      policyPacks: ["a", "b"],
      policyPackConfigs: ["x"],
      json: "-",
      failOn: "advisory",
      expectNoChanges: true,
      timeoutSeconds: 1.5,
      quiet: true,
      verbose: true,
      config: new Map([
        ["a", "1"],
        ["aws:region", "x=y"],
      ]),
    },
  });
});

test.each([["--help"], ["-h"], ["help"]])("%s asks for help", (arg) => {
  expect(parseArguments([arg], "/here")).toEqual({ name: "help" });
});

test("--version and version ask for the version, which is the package's", () => {
  expect(parseArguments(["--version"], "/here")).toEqual({ name: "version" });
  expect(parseArguments(["version"], "/here")).toEqual({ name: "version" });
  expect(versionText()).toBe(`${manifest.version}\n`);
});

test.each([
  [["--jsn", "x", "y"], ["there is no flag --jsn; did you mean --json?"]],
  [["--nonsense"], ["there is no flag --nonsense; see `causeway --help`"]],
  [["-x"], ["there is no flag -x; see `causeway --help`"]],
  [["prevew"], ['there is no command "prevew"; did you mean "preview"?']],
  [["deploy"], ['there is no command "deploy"; see `causeway --help`']],
  [["preview", "dev"], ['unexpected argument "dev"; a stack is named with --stack']],
  [["--stack", "--quiet"], ["--stack needs a value; write --stack NAME"]],
  [["--json"], ["--json needs a value; write --json FILE"]],
  [["--all=5"], ['--all takes no value; got "5"']],
  [["--json", "a", "--json", "b"], ["--json is given 2 times"]],
  [["--all", "--stack", "dev"], ["--all and --stack contradict each other; keep one"]],
  [["--stack", "dev,,prod"], ["--stack has an empty name"]],
  [
    ["--timeout", "0", "--fail-on", "x", "--config", "a"],
    [
      '--fail-on must be advisory, mandatory or never; got "x"',
      '--config must be KEY=VALUE; got "a"',
      '--timeout must be a number of seconds above 0; got "0"',
    ],
  ],
  [["--timeout", "1e9"], ['--timeout must be a number of seconds above 0; got "1e9"']],
  [["--timeout", "ten"], ['--timeout must be a number of seconds above 0; got "ten"']],
])("wrong arguments %j are explained", (args, expected) => {
  expect(problemsOf(args)).toEqual(expected);
});

test.each(["--markdown", "--html", "--sarif", "--junit", "--base"])("%s does not exist yet", (flag) => {
  expect(helpText()).not.toContain(flag);
  expect(problemsOf([flag, "x"])).toHaveLength(1);
});

test("--help names every flag once, in 100 columns", () => {
  const text = helpText();
  for (const { name } of FLAGS) expect(text.split(`--${name}`).length).toBeGreaterThan(1);
  for (const line of text.split("\n").slice(1)) expect(line.length).toBeLessThanOrEqual(100);
  expect(text).toMatchSnapshot();
});
