// What a rule is. A rule is data and one or two pure functions; how it becomes a policy of the SDK is sdk-policy.ts.

import type { Property } from "./aws/reading";
import type { ResourceGraph, StackResource } from "./aws/resource-graph";
import type { FrameworkMapping } from "./frameworks";
import type { ParameterSchemas, Parameters } from "./parameters";

export type Severity = "low" | "medium" | "high" | "critical";

export type Level = "advisory" | "mandatory" | "disabled" | "remediate";

/** The property does not fulfil the rule. Texts may name enumerations, Regions and ARNs, never another property's value: it may be secret. */
export interface Violated {
  readonly kind: "violated";
  readonly path: string;
  /** What is wrong there, continuing the sentence "<path>: …". */
  readonly what: string;
  /** What to set, continuing the sentence "fix: …". */
  readonly fix: string;
}

/** Whether the rule is fulfilled depends on a value that is not known yet. */
export interface Undecided {
  readonly kind: "undecided";
  readonly path: string;
}

export type Finding = Violated | Undecided;

/** A finding of a rule that looks at several resources says which one it is about. */
export type StackFinding = Finding & { readonly urn: string };

export interface Resource {
  readonly type: string;
  readonly name: string;
  readonly urn: string;
  readonly properties: Property;
  /** Of the stack, where the backend knows any. Those that this very update sets are not among them. */
  readonly stackTags?: ReadonlyMap<string, string>;
}

export interface Rule {
  /** `<service>-<what>`, the name in config files and reports. Never renamed. */
  readonly name: string;
  readonly severity: Severity;
  /** One sentence: what is asked and why. Reports show it before every finding. */
  readonly reason: string;
  /** Which property to set to which value. */
  readonly remediation: string;
  readonly url: string;
  readonly frameworks: readonly FrameworkMapping[];
  /** The smallest profile that has it: `baseline` is what no environment should be without. The profile `strict` has every rule. */
  readonly profile: "baseline" | "strict";
  /** Canonical type tokens; twins (`aws:alb/…`, `…V2`) are added by the frame. A function decides for rules about whole providers. */
  readonly types: readonly string[] | ((type: string) => boolean);
  readonly parameters?: ParameterSchemas;
  /** The rule whose parameters hold here too, where both have one of that name and the config sets it for that rule only. */
  readonly parametersOf?: string;
  /** Where the config says nothing of the rule, nor of all: `advisory` for what is worth a look and often right. @default "mandatory" */
  readonly level?: "advisory";
  /** Judges one resource by its inputs, before it is created or changed. */
  readonly check?: (resource: Resource, parameters: Parameters) => Iterable<Finding>;
  /** Judges what only several resources together can show, at the end of a preview or deployment. */
  readonly join?: (graph: ResourceGraph, parameters: Parameters) => Iterable<StackFinding>;
  /**
   * The inputs put right, where that is certain and can be taken back; undefined where there is nothing to do. Happens only where the config
   * gives the rule the level `remediate`. Unknown values and secrets must be passed on as they are.
   */
  readonly remediate?: (type: string, inputs: Inputs) => Inputs | undefined;
}

/** The inputs of a resource as the engine has them. */
export type Inputs = Readonly<Record<string, unknown>>;

export function violated(where: Property | string, what: string, fix: string): Violated {
  return { kind: "violated", path: typeof where === "string" ? where : where.path, what, fix };
}

export function undecided(where: Property | string): Undecided {
  return { kind: "undecided", path: typeof where === "string" ? where : where.path };
}

export function about(resource: Pick<StackResource, "urn">, finding: Finding): StackFinding {
  return { ...finding, urn: resource.urn };
}

/** The path of a finding about the resource as such. */
export const wholeResource = "(resource)";

/** The enumeration words that messages may repeat. Anything else in these places may be a value that went astray, a secret even. */
const enumerationWord =
  /^(NONE|OFF|AUDIT|INACTIVE|MUTABLE|TLS_1_[0-3]|HTTP|TCP|optional|monitor|PassThrough|allow-all|http-only|https-only|match-viewer|redirect-to-https|always|never|no-override|SSLv3|TLSv1(\.[123])?(_20\d\d)?|sni-only|vip|static-ip|ELBSecurityPolicy-[A-Z0-9][\w-]{1,40})$/;

/** What stands there, as far as a message may say it. */
export function shown(property: Property): string {
  if (property.state === "absent") return "not set";
  const text = property.text;
  return text !== undefined && enumerationWord.test(text) ? `"${text}"` : "something else";
}

/** The property must be set to one of these enumeration values. */
export function* mustBeOneOf(property: Property, allowed: ReadonlySet<string>, fix: string): Iterable<Finding> {
  if (property.state === "unknown") yield undecided(property);
  else if (property.text === undefined || !allowed.has(property.text))
    yield violated(property, `is ${shown(property)}`, fix);
}

/** The property must be the boolean true; `false` is what AWS takes where it is absent. */
export function* mustBeTrue(property: Property, fix: string): Iterable<Finding> {
  if (property.state === "unknown") yield undecided(property);
  else if (property.flag !== true)
    yield violated(property, property.state === "absent" ? "is not set" : "is not true", fix);
}

/** The property must be set; providers read an empty text or list as "not set". */
export function* mustBeSet(property: Property, fix: string): Iterable<Finding> {
  if (property.state === "unknown") yield undecided(property);
  else if (property.state === "absent" || property.isEmpty) yield violated(property, "is not set", fix);
}

/** The property must not be the boolean true; `false` is what AWS takes where it is absent. */
export function* mustNotBeTrue(property: Property, fix: string): Iterable<Finding> {
  if (property.state === "unknown") yield undecided(property);
  else if (property.flag === true) yield violated(property, "is true", fix);
}
