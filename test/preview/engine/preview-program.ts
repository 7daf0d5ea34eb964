import type { PreviewStackOptions } from "../../../preview/engine/preview-stack";
import { previewStack } from "../../../preview/engine/preview-stack";
import type { Diagnostic, PropertyMap, StackPlan, Step } from "../../../preview/plan/plan";
import { loadProject } from "../../../preview/project/project";
import { loadStackConfig } from "../../../preview/project/stack-config";
import { temporaryFolder } from "../project/temporary-project";

/** Long enough for two processes on a busy machine; a test that waits for it has failed. */
const timeoutSeconds = 60;

/** First lines of most programs: the SDK, and a resource of a provider that nobody knows. */
export const prelude = `
const pulumi = require("@pulumi/pulumi");
const thing = (name, inputs, options) => new pulumi.CustomResource("testpkg:index:Thing", name, inputs, options);
`;

/** Writes a project of the name `p`. What `files` does not name is made up: Pulumi.yaml, and an empty package.json. */
export function writeProject(files: Record<string, string>): string {
  return temporaryFolder({ "Pulumi.yaml": "name: p\nruntime: nodejs\n", "package.json": "{}", ...files }, true);
}

/** The plan of stack `dev` of a project in `dir`; `secretKeys` are config keys of which somebody told the tool the secret. */
export function previewFolder(
  dir: string,
  options: Partial<PreviewStackOptions> = {},
  secretKeys: string[] = [],
): Promise<StackPlan> {
  const project = loadProject(dir);
  const config = loadStackConfig(project, "dev");
  config.secretKeys.push(...secretKeys);
  return previewStack(project, config, {
    policyPacks: [],
    timeoutSeconds,
    verbose: false,
    signal: new AbortController().signal,
    ...options,
  });
}

export function previewFiles(files: Record<string, string>, options?: Partial<PreviewStackOptions>) {
  return previewFolder(writeProject(files), options);
}

/** The plan of a JavaScript program that starts with the prelude. */
export function previewProgram(code: string, options?: Partial<PreviewStackOptions>): Promise<StackPlan> {
  return previewFiles({ "index.js": prelude + code }, options);
}

export function stepNamed(plan: StackPlan, name: string): Step {
  const step = plan.steps.find(({ urn }) => urn.endsWith(`::${name}`));
  if (step === undefined)
    throw new Error(`no step "${name}"; there are ${plan.steps.map(({ urn }) => urn).join(", ")}`);
  return step;
}

export function inputsOf(plan: StackPlan, name: string): PropertyMap {
  return stepNamed(plan, name).newState.inputs;
}

/** What is wrong, without stacks: the text up to the first frame. */
export function errorsOf({ diagnostics }: Pick<StackPlan, "diagnostics">): string[] {
  return messagesOf(diagnostics, "error");
}

export function messagesOf(diagnostics: readonly Diagnostic[], severity: Diagnostic["severity"]): string[] {
  return diagnostics
    .filter((diagnostic) => diagnostic.severity === severity)
    .map(({ message }) => message.split(/\n {4}at /)[0] ?? "");
}
