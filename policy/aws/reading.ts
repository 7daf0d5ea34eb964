// Three-valued reads of resource properties: a value is absent, unknown (computed, not known in a preview) or known.
// The policy SDK hands properties over in a proxy that throws when an unknown value is touched. Property descriptors go
// round that trap, and what they return is the plain value, so everything below the first level is plain as well.

/** What Pulumi sends in place of a value that is not known yet; one for each kind (`@pulumi/policy/proxy`). */
const unknownSentinels: ReadonlySet<unknown> = new Set([
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9", // string
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // array
  "030794c1-ac77-496b-92df-f27374a8bd58", // asset
  "e48ece36-62e2-4504-bad9-02848725956a", // archive
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff", // object
]);

export function isUnknown(value: unknown): boolean {
  return unknownSentinels.has(value);
}

export type State = "absent" | "unknown" | "known";

function own(container: unknown, key: string): unknown {
  if (typeof container !== "object" || container === null) return undefined;
  return Object.getOwnPropertyDescriptor(container, key)?.value;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  // Assets and the like have classes of their own. Not compared with Object.prototype: objects may come from another realm.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

const plainKey = /^[A-Za-z_$][\w$-]*$/;

/** A place in a resource's properties and what is there. Reading never throws, whatever is there. */
export class Property {
  readonly state: State;

  /** Of a resource as a whole: what JSON texts in it say, because several rules ask. */
  private parsed: Map<string, unknown> | undefined;

  /** `key` is the path where there is no parent. */
  constructor(
    private readonly key: string | number,
    private readonly raw: unknown,
    private readonly parent?: Property,
  ) {
    this.state = raw === undefined || raw === null ? "absent" : isUnknown(raw) ? "unknown" : "known";
  }

  /** As it is written in messages: `origins[0].customOriginConfig`, without blanks. */
  get path(): string {
    const { key, parent } = this;
    if (parent === undefined) return String(key);
    return typeof key === "number" ? `${parent.path}[${key}]` : join(parent.path, key);
  }

  /** The property of that name. Below an unknown value everything is unknown, and the path stays at the unknown value. */
  at(...keys: string[]): Property {
    let here: Property = this;
    for (const key of keys) {
      if (here.state === "unknown") return here;
      here = new Property(key, own(here.raw, key), here);
    }
    return here;
  }

  /** The value where it is a known string. */
  get text(): string | undefined {
    return this.state === "known" && typeof this.raw === "string" ? this.raw : undefined;
  }

  /** The value where it is a known boolean. Provider inputs carry booleans as JSON strings. */
  get flag(): boolean | undefined {
    if (this.raw === true || this.raw === "true") return true;
    if (this.raw === false || this.raw === "false") return false;
    return undefined;
  }

  /** The value where it is a known number. */
  get number(): number | undefined {
    return typeof this.raw === "number" && Number.isFinite(this.raw) ? this.raw : undefined;
  }

  /** The elements of a known list; none where there is no list. */
  get items(): Property[] {
    if (!Array.isArray(this.raw)) return [];
    return Array.from({ length: this.raw.length }, (_, i) => new Property(i, own(this.raw, String(i)), this));
  }

  /** The names in a known object, in alphabetical order: the engine's order changes from run to run. */
  get keys(): string[] {
    if (!isPlainObject(this.raw)) return [];
    return Object.keys(this.raw).sort();
  }

  get isList(): boolean {
    return Array.isArray(this.raw);
  }

  /** The value as it stands, for readers of structures that are not Pulumi's; undefined while any part of it is not known. */
  get whole(): unknown {
    return hasUnknown(this.raw) ? undefined : this.raw;
  }

  /** The value inside, where the text is a JSON object or list. */
  parseJson(): Property | undefined {
    const text = this.text?.trimStart();
    if (text === undefined || !/^[{[]/.test(text)) return undefined;
    let root: Property = this;
    while (root.parent !== undefined) root = root.parent;
    root.parsed ??= new Map();
    if (!root.parsed.has(text)) root.parsed.set(text, parsedJson(text));
    const value = root.parsed.get(text);
    return value === undefined ? undefined : new Property(this.path, value);
  }

  /** A known empty string or empty list: providers read both as "not set". */
  get isEmpty(): boolean {
    return this.raw === "" || (Array.isArray(this.raw) && this.raw.length === 0);
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Not set at all, or set to what providers read as "not set". */
export function isUnset(property: Property): boolean {
  return property.state === "absent" || property.isEmpty;
}

/** The elements of a list. A list that is not known is one element, not known either. */
export function elementsOf(list: Property | undefined): Property[] {
  return list?.state === "unknown" ? [list] : (list?.items ?? []);
}

function hasUnknown(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return isUnknown(value);
  return Object.values(value).some(hasUnknown);
}

function join(path: string, key: string): string {
  if (!plainKey.test(key)) return `${path}[${JSON.stringify(key).replaceAll(" ", "\\u0020")}]`;
  return path === "" ? key : `${path}.${key}`;
}

/** The properties of a resource, from the SDK's proxy or from a plain object. */
export function readProperties(properties: object | undefined): Property {
  return new Property("", copyTopLevel(properties));
}

/** One level is enough: below it, descriptors return the plain values already. */
export function copyTopLevel(properties: object | undefined): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const key of Object.keys(properties ?? {})) plain[key] = own(properties, key);
  return plain;
}
