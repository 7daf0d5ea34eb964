// The border between the tool and the child process that runs a program once: a job goes in, a result comes out, both as
// JSON files, because a program may end its process at any moment and owns its standard streams.

import type {
  Diagnostic,
  NotChecked,
  Phase,
  PolicyPackInfo,
  PolicyViolation,
  PropertyMap,
  Step,
  UndecidedCheck,
} from "../../plan/plan";
import type { InvokeAnswer } from "../../project/invoke-answers";

export interface PassJob {
  phase: Phase;
  organization: string;
  project: string;
  stack: string;
  /** Directory of Pulumi.yaml. */
  root: string;
  /** Working directory of the program: the folder of `main`, or the root. */
  programDirectory: string;
  /** What to run, relative to the working directory; `.` leaves the choice to package.json and `index`. */
  entryPoint: string;
  config: Record<string, string>;
  secretKeys: string[];
  /** Those whose values are placeholders, because they are encrypted. */
  unreadableKeys: string[];
  policyPacks: PolicyPackJob[];
  /** Outputs of other stacks, by qualified name, for StackReferences. */
  stackOutputs: Record<string, PropertyMap>;
  /** Answers to provider functions, before those of the tables. */
  invokeAnswers: InvokeAnswer[];
  /** Keep the SDK's own promise tracking, which tells where a promise was made that never settles. */
  verbose: boolean;
  resultFile: string;
}

export interface PolicyPackJob {
  dir: string;
  /** Level or level and parameters by policy name, as in a `--policy-pack-config` file. */
  config: Record<string, unknown>;
}

export interface PassResult {
  /** False where the program failed: an error diagnostic says why. */
  succeeded: boolean;
  steps: Step[];
  outputs: PropertyMap;
  diagnostics: Diagnostic[];
  packs: PolicyPackInfo[];
  violations: PolicyViolation[];
  undecided: UndecidedCheck[];
  evaluated: number;
  /** URNs of remote components. */
  notExpanded: string[];
  unresolvedStacks: string[];
  notChecked: NotChecked[];
}

/** The result of a pass of which nothing is known but why it failed. */
export function failedPass(...messages: string[]): PassResult {
  return {
    succeeded: false,
    steps: [],
    outputs: {},
    diagnostics: messages.map((message) => ({ severity: "error", message })),
    packs: [],
    violations: [],
    undecided: [],
    evaluated: 0,
    notExpanded: [],
    unresolvedStacks: [],
    notChecked: [],
  };
}

/** What the child tells while it runs, over the IPC channel. */
export interface PassProgress {
  resources: number;
  /** The answer to `askWhatHolds`: what keeps the program from its end. */
  holding?: string[];
}

/** What the parent asks over the IPC channel of a program whose time is up. */
export const askWhatHolds = "what holds you?";
