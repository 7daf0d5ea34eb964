import * as pulumi from "@pulumi/pulumi";
import { deployDev } from "./dev";
import { deployProd } from "./prod";

/** What a stack exports: `pulumi stack output`. */
export type StackOutputs = Record<string, unknown>;

const ENVIRONMENTS: ReadonlyMap<string, () => StackOutputs> = new Map([
  ["dev", deployDev],
  ["prod", deployProd],
]);

/** Declares the environment that a stack is named after. */
export function deployEnvironment(stack: string): StackOutputs {
  const deploy = ENVIRONMENTS.get(stack);
  if (deploy === undefined) {
    // A RunError is printed without a stack trace.
    throw new pulumi.RunError(
      `Stack "${stack}" is no environment of this project; known are ${[...ENVIRONMENTS.keys()].join(", ")}. ` +
        `Select one of them, or add programs/${stack}.ts, list it in programs/environments.ts and write Pulumi.${stack}.yaml.`,
    );
  }
  return deploy();
}
