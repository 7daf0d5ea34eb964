// Reads recorded inputs. Whatever nobody asked for is an error: an option that is ignored would make a test pass by accident.

/** AWS may well accept this, but nothing here knows what it does. */
export class NotModelled extends Error {
  override readonly name = "NotModelled";
}

/** A value somewhere in the inputs of a resource, and where. */
export class Input {
  readonly path: string;
  readonly #value: unknown;

  constructor(path: string, value: unknown) {
    this.path = path;
    this.#value = value;
  }

  /** Throws unless every member that is there is one of these. */
  only(...names: string[]): this {
    const other = this.entries().find(([name]) => !names.includes(name));
    if (other !== undefined) {
      throw this.notModelled(other[0]);
    }
    return this;
  }

  optional(name: string): Input | undefined {
    return this.entries().find(([each]) => each === name)?.[1];
  }

  required(name: string): Input {
    const member = this.optional(name);
    if (member === undefined) {
      throw new Error(`${this.path}: ${name} is missing`);
    }
    return member;
  }

  /** The members that are there. */
  entries(): [string, Input][] {
    if (typeof this.#value !== "object" || this.#value === null || Array.isArray(this.#value)) {
      throw new Error(`${this.path}: must be an object`);
    }
    return Object.entries(this.#value)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, new Input(`${this.path}.${name}`, value)]);
  }

  text(): string {
    if (typeof this.#value !== "string") {
      throw new Error(`${this.path}: must be a text`);
    }
    return this.#value;
  }

  integer(): number {
    if (typeof this.#value !== "number" || !Number.isInteger(this.#value)) {
      throw new Error(`${this.path}: must be a whole number`);
    }
    return this.#value;
  }

  is(value: unknown): boolean {
    return this.#value === value;
  }

  list(): Input[] {
    if (!Array.isArray(this.#value)) {
      throw new Error(`${this.path}: must be a list`);
    }
    return this.#value.map((member: unknown, index) => new Input(`${this.path}[${index}]`, member));
  }

  texts(): string[] {
    return this.list().map((member) => member.text());
  }

  /** One text or a list of them, as IAM has it. */
  oneOrMore(): string[] {
    return Array.isArray(this.#value) ? this.texts() : [this.text()];
  }

  oneOf<Value extends string>(...values: Value[]): Value {
    const found = values.find((value) => value === this.#value);
    if (found === undefined) {
      throw this.notModelled(JSON.stringify(this.#value));
    }
    return found;
  }

  notModelled(what: string): NotModelled {
    return new NotModelled(`${this.path}: ${what} is not modelled`);
  }
}
