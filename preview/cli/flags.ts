/** When the run ends with exit code 2. */
export const FAIL_ON = ["advisory", "mandatory", "never"] as const;
export type FailOn = (typeof FAIL_ON)[number];

/** What `causeway preview` was asked to do. */
export interface PreviewFlags {
  stacks: string[];
  all: boolean;
  cwd: string;
  policyPacks: string[];
  policyPackConfigs: string[];
  /** A file, or "-" for stdout. */
  json?: string;
  failOn: FailOn;
  expectNoChanges: boolean;
  config: Map<string, string>;
  timeoutSeconds: number;
  quiet: boolean;
  verbose: boolean;
}

/** One row of the command line: what is parsed and what `--help` prints come from here. */
export interface FlagRow {
  name: string;
  short?: string;
  /** The placeholder of the value; a flag without one is a switch. */
  value?: string;
  repeatable?: boolean;
  help: string;
}

export const FLAGS: readonly FlagRow[] = [
  {
    name: "stack",
    short: "s",
    value: "NAME",
    repeatable: true,
    help: "Preview this stack; a comma separates several. Default: every stack that has a file",
  },
  { name: "all", help: "Preview every stack that has a file" },
  {
    name: "cwd",
    short: "C",
    value: "DIR",
    help: "Look for Pulumi.yaml from here upwards. Default: the current folder",
  },
  {
    name: "config",
    short: "c",
    value: "KEY=VALUE",
    repeatable: true,
    help: "Set config for this run only; nothing is saved. KEY is name or namespace:name",
  },
  { name: "policy-pack", value: "DIR", repeatable: true, help: "Judge the plan with the policy pack in this folder" },
  {
    name: "policy-pack-config",
    value: "FILE",
    repeatable: true,
    help: "Settings of the pack at the same position. Default: STACK.json in the pack's folder",
  },
  {
    name: "fail-on",
    value: "LEVEL",
    help: "Exit with 2 at a policy violation of this level: advisory, mandatory or never. Default: mandatory",
  },
  { name: "expect-no-changes", help: "Exit with 3 when a stack has any resource: offline, each is a create" },
  { name: "json", value: "FILE", help: "Write the plan as JSON; - writes it to stdout in place of the report" },
  { name: "timeout", value: "SECONDS", help: "Stop a program that runs longer than this. Default: 300" },
  { name: "quiet", short: "q", help: "Print verdicts, violations and errors only, and no progress" },
  { name: "verbose", short: "v", help: "Print every resource, debug messages and stack traces" },
  { name: "help", short: "h", help: "Print this" },
  { name: "version", help: "Print the version" },
];
