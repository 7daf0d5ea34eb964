// Reads the inputs of a web ACL. They come typed from @pulumi/aws or untyped from a recorded registration, so everything is
// looked at as unknown, and whatever nobody asked for is an error: an option that is ignored would make a test pass by accident.

/** AWS WAF, or the provider before it, would refuse these inputs. */
export class RefusedWebAcl extends Error {
  override readonly name = "RefusedWebAcl";
}

/** AWS may well accept this, but the evaluator does not know what it does. */
export class NotModelled extends Error {
  override readonly name = "NotModelled";
}

/** A value somewhere in the inputs, and where. */
export class Place {
  readonly path: string;
  readonly #value: unknown;

  constructor(path: string, value: unknown) {
    this.path = path;
    this.#value = value;
  }

  refused(reason: string): RefusedWebAcl {
    return new RefusedWebAcl(`${this.path}: ${reason}`);
  }

  notModelled(what: string): NotModelled {
    return new NotModelled(`${this.path}: ${what} is not modelled`);
  }

  notInWorld(what: string): NotModelled {
    return new NotModelled(`${this.path}: the world does not have ${what}`);
  }

  /** The member of that name; an undefined one is absent, as it is for Pulumi. */
  optional(name: string): Place | undefined {
    const value = new Map(Object.entries(this.#object())).get(name);
    return value === undefined ? undefined : new Place(`${this.path}.${name}`, value);
  }

  required(name: string): Place {
    const member = this.optional(name);
    if (member === undefined) {
      throw this.refused(`${name} is missing`);
    }
    return member;
  }

  /** Throws unless every member that is there is one of these. */
  only(...names: string[]): this {
    const other = this.#present().find((name) => !names.includes(name));
    if (other !== undefined) {
      throw this.notModelled(other);
    }
    return this;
  }

  /** Of several members that exclude each other, the one that is there. */
  choice(): { readonly kind: string; readonly content: Place } {
    const [kind, ...others] = this.#present();
    if (kind === undefined || others.length > 0) {
      throw this.refused(`must have exactly one member; got ${this.#present().join(" and ") || "none"}`);
    }
    return { kind, content: this.required(kind) };
  }

  text(): string {
    if (typeof this.#value !== "string") {
      throw this.refused("must be a string");
    }
    return this.#value;
  }

  textLike(pattern: RegExp): string {
    const text = this.text();
    if (!pattern.test(text)) {
      throw this.refused(`must match ${pattern}; got ${JSON.stringify(text)}`);
    }
    return text;
  }

  oneOf<Value extends string>(values: readonly Value[]): Value {
    const found = values.find((value) => value === this.#value);
    if (found === undefined) {
      throw this.refused(`must be one of ${values.join(", ")}; got ${JSON.stringify(this.#value)}`);
    }
    return found;
  }

  integer(minimum: number, maximum: number): number {
    const value = this.#value;
    if (typeof value !== "number" || !Number.isInteger(value) || value < minimum || value > maximum) {
      throw this.refused(`must be an integer from ${minimum} to ${maximum}; got ${JSON.stringify(value)}`);
    }
    return value;
  }

  list(minimum = 0, maximum = Number.POSITIVE_INFINITY): Place[] {
    const value: unknown = this.#value;
    if (!Array.isArray(value)) {
      throw this.refused("must be a list");
    }
    if (value.length < minimum || value.length > maximum) {
      throw this.refused(`must have ${minimum} to ${maximum} members; got ${value.length}`);
    }
    return value.map((member: unknown, index) => new Place(`${this.path}[${index}]`, member));
  }

  /** The member of a list that takes one. */
  single(): Place {
    const [member] = this.list(1, 1);
    if (member === undefined) {
      throw this.refused("must have a member");
    }
    return member;
  }

  #present(): string[] {
    return Object.entries(this.#object()).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  }

  #object(): object {
    const value = this.#value;
    if (typeof value !== "object" || value === null || !isPlain(value)) {
      throw this.refused("must be a plain object; resolve outputs before");
    }
    return value;
  }
}

/** Neither a list, an output nor a promise. By its prototype's prototype: Jest has an `Object` of its own. */
function isPlain(value: object): boolean {
  const prototype: object | null = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
