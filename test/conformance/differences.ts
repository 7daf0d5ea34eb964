// Where the offline preview knowingly says something else than the real engine, and why. Every entry must still be observed:
// a difference that is gone fails the test as much as a new one.

export interface ExplainedDifference {
  reason: string;
  /** Paths as `compare` reports them, in any order. */
  paths: string[];
}

const URN = "urn:pulumi:dev::conformance::";
const NO_ANSWER =
  "Only the provider can answer this call. Offline its result is unknown, and the report lists it as not checked.";
const PROJECT_MESSAGE = "The same refusal, but the offline preview names the file, the line and what to do.";
const LEAK_MESSAGE =
  "The engine says no more than the exit code; its advice about promises that never settled goes to the console. Offline that is the message.";

export const explainedDifferences: Record<string, ExplainedDifference[]> = {
  circular: [{ reason: LEAK_MESSAGE, paths: ["diagnostics/0/message"] }],
  "component-method": [{ reason: NO_ANSWER, paths: ["diagnostics", "outputs/size"] }],
  "config-schema-mismatch": [{ reason: PROJECT_MESSAGE, paths: ["diagnostics/0/message"] }],
  "config-schema-missing": [{ reason: PROJECT_MESSAGE, paths: ["diagnostics/0/message"] }],
  "get-computed": [
    {
      reason: "What reading an existing resource returns is known to its provider only; offline it is unknown.",
      paths: [`resources/${URN}testpkg:index:Thing::user/inputs/of`, "outputs/arn"],
    },
  ],
  "import-mismatch": [
    {
      reason: "Whether an imported resource differs from its inputs is known to its provider only.",
      paths: [`resources/${URN}testpkg:index:Thing::adopted (2)`],
    },
  ],
  "invoke-failure": [{ reason: NO_ANSWER, paths: ["result", "outputs/answer", "diagnostics"] }],
  "exit-zero": [
    {
      reason:
        "What is still under way when the program ends its process depends on the speed of calls to the engine; the engine fails the run for it.",
      paths: ["result", "diagnostics"],
    },
  ],
  "leaked-promise": [{ reason: LEAK_MESSAGE, paths: ["diagnostics/0/message"] }],
  "missing-module": [{ reason: PROJECT_MESSAGE, paths: ["diagnostics/0/message"] }],
  "syntax-error": [{ reason: PROJECT_MESSAGE, paths: ["diagnostics/0/message"] }],
  "missing-entry": [
    {
      reason:
        "The engine registers the stack and then prints advice to the console; offline the project is refused before anything runs.",
      paths: [`resources/${URN}pulumi:pulumi:Stack::conformance-dev`, "diagnostics"],
    },
  ],
  "odd-outputs": [
    { reason: "JSON has no NaN; the engine wraps its bits in an object of its own.", paths: ["outputs/nan"] },
  ],
  "remote-component-transforms": [
    {
      reason:
        "The engine runs the transforms of a remote component twice, for the program and again for its provider. Nobody asks for that.",
      paths: [`resources/${URN}my:index:Component$components:index:Remote::remote/inputs/steps`],
    },
  ],
  "stack-reference-missing": [
    {
      reason:
        "Offline the other project's stack cannot be looked up: its outputs are unknown, and the report lists it as not checked.",
      paths: ["result", "outputs/name", "diagnostics"],
    },
  ],
};

export function explainedPaths(caseName: string): string[] {
  return (explainedDifferences[caseName] ?? []).flatMap(({ paths }) => paths).sort();
}
