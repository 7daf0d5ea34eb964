// What became of the waivers in one run: a `pulumi preview`, a `pulumi up`, or one of the passes of an offline preview.

import { compare } from "../findings";
import { covers, isExpired, type Waiver } from "./waiver";

export interface AppliedWaiver {
  readonly waiver: Waiver;
  readonly isExpired: boolean;
}

interface Entry extends AppliedWaiver {
  isUsed: boolean;
  /** Something that it covers could not be judged, so nobody knows whether it is needed. */
  isOpen: boolean;
}

export class WaiverLedger {
  #entries: readonly Entry[] = [];
  /** By rule; of a baseline there can be thousands, so theirs are found by the resource. */
  #byRule = new Map<string, Entry[]>();
  #byResource = new Map<string, Entry[]>();

  /** Forgets the run before. */
  begin(waivers: readonly Waiver[], today: string): void {
    this.#entries = waivers
      .map((waiver) => ({ waiver, isExpired: isExpired(waiver, today), isUsed: false, isOpen: false }))
      .sort((a, b) => compare(b.waiver.expires, a.waiver.expires) || compare(a.waiver.id, b.waiver.id));
    const [exact, patterns] = [true, false].map((isExact) =>
      this.#entries.filter(({ waiver }) => (waiver.property !== undefined) === isExact),
    );
    this.#byResource = group(exact ?? [], ({ policy, resource }) => keyOf(policy, resource));
    this.#byRule = group(patterns ?? [], ({ policy }) => policy);
  }

  /** For a violation: the waiver that covers it and lasts longest. Every other one that covers it counts as used, too. */
  apply(policy: string, urn: string, path: string): AppliedWaiver | undefined {
    const covering = this.#covering(policy, urn, path);
    for (const entry of covering) entry.isUsed = true;
    return covering[0];
  }

  /** For a resource that the rule could not judge in full; `isOpen` is asked only where a waiver covers it. */
  leaveOpen(policy: string, urn: string, isOpen: () => boolean): void {
    const covering = this.#covering(policy, urn);
    if (covering.length > 0 && isOpen()) for (const entry of covering) entry.isOpen = true;
  }

  get expired(): Waiver[] {
    return this.#entries.flatMap(({ isExpired, waiver }) => (isExpired ? waiver : []));
  }

  /** Those that still hold, and that nothing needed. */
  get unused(): Waiver[] {
    return this.#entries.flatMap((entry) => (entry.isExpired || entry.isUsed || entry.isOpen ? [] : entry.waiver));
  }

  /** The longest first. Without a path those about any property. */
  #covering(policy: string, urn: string, path?: string): Entry[] {
    const patterns = this.#byRule.get(policy) ?? [];
    const exact = this.#byResource.get(keyOf(policy, urn)) ?? [];
    const covering = [...patterns, ...exact].filter(({ waiver }) => covers(waiver, policy, urn, path));
    return covering.length < 2 ? covering : covering.sort((a, b) => compare(b.waiver.expires, a.waiver.expires));
  }
}

function keyOf(policy: string, resource: string): string {
  return `${policy} ${resource}`;
}

function group(entries: readonly Entry[], key: (waiver: Waiver) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = key(entry.waiver);
    const present = groups.get(name);
    if (present === undefined) groups.set(name, [entry]);
    else present.push(entry);
  }
  return groups;
}
