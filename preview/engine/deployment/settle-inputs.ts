import type { PropertyMap } from "../../plan/plan";
import { hashAssets } from "./assets";
import { dependenciesOf, downgradeOutputs, settleReferences, takesSecrets, widenSecrets } from "./properties";
import type { Registration } from "./registration";
import { packageOfType } from "./urn";

export interface SettledInputs {
  inputs: PropertyMap;
  /** Which resources each property depends on: what the SDK says, and what is inside of the values. */
  propertyDependencies: Record<string, string[]>;
}

/**
 * A registration's inputs as their receiver gets them: outputs of remote components and transforms made plain, assets
 * hashed, references and secrets in the form that a provider or a component takes.
 * @throws Error where the file of an asset cannot be read.
 */
export function settleInputs(registration: Registration, programDirectory: string): SettledInputs {
  const { type, custom } = registration;
  const propertyDependencies: Record<string, string[]> = {};
  const plain: PropertyMap = {};
  for (const [key, value] of Object.entries(registration.inputs)) {
    const urns = new Set(dependenciesOf(key, registration.propertyDependencies));
    plain[key] = downgradeOutputs(value, urns);
    propertyDependencies[key] = [...urns];
  }
  for (const [key, urns] of Object.entries(registration.propertyDependencies)) {
    if (!Object.hasOwn(propertyDependencies, key)) propertyDependencies[key] = urns;
  }
  const hashed = hashAssets(plain, programDirectory);
  if (!custom) return { inputs: settleReferences(hashed, "component"), propertyDependencies };
  const received = settleReferences(hashed, "provider");
  return { inputs: takesSecrets(packageOfType(type)) ? received : widenSecrets(received), propertyDependencies };
}
