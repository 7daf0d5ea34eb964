import { parseArgs } from "node:util";

export const subjects = ["offline", "engine", "cdk", "repository", "policy", "front-doors", "services"] as const;
export type Subject = (typeof subjects)[number];

export interface BenchOptions {
  /** Resources of the generated programs; four make a group. */
  sizes: number[];
  /** Runs a command, of which the median is shown; undefined leaves it to the size. */
  runs: number | undefined;
  only: ReadonlySet<Subject>;
  timeoutSeconds: number;
}

export const usage = `npm run bench -- [options]

  --sizes 4,1200,8000   resources of the generated programs
  --runs N              runs of each command, the median counts (default: 3, and 1 from 4000 resources on)
  --cdk                 beside it \`cdk synth\`; installs aws-cdk-lib and aws-cdk into a temporary folder
  --only a,b            of ${subjects.join(", ")}
  --timeout SECONDS     for one run of one command (default: 300)
`;

/** @throws Error that says what is wrong with the arguments. */
export function parseOptions(args: readonly string[]): BenchOptions | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: "string", default: "4,1200,8000" },
      runs: { type: "string" },
      cdk: { type: "boolean", default: false },
      only: { type: "string" },
      timeout: { type: "string", default: "300" },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return "help";
  const chosen = values.only?.split(",") ?? subjects.filter((subject) => subject !== "cdk");
  const only = new Set(values.cdk ? [...chosen, "cdk"] : chosen);
  const known = subjects.filter((subject) => only.has(subject));
  if (known.length !== only.size) throw new Error(`--only takes ${subjects.join(", ")}; got "${values.only}"`);
  return {
    sizes: values.sizes.split(",").map((size) => positive("--sizes", size, 4)),
    runs: values.runs === undefined ? undefined : positive("--runs", values.runs, 1),
    only: new Set(known),
    timeoutSeconds: positive("--timeout", values.timeout, 1),
  };
}

function positive(flag: string, text: string, step: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value > 0 && value % step === 0) return value;
  throw new Error(`${flag} takes ${step === 1 ? "positive numbers" : `positive multiples of ${step}`}; got "${text}"`);
}
