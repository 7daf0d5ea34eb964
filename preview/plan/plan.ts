// The offline preview's plan: what one stack would deploy and what was found out about it. The JSON report is this value,
// so every name here is public. State fields carry the names the Pulumi engine gives them in `pulumi preview --json`.

/** A property value as JSON. Unknown values are Pulumi's sentinel strings; secrets, assets and resource references are signature objects. */
export type PropertyValue = null | boolean | number | string | PropertyValue[] | { [key: string]: PropertyValue };

export type PropertyMap = Record<string, PropertyValue>;

/** Which of the two runs of the program something was seen in: computed values unknown, or known stand-ins. */
export type Phase = "preview" | "deployed";

export interface CustomTimeouts {
  create?: number;
  update?: number;
  delete?: number;
}

/** A resource as the engine would record it. Empty and default fields are absent, as in the engine's own JSON. */
export interface ResourceState {
  urn: string;
  type: string;
  custom: boolean;
  id?: string;
  parent?: string;
  inputs: PropertyMap;
  outputs?: PropertyMap;
  protect?: boolean;
  external?: boolean;
  dependencies?: string[];
  propertyDependencies?: Record<string, string[]>;
  provider?: string;
  aliases?: string[];
  ignoreChanges?: string[];
  deleteBeforeReplace?: boolean;
  replaceOnChanges?: string[];
  retainOnDelete?: boolean;
  deletedWith?: string;
  replaceWith?: string[];
  hideDiff?: string[];
  replacementTrigger?: PropertyValue;
  importID?: string;
  resourceHooks?: Record<string, string[]>;
  customTimeouts?: CustomTimeouts;
  additionalSecretOutputs?: string[];
  sourcePosition?: string;
}

/** `create` for everything the program registers, `read` for `.get()` and StackReference: there is no earlier state offline. */
export type StepOp = "create" | "read" | "import";

export interface Step {
  op: StepOp;
  urn: string;
  provider?: string;
  newState: ResourceState;
}

/** `info#err` is what the program wrote to standard error, by the engine's name for it; standard output is `info`. */
export type DiagnosticSeverity = "debug" | "info" | "info#err" | "warning" | "error";

export interface Diagnostic {
  urn?: string;
  message: string;
  severity: DiagnosticSeverity;
  /** Where in the program an error was thrown, as `project:///index.ts#12,3`. */
  sourcePosition?: string;
}

export type EnforcementLevel = "advisory" | "mandatory" | "remediate" | "disabled";

export interface PolicyViolation {
  phase: Phase;
  policyName: string;
  packName: string;
  packVersion: string;
  enforcementLevel: EnforcementLevel;
  severity?: "low" | "medium" | "high" | "critical";
  resourceUrn: string;
  message: string;
  description?: string;
  property?: string;
  url?: string;
  remediationSteps?: string;
}

/** A check that met an unknown value and so neither passed nor failed. */
export interface UndecidedCheck {
  phase: Phase;
  policyName: string;
  packName: string;
  resourceUrn: string;
  property: string;
}

/** What would be a violation, had the pack not been told to let it pass for a while. */
export interface WaivedViolation extends PolicyViolation {
  reason: string;
  owner: string;
  ticket?: string;
  /** The last day on which the waiver holds. */
  expires: string;
}

export interface PolicyPackInfo {
  name: string;
  version: string;
  dir: string;
  policies: number;
  /** Policies that are not disabled. */
  enabled: number;
}

export interface PolicyReport {
  packs: PolicyPackInfo[];
  violations: PolicyViolation[];
  undecided: UndecidedCheck[];
  waived: WaivedViolation[];
  /** Resources handed to the packs, both phases together. */
  evaluated: number;
}

/** Something the offline preview could not know or look into. One line each in every report. */
export interface NotChecked {
  what: string;
  detail?: string;
  /** The resources, tokens or config keys concerned, where there are any. */
  items?: string[];
}

/** What one stack would deploy. `--json` prints it. */
export interface StackPlan {
  schemaVersion: 1;
  mode: "offline";
  organization: string;
  project: string;
  stack: string;
  result: "succeeded" | "failed";
  /** Config as the program sees it; secrets are masked. */
  config: Record<string, string>;
  /** In the order the program registered them. */
  steps: Step[];
  outputs: PropertyMap;
  /** The outputs with stand-ins for what is computed: what a StackReference to this stack reads. */
  deployedOutputs: PropertyMap;
  diagnostics: Diagnostic[];
  changeSummary: Partial<Record<StepOp, number>>;
  policy: PolicyReport;
  /** Stacks that a StackReference asked for and that were not part of the run: their outputs are unknown. */
  unresolvedStacks: string[];
  /** Resources that only the deployed pass has: they are created inside an `apply`, so `pulumi preview` cannot show them. */
  createdInApply: { urn: string; type: string }[];
  /** Remote components, whose children only their own provider knows: each is one resource here. */
  notExpanded?: { urn: string; type: string }[];
  notChecked: NotChecked[];
}
