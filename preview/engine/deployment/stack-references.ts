import type { PropertyMap, PropertyValue } from "../../plan/plan";
import { isObject, makeSecret, mapProperties, secretSignature, signatureOf, unknownValue } from "./properties";
import type { Created, World } from "./world";

export const stackReferenceType = "pulumi:pulumi:StackReference";

/** What a run learns of other stacks. Outputs of a stack that nobody has a plan of are unknown in both passes. */
export class StackReferences {
  /** Names of stacks that were asked for and nobody could tell. */
  readonly unresolved = new Set<string>();

  constructor(private readonly world: World) {}

  outputsOf(name: PropertyValue | undefined): Pick<Created, "outputs" | "complete"> {
    const outputs = typeof name === "string" ? this.world.stackOutputs(name) : undefined;
    if (outputs !== undefined) {
      return {
        outputs: { outputs: withPlaceholders(outputs), secretOutputNames: secretNames(outputs) },
        complete: true,
      };
    }
    if (typeof name === "string") this.unresolved.add(name);
    return { outputs: { outputs: unknownValue, secretOutputNames: unknownValue }, complete: true };
  }
}

function secretNames(outputs: PropertyMap): string[] {
  return Object.keys(outputs).filter((key) => signatureOf(outputs[key]) === secretSignature);
}

/** A plan carries no plaintext of a secret; what refers to it gets the placeholder that encrypted config gets. */
function withPlaceholders(outputs: PropertyMap): PropertyMap {
  return mapProperties(outputs, (value) =>
    signatureOf(value) === secretSignature && isObject(value) && !("value" in value) ? makeSecret("[secret]") : value,
  );
}
