// Judges resources with the policies of loaded packs, as the engine's analyzers would, in the process of the program. What
// a policy sees is made by the pack's own policy SDK; it is made when the policy looks, so a policy that only reads the
// type of a resource costs next to nothing.

import type { Policy, ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import type { JudgedResource, Judges } from "../engine/deployment/world";
import type {
  EnforcementLevel,
  Phase,
  PolicyPackInfo,
  PolicyViolation,
  PropertyMap,
  UndecidedCheck,
} from "../plan/plan";
import { resourceArguments, stackArguments } from "./arguments";
import { type LoadedPack, levelOf } from "./load-pack";
import { NotApplicable } from "./not-applicable";

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

export class PackJudges implements Judges {
  readonly #resourcePolicies: ActivePolicy<ResourceValidationPolicy>[] = [];
  readonly #stackPolicies: ActivePolicy<StackValidationPolicy>[] = [];
  readonly #remediations: ActivePolicy<ResourceValidationPolicy>[] = [];
  readonly #violations: PolicyViolation[] = [];
  readonly #undecided: UndecidedCheck[] = [];
  readonly #packs: PolicyPackInfo[] = [];
  #evaluated = 0;

  constructor(
    packs: readonly LoadedPack[],
    private readonly phase: Phase,
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
    for (const active of this.#resourcePolicies) {
      const { policy, pack } = active;
      const validations = Array.isArray(policy.validateResource) ? policy.validateResource : [policy.validateResource];
      for (const validate of validations) {
        if (validate === undefined || isForOtherType(validate, resource.type)) continue;
        const pending = this.#attempt(active, resource.urn, (report) =>
          validate(resourceArguments(resource, active.policy.name, pack), report),
        );
        if (pending) waiting.push(pending);
      }
    }
    return waiting.length === 0 ? undefined : Promise.all(waiting).then(() => undefined);
  }

  remediate(resource: JudgedResource): Promise<PropertyMap> | undefined {
    return this.#remediations.length === 0 ? undefined : this.#remediateAll(resource);
  }

  async #remediateAll(resource: JudgedResource): Promise<PropertyMap> {
    let properties = resource.properties;
    for (const { pack, policy } of this.#remediations) {
      if (policy.remediateResource === undefined || isForOtherType(policy.remediateResource, resource.type)) continue;
      try {
        const args = resourceArguments({ ...resource, properties }, policy.name, pack, "keep secrets");
        const remediated = await policy.remediateResource(args);
        if (remediated) properties = (await pack.sdk.serializeProperties(remediated)) as PropertyMap;
      } catch (error) {
        if (error instanceof NotApplicable) continue;
        if (error instanceof pack.sdk.UnknownValueError) {
          this.#undecided.push(undecidedCheck(this.phase, policy, pack, resource.urn, error.props));
          continue;
        }
        throw new Error(
          `Error remediating resource with policy '${policy.name}' from policy pack '${pack.name}': ${describe(error)}`,
        );
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
        policy.validateStack(stackArguments(all, policy.name, pack), report),
      );
    }
  }

  /** Runs one validation; what it reports or throws becomes a finding. A promise only where the policy is asynchronous. */
  #attempt(
    active: ActivePolicy<Policy>,
    urn: string,
    run: (report: (violation: string | ReportedViolation, urn?: string) => void) => unknown,
  ): Promise<void> | undefined {
    const failed = (error: unknown) => this.#failed(active, urn, error);
    try {
      const result = run((violation, subject) => this.#violated(active, urn, violation, subject));
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
    throw new Error(
      `Error validating resource with policy '${policy.name}' from policy pack '${pack.name}': ${describe(error)}`,
    );
  }

  #violated(
    { policy, pack, level }: ActivePolicy<Policy>,
    urn: string,
    violation: string | ReportedViolation,
    subject?: string,
  ): void {
    const reported: ReportedViolation =
      typeof violation === "object" ? violation : { message: violation, urn: subject };
    const message =
      typeof violation === "object" ? violation.message : [policy.description, violation].filter(Boolean).join("\n");
    this.#violations.push({
      phase: this.phase,
      policyName: reported.name ?? policy.name,
      packName: pack.name,
      packVersion: pack.version,
      enforcementLevel: reported.enforcementLevel ?? level,
      severity: reported.severity ?? policy.severity,
      resourceUrn: reported.urn || urn,
      message: message ?? reported.description ?? policy.description,
      description: reported.description ?? policy.description,
      url: policy.url,
      remediationSteps: policy.remediationSteps,
    });
  }

  result() {
    return { packs: this.#packs, violations: this.#violations, undecided: this.#undecided, evaluated: this.#evaluated };
  }
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
  return typeof only === "string" && only !== "" && only !== type;
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === "object" && value !== null && "then" in value;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
