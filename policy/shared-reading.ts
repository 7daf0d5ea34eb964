// One reading of a resource for all rules. The SDK hands every policy a copy of the resource's properties, and copying them is most of
// what a pack of many rules costs. decode-once.ts makes it copy them once: the policy that gets them leaves its reading in a slot, and the
// others get nothing but the number of that slot.

import { copyTopLevel, type Property, readProperties } from "./aws/reading";
import { subjectOf } from "./preview-hints";

/** No property of a resource can be called this. */
const slotKey = "\u0000slot";

export interface Slot {
  readonly id: number;
  reading?: Property;
}

/** A slot lives as long as the request that it belongs to. */
const slots = new Map<number, WeakRef<Slot>>();
const whenGone = new FinalizationRegistry<number>((id) => slots.delete(id));
let opened = 0;

export function openSlot(): Slot {
  const slot: Slot = { id: ++opened };
  slots.set(slot.id, new WeakRef(slot));
  whenGone.register(slot, slot.id);
  return slot;
}

/** What the SDK copies for a policy: everything, until one has read it. */
export function contentsFor(slot: Slot, read: () => object): object {
  return { ...(slot.reading === undefined && read()), [slotKey]: slot.id };
}

/** By what the offline preview says the arguments are of. */
const readings = new WeakMap<object, Property>();

/** The properties that a policy was handed, or those that another one has read before it. */
export function readShared(args: { readonly props: object }): Property {
  const subject = subjectOf(args);
  if (subject === undefined) return readSlot(args.props);
  const reading = readings.get(subject) ?? readProperties(args.props);
  readings.set(subject, reading);
  return reading;
}

function readSlot(properties: object): Property {
  const { [slotKey]: id, ...own } = copyTopLevel(properties);
  if (typeof id !== "number") return readProperties(properties);
  const slot = slots.get(id)?.deref();
  if (slot === undefined) throw new Error("properties of a request that has ended");
  slot.reading ??= readProperties(own);
  return slot.reading;
}
