// Judges resources with the policies of loaded packs, as the engine's analyzers would, in the process of the program. What
// a policy sees is made by the pack's own policy SDK; it is made when the policy looks, so a policy that only reads the
// type of a resource costs next to nothing.

import { inspect } from "node:util";
import type { Policy, ResourceValidation, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { JudgedResource, Judges } from "../engine/deployment/world";
import type {
  Diagnostic,
  EnforcementLevel,
  Phase,
  PolicyPackInfo,
  PolicyViolation,
  PropertyMap,
  UndecidedCheck,
} from "../plan/plan";
import { resourceArguments, type StackTags, stackArguments } from "./arguments";
import { saysNothingOf } from "./hints";
import type { LoadedPack } from "./load-pack";
import { NotApplicable } from "./not-applicable";
import { levelOf } from "./pack-config";

type Severity = NonNullable<PolicyViolation["severity"]>;

interface ActivePolicy<P extends Policy> {
  pack: LoadedPack;
  policy: P;
  level: EnforcementLevel;
}

/** The form of a violation with its own level, which the SDK takes at run time though its types do not say so. */
interface ReportedViolation {
  message?: string;
  description?: string;
  urn?: string;
  enforcementLevel?: EnforcementLevel;
  severity?: Severity;
  name?: string;
}

interface Validation {
  readonly active: ActivePolicy<ResourceValidationPolicy>;
  readonly validate: ResourceValidation;
}

export class PackJudges implements Judges {
  readonly #resourcePolicies: ActivePolicy<ResourceValidationPolicy>[] = [];
  readonly #validationsByType = new Map<string, readonly Validation[]>();
  readonly #stackPolicies: ActivePolicy<StackValidationPolicy>[] = [];
  readonly #remediations: ActivePolicy<ResourceValidationPolicy>[] = [];
  readonly #violations: PolicyViolation[] = [];
  readonly #undecided: UndecidedCheck[] = [];
  readonly #packs: PolicyPackInfo[] = [];
  /** By policy. A policy that fails on one resource fails on many: the first time is told, the others are counted. */
  readonly #failures = new Map<string, { urn: string; text: string; policy: Policy; pack: LoadedPack; more: number }>();
  #evaluated = 0;

  constructor(
    packs: readonly LoadedPack[],
    private readonly phase: Phase,
    private readonly stackTags: StackTags = new Map(),
  ) {
    for (const pack of packs) this.#activate(pack);
  }

  #activate(pack: LoadedPack): void {
    let enabled = 0;
    for (const policy of pack.policies) {
      const level = levelOf(policy, pack);
      if (level === "disabled") continue;
      enabled++;
      // A remediation that leaves a violation behind is enforced as mandatory.
      const enforced = level === "remediate" ? "mandatory" : level;
      if ("validateResource" in policy && policy.validateResource) {
        this.#resourcePolicies.push({ pack, policy: policy as ResourceValidationPolicy, level: enforced });
      }
      if ("remediateResource" in policy && policy.remediateResource && level === "remediate") {
        this.#remediations.push({ pack, policy: policy as ResourceValidationPolicy, level });
      }
      if ("validateStack" in policy && policy.validateStack) {
        this.#stackPolicies.push({ pack, policy: policy as StackValidationPolicy, level: enforced });
      }
    }
    this.#packs.push({
      name: pack.name,
      version: pack.version,
      dir: pack.dir,
      policies: pack.policies.length,
      enabled,
    });
  }

  analyze(resource: JudgedResource): Promise<void> | undefined {
    this.#evaluated++;
    const waiting: Promise<void>[] = [];
    for (const { active, validate } of this.#validationsOf(resource.type)) {
      const pending = this.#attempt(
        active,
        resource.urn,
        (report) => validate(resourceArguments(resource, active.policy.name, active.pack, this.stackTags), report),
        resource.properties,
      );
      if (pending) waiting.push(pending);
    }
    return waiting.length === 0 ? undefined : Promise.all(waiting).then(() => undefined);
  }

  /** A program has many resources and few types, and most policies are about a few of those. */
  #validationsOf(type: string): readonly Validation[] {
    const known = this.#validationsByType.get(type);
    if (known !== undefined) return known;
    const validations = this.#resourcePolicies.flatMap((active) =>
      [active.policy.validateResource ?? []]
        .flat()
        .filter((validate) => !isForOtherType(validate, type))
        .map((validate) => ({ active, validate })),
    );
    this.#validationsByType.set(type, validations);
    return validations;
  }

  remediate(resource: JudgedResource): Promise<PropertyMap> | undefined {
    return this.#remediations.length === 0 ? undefined : this.#remediateAll(resource);
  }

  async #remediateAll(resource: JudgedResource): Promise<PropertyMap> {
    let properties = resource.properties;
    for (const active of this.#remediations) {
      const { pack, policy } = active;
      if (policy.remediateResource === undefined || isForOtherType(policy.remediateResource, resource.type)) continue;
      try {
        const args = resourceArguments({ ...resource, properties }, policy.name, pack, this.stackTags, "keep secrets");
        const remediated = await policy.remediateResource(args);
        if (remediated) properties = (await pack.sdk.serializeProperties(remediated)) as PropertyMap;
      } catch (error) {
        this.#failed(active, resource.urn, error);
      }
    }
    return properties;
  }

  /** Stack policies see every resource with its outputs, once, when the program has ended well. */
  async analyzeStack(resources: Iterable<JudgedResource>): Promise<void> {
    const all = [...resources];
    const stackUrn = all.find((resource) => resource.type === "pulumi:pulumi:Stack")?.urn ?? "";
    for (const active of this.#stackPolicies) {
      const { policy, pack } = active;
      if (all.every((resource) => isForOtherType(policy.validateStack, resource.type))) continue;
      await this.#attempt(active, stackUrn, (report) =>
        policy.validateStack(stackArguments(all, policy.name, pack, this.stackTags), report),
      );
    }
  }

  /** Runs one validation; what it reports or throws becomes a finding. A promise only where the policy is asynchronous. */
  #attempt(
    active: ActivePolicy<Policy>,
    urn: string,
    run: (report: (violation: string | ReportedViolation, urn?: string) => void) => unknown,
    properties?: PropertyMap,
  ): Promise<void> | undefined {
    const failed = (error: unknown) => this.#failed(active, urn, error);
    const propertyOf = (message: string) => namedProperty(message, properties);
    try {
      const result = run((violation, subject) => this.#violated(active, urn, violation, subject, propertyOf));
      return isPromise(result) ? result.then(() => undefined, failed) : undefined;
    } catch (error) {
      failed(error);
      return undefined;
    }
  }

  #failed({ policy, pack }: ActivePolicy<Policy>, urn: string, error: unknown): void {
    if (error instanceof NotApplicable) return;
    if (error instanceof pack.sdk.UnknownValueError) {
      this.#undecided.push(undecidedCheck(this.phase, policy, pack, urn, error.props));
      return;
    }
    const key = `${pack.name} ${policy.name}`;
    const known = this.#failures.get(key);
    if (known === undefined) this.#failures.set(key, { urn, text: describe(error), policy, pack, more: 0 });
    else known.more++;
  }

  /** Policies that failed themselves: errors of the run, because nobody knows what they would have said. */
  get failures(): Diagnostic[] {
    return [...this.#failures.values()].map(({ urn, text, policy, pack, more }) => {
      const others = more === 0 ? "" : ` (and ${more} more times)`;
      return {
        severity: "error",
        urn: urn || undefined,
        message: `policy "${policy.name}" of policy pack "${pack.name}" failed: ${text}${others}`,
      };
    });
  }

  #violated(
    { policy, pack, level }: ActivePolicy<Policy>,
    urn: string,
    violation: string | ReportedViolation,
    subject: string | undefined,
    propertyOf: (message: string) => string | undefined,
  ): void {
    const reported: ReportedViolation = isObject(violation) ? violation : { urn: subject };
    // Packs in JavaScript report what they like; a message is a text.
    const message = isObject(violation)
      ? String(violation.message || violation.description || policy.description)
      : [policy.description, violation].filter(Boolean).join("\n");
    this.#violations.push({
      phase: this.phase,
      policyName: reported.name || policy.name,
      packName: pack.name,
      packVersion: pack.version,
      enforcementLevel: reported.enforcementLevel || level,
      severity: reported.severity || policy.severity,
      resourceUrn: reported.urn || urn,
      message,
      description: reported.description || policy.description,
      property: propertyOf(message),
      url: policy.url,
      remediationSteps: policy.remediationSteps,
    });
  }

  result() {
    return { packs: this.#packs, violations: this.#violations, undecided: this.#undecided, evaluated: this.#evaluated };
  }
}

/**
 * The property that a message is about; policies have no field for it. A line names it where it begins with a path of the
 * resource (`origins[0].domainName: …`), or has the form of this project's pack, `<path>: <what>; fix: <fix>`, where the
 * property may well be absent. `(resource)` is the resource as such.
 */
function namedProperty(message: string, properties: PropertyMap | undefined): string | undefined {
  for (const [, path = "", text = ""] of message.matchAll(/^(\(resource\)|[A-Za-z_$][^\s:]*): (.*)/gm)) {
    const root = /^[\w$]+/.exec(path)?.[0] ?? "";
    if (text.includes("; fix: ") || Object.hasOwn(properties ?? {}, root)) return path;
  }
  return undefined;
}

function undecidedCheck(
  phase: Phase,
  policy: Policy,
  pack: LoadedPack,
  resourceUrn: string,
  path: PropertyKey[],
): UndecidedCheck {
  return { phase, policyName: policy.name, packName: pack.name, resourceUrn, property: path.map(String).join(".") };
}

/** The SDK's helpers mark a function that judges one resource type only. */
function isForOtherType(validate: object, type: string): boolean {
  const only: unknown = Reflect.get(validate, "__pulumiType");
  return (typeof only === "string" && only !== "" && only !== type) || saysNothingOf(validate, type);
}

function isObject(violation: string | ReportedViolation): violation is ReportedViolation {
  return typeof violation === "object" && violation !== null;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === "object" && value !== null && "then" in value;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : inspect(error);
}
