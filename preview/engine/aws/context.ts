// What a stand-in rule may look at, computed when it is asked for.

import type { PropertyMap } from "../../plan/plan";
import { arnServiceOf } from "./arn-services";
import { physicalName } from "./names";
import { type AwsPlace, dnsSuffixOf } from "./place";
import { Seed } from "./seed";
import type { TypeInfo } from "./type-table";

/** One service's knowledge of one type. What a rule leaves out, or returns no value for, comes from the fallback. */
export interface StandInRule {
  id?: (c: Context) => string;
  /** May use `c.id`. */
  arn?: (c: Context) => string;
  /** May use `c.id` and `c.arn`. */
  outputs?: (c: Context) => PropertyMap;
}

/** Keyed by `module/Resource`. */
export type StandInRules = Readonly<Record<string, StandInRule>>;

export interface ContextOptions {
  info: TypeInfo;
  rule: StandInRule | undefined;
  name: string;
  urn: string;
  inputs: PropertyMap;
  place: AwsPlace;
  readId: string | undefined;
}

export class Context {
  readonly info: TypeInfo;
  /** The logical name in the program. */
  readonly name: string;
  readonly inputs: PropertyMap;
  readonly seed: Seed;
  readonly partition: string;
  readonly account: string;
  /** The resource's own Region: its `region` argument before its provider's. */
  readonly region: string;
  readonly isRead: boolean;
  private readonly rule: StandInRule | undefined;
  private cachedId: string | undefined;
  private cachedArn: string | undefined;
  private cachedName: string | undefined;

  constructor(options: ContextOptions) {
    this.info = options.info;
    this.rule = options.rule;
    this.name = options.name;
    this.inputs = options.inputs;
    // What is looked up by its id has the same values wherever it is looked up.
    this.seed = new Seed(options.readId === undefined ? options.urn : `${options.info.key} ${options.readId}`);
    this.isRead = options.readId !== undefined;
    this.cachedId = options.readId;
    this.partition = options.place.partition;
    this.account = options.place.accountId;
    const own = options.inputs.region;
    this.region = typeof own === "string" && own !== "" ? own : options.place.region;
  }

  /** An input when it is a non-empty string. */
  text(name: string): string | undefined {
    const value = this.inputs[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  }

  /** Elements of an input list that are strings. */
  texts(name: string): string[] {
    const value = this.inputs[name];
    return Array.isArray(value) ? value.filter((v) => typeof v === "string") : [];
  }

  /** An input that is an object, or the first element of a list of objects. */
  object(name: string): PropertyMap {
    const value = this.inputs[name];
    const first = Array.isArray(value) ? value[0] : value;
    return first !== null && typeof first === "object" && !Array.isArray(first) ? first : {};
  }

  get dns(): string {
    return dnsSuffixOf(this.partition);
  }

  get service(): string {
    return arnServiceOf(this.info.module, this.info.resource);
  }

  /** The name AWS knows the resource by: given, or made as the provider makes it. */
  get physicalName(): string {
    if (this.cachedName === undefined) {
      const read = this.isRead ? nameInId(this.id, this.info.idTemplate) : undefined;
      this.cachedName = read ?? physicalName(this.info.key, this.info.resource, this.name, this.inputs, this.seed);
    }
    return this.cachedName;
  }

  get id(): string {
    this.cachedId ??= this.rule?.id?.(this) ?? defaultId(this);
    return this.cachedId;
  }

  get arn(): string {
    this.cachedArn ??=
      this.isRead && this.id.startsWith("arn:") ? this.id : (this.rule?.arn?.(this) ?? defaultArn(this));
    return this.cachedArn;
  }

  /** An ARN in the resource's partition, Region and account. */
  arnOf(service: string, resource: string): string {
    return `arn:${this.partition}:${service}:${this.region}:${this.account}:${resource}`;
  }

  /** An ARN of a global service: no Region. */
  globalArn(service: string, resource: string): string {
    return `arn:${this.partition}:${service}::${this.account}:${resource}`;
  }

  /** An id of EC2's form: `vpc-` and 17 hex digits. */
  ec2Id(prefix: string): string {
    return `${prefix}-0${this.seed.hex(prefix, 16)}`;
  }
}

/**
 * ARNs, URLs and ids that begin with an account end in the name; another id is the name itself, unless the service makes up
 * the ids of this type, and then it says nothing of the name.
 */
function nameInId(id: string, template: string): string | undefined {
  if (/^(arn:|https?:|\d{12}:)/.test(id)) return /[^/:]+$/.exec(id)?.[0];
  return template === "" || template.includes("{n}") ? id : undefined;
}

function defaultId(c: Context): string {
  if (c.info.idTemplate !== "") return expand(c.info.idTemplate, c);
  if (c.info.computed.some((f) => f.name === "arn") || c.info.filled.some((f) => f.name === "name"))
    return c.physicalName;
  return `${c.name}-${c.seed.hex("id", 8)}`;
}

function defaultArn(c: Context): string {
  // An id of several ARNs begins with the resource's own.
  if (c.info.idTemplate.startsWith("arn:") && !c.isRead) return c.id.split(",")[0] ?? c.id;
  const region = c.info.takesRegion ? c.region : "";
  return `arn:${c.partition}:${c.service}:${region}:${c.account}:${kebab(c.info.resource)}/${c.id.split(",").at(-1)}`;
}

/** Placeholders are listed in generate-id-templates.cjs. */
function expand(template: string, c: Context): string {
  let n = 0;
  return template.replace(/\{([pranuhxX])(\d*)\}/g, (_, kind: string, digits: string) => {
    const label = n++ === 0 ? "id" : `id${n}`;
    const length = Number(digits);
    switch (kind) {
      case "p":
        return c.partition;
      case "r":
        return c.region;
      case "a":
        return c.account;
      case "u":
        return c.seed.uuid(label);
      case "h":
        return c.seed.hex(label, length);
      case "x":
        return c.seed.lower(label, length);
      case "X":
        return c.seed.upper(label, length);
      default:
        return c.physicalName;
    }
  });
}

/** `OriginAccessControl` → `origin-access-control`. */
export function kebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
}
