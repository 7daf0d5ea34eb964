// What a run of the real CLI yields, still in the engine's own words.

/** A resource's state as `pulumi preview --json` prints it, or as an engine event carries it. */
export interface EngineState {
  urn: string;
  type: string;
  custom?: boolean;
  [field: string]: unknown;
}

export interface EngineStep {
  op: string;
  urn: string;
  provider?: string;
  newState?: EngineState;
}

export interface EngineDiagnostic {
  urn?: string;
  prefix?: string;
  message: string;
  severity: string;
}

export interface PolicyEvent {
  resourceUrn?: string;
  message: string;
  policyName: string;
  policyPackName: string;
  policyPackVersion: string;
  enforcementLevel: string;
  severity?: string;
}

export interface RealResult {
  exitCode: number;
  /** The digest's steps. It leaves out the default providers, which are in `providers`. */
  steps: EngineStep[];
  /** What the engine does, in the order in which it begins: a replacement is several operations. From the events. */
  operations: EngineStep[];
  /** Every provider resource of the run with the engine's inputs for it, default ones included. */
  providers: EngineState[];
  /** Resolved aliases by URN, from the engine's trace; the digest drops an alias that matched no earlier state. */
  aliases: Record<string, string[]>;
  /** URNs with `deleteBeforeReplace`, from the update plan: the digest does not print that option. */
  deleteBeforeReplace: string[];
  outputs: Record<string, unknown>;
  diagnostics: EngineDiagnostic[];
  policyEvents: PolicyEvent[];
  stdout: string;
  stderr: string;
  seconds: number;
}
