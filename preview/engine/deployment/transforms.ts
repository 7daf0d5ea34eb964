import type { PropertyMap } from "../../plan/plan";
import { upgradeOutputs } from "./properties";
import type { InvokeOptions, InvokeTransform, Registration, Transform, Transformed } from "./registration";

/**
 * The transforms of a running program. The order is the engine's: the resource's own, then each ancestor's from the
 * parent upwards, then the stack's as they were registered.
 */
export class Transforms {
  readonly #stack: Transform[] = [];
  readonly #invoke: InvokeTransform[] = [];
  readonly #ofResource = new Map<string, readonly Transform[]>();

  addStackTransform(transform: Transform): void {
    this.#stack.push(transform);
  }

  addInvokeTransform(transform: InvokeTransform): void {
    this.#invoke.push(transform);
  }

  /** Children that register later run the transforms of `urn` too. */
  remember(urn: string, transforms: readonly Transform[]): void {
    if (transforms.length > 0) this.#ofResource.set(urn, transforms);
  }

  /** Undefined where no transform applies: by far the most common case, and it stays synchronous. */
  chainFor(registration: Registration, parentOf: (urn: string) => string | undefined): Transform[] | undefined {
    const chain = [...registration.transforms];
    if (this.#ofResource.size > 0) {
      for (let urn: string | undefined = registration.parent; urn; urn = parentOf(urn)) {
        chain.push(...(this.#ofResource.get(urn) ?? []));
      }
    }
    chain.push(...this.#stack);
    return chain.length > 0 ? chain : undefined;
  }

  get hasInvokeTransforms(): boolean {
    return this.#invoke.length > 0;
  }

  async transformInvoke(
    token: string,
    args: PropertyMap,
    options: InvokeOptions,
  ): Promise<{ args: PropertyMap; options: InvokeOptions }> {
    let current = { args, options };
    for (const transform of this.#invoke) current = await transform(token, current);
    return current;
  }
}

/**
 * The registration as its transforms leave it. Where the resource has transforms of its own, what it depends on is what they
 * answer; transforms of ancestors and of the stack change inputs and options but not dependencies, as in the engine.
 */
export async function runTransforms(chain: readonly Transform[], registration: Registration): Promise<Registration> {
  const { type, name, custom, parent, propertyDependencies, options: before } = registration;
  const own = registration.transforms.length > 0;
  let current: Transformed = {
    inputs: own ? upgradeOutputs(registration.inputs, propertyDependencies) : registration.inputs,
    options: before,
  };
  for (const transform of chain) current = await transform({ type, name, custom, parent }, current);
  if (own) return { ...registration, ...current, propertyDependencies: {} };
  return { ...registration, inputs: current.inputs, options: { ...current.options, dependsOn: before.dependsOn } };
}
