// What a run has registered so far.

import type { PropertyMap, Step } from "../../plan/plan";
import { type Provider, urnOfReference } from "./providers";
import type { ResourceOptions } from "./registration";
import { nameOfUrn } from "./urn";
import type { JudgedResource } from "./world";

export interface ResourceNode {
  step: Step;
  /** Default providers serve and are judged like any other, but the engine's plan does not show them. */
  hidden?: boolean;
  outputs: PropertyMap;
  parent: string;
  /** What children inherit inside the engine, beyond what the SDK hands down. */
  inherited: Pick<ResourceOptions, "protect" | "retainOnDelete" | "deletedWith">;
  /** Providers that a component hands down, by package. */
  providers: Record<string, string>;
  judged: JudgedResource | undefined;
}

/** The resources of a run by URN, in the order in which their registrations came. */
export class Resources {
  /** Undefined while policies and hooks are at work on the resource. */
  readonly #nodes = new Map<string, ResourceNode | undefined>();

  get size(): number {
    return this.#nodes.size;
  }

  get(urn: string): ResourceNode | undefined {
    return this.#nodes.get(urn);
  }

  /** Takes the URN and its place in the order. False where it is taken. */
  claim(urn: string): boolean {
    if (this.#nodes.has(urn)) return false;
    this.#nodes.set(urn, undefined);
    return true;
  }

  add(urn: string, node: ResourceNode): void {
    this.#nodes.set(urn, node);
  }

  /** Steps of the plan: those of every resource but the default providers. */
  steps(): Step[] {
    return [...this.#nodes.values()].flatMap((node) => (node === undefined || node.hidden ? [] : node.step));
  }

  /** What stack policies judge: every registered resource with its outputs. */
  *judged(): Iterable<JudgedResource> {
    for (const node of this.#nodes.values()) if (node?.judged) yield { ...node.judged, properties: node.outputs };
  }

  /** The registered provider that a reference names. */
  provider(reference: string): Provider | undefined {
    if (reference === "") return undefined;
    const step = this.#nodes.get(urnOfReference(reference))?.step;
    if (step === undefined) return undefined;
    const { urn, type, inputs } = step.newState;
    return { type, urn, name: nameOfUrn(urn), inputs };
  }
}
