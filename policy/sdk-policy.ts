// Makes a policy of Pulumi's SDK from a rule. This is the only place that knows how the SDK calls policies and what it does with
// what they throw: UnknownValueError becomes an advisory line, anything else would fail the whole deployment.

import type {
  ReportViolation,
  ResourceValidation,
  ResourceValidationArgs,
  ResourceValidationPolicy,
  StackValidationArgs,
  StackValidationPolicy,
} from "@pulumi/policy";
import { UnknownValueError } from "@pulumi/policy";
import { copyTopLevel } from "./aws/reading";
import { graphOf } from "./aws/resource-graph";
import { withTwins } from "./aws/type-twins";
import { parametersReader, readParameters } from "./config";
import { collect } from "./findings";
import { joinFrameworks } from "./frameworks";
import { parameterJsonSchema } from "./parameters";
import { isAboutKey } from "./preview-hints";
import { reportAdvisory, reportViolation } from "./report";
import type { Inputs, Rule } from "./rule";
import { readShared } from "./shared-reading";
import { WaiverLedger } from "./waivers/ledger";

export type Policy = ResourceValidationPolicy | StackValidationPolicy;

/** The SDK's sentinel for an unknown string; only its word, "string", shows. */
const unknownString = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The resource that stands for the whole stack: the first of every run. */
export const stackType = "pulumi:pulumi:Stack";

/** Without a ledger nothing is waived. */
export function toPolicy(rule: Rule, waivers = new WaiverLedger()): Policy {
  return {
    name: rule.name,
    description: rule.reason,
    enforcementLevel: rule.level ?? "mandatory",
    severity: rule.severity,
    remediationSteps: rule.remediation,
    url: rule.url,
    framework: joinFrameworks(rule.frameworks),
    configSchema: rule.parameters && {
      properties: Object.fromEntries(
        Object.entries(rule.parameters).map(([name, schema]) => [name, parameterJsonSchema(schema)]),
      ),
    },
    ...(rule.remediate && { remediateResource: remediateResource(rule, rule.remediate) }),
    ...(rule.check && { validateResource: validateResource(rule, waivers) }),
    ...(rule.join && { validateStack: validateStack(rule, waivers) }),
  } as Policy;
}

/** The rule's own token for each type it judges, twins included. */
function canonicalTypes(rule: Rule): (type: string) => string | undefined {
  const { types } = rule;
  if (typeof types === "function") return (type) => (types(type) ? type : undefined);
  const canonical = new Map(types.flatMap((type) => withTwins(type).map((twin): [string, string] => [twin, type])));
  return (type) => canonical.get(type);
}

function validateResource(rule: Rule, waivers: WaiverLedger): ResourceValidation {
  const canonicalType = canonicalTypes(rule);
  const parametersOf = parametersReader(rule);
  const validate = (args: ResourceValidationArgs, report: ReportViolation) => {
    if (rule.parameters !== undefined && args.type === stackType) return reportMissing(rule, args, report);
    const type = canonicalType(args.type);
    if (type === undefined) return args.notApplicable(`${rule.name} is about other types`);
    const parameters = parametersOf(args.getConfig());
    const { name, urn, stackTags } = args;
    const resource = { type, name, urn, properties: readShared(args), stackTags };
    const { violations, undecided, failure } = collect(rule, () => rule.check?.(resource, parameters) ?? []);
    for (const violation of violations)
      reportViolation(report, rule, violation, waivers.apply(rule.name, urn, violation.path));
    if (failure !== undefined) reportAdvisory(report, failure);
    // A rule may pass over a value that is not known without calling it undecided.
    const isOpen = () => undecided.length > 0 || failure !== undefined || resource.properties.whole === undefined;
    waivers.leaveOpen(rule.name, args.urn, isOpen);
    throwUndecided(undecided.map((finding) => finding.path));
  };
  // With one type the SDK skips the policy without even decoding the resource.
  const [only, ...others] = typeof rule.types === "function" ? [] : rule.types.flatMap(withTwins);
  const isAbout = (type: string) =>
    canonicalType(type) !== undefined || (rule.parameters !== undefined && type === stackType);
  Object.assign(validate, { [isAboutKey]: isAbout });
  return only !== undefined && others.length === 0 ? Object.assign(validate, { __pulumiType: only }) : validate;
}

function validateStack(rule: Rule, waivers: WaiverLedger) {
  return (args: StackValidationArgs, report: ReportViolation) => {
    const parameters = readParameters(rule, args.getConfig());
    const { violations, undecided, failure } = collect(rule, () => rule.join?.(graphOf(args), parameters) ?? []);
    for (const violation of violations)
      reportViolation(report, rule, violation, waivers.apply(rule.name, violation.urn ?? "", violation.path));
    if (failure !== undefined) reportAdvisory(report, failure);
    const open = failure === undefined ? undecided : graphOf(args).resources;
    for (const { urn = "" } of open) waivers.leaveOpen(rule.name, urn, () => true);
    throwUndecided(undecided.map(({ path, urn }) => `${urn?.split("::").at(-1)}:${path}`));
  };
}

/** The SDK calls it only where the config gives the rule the level `remediate`. Unknown values and secrets pass through as they are. */
function remediateResource(rule: Rule, remediate: (type: string, inputs: Inputs) => Inputs | undefined) {
  const canonicalType = canonicalTypes(rule);
  return (args: ResourceValidationArgs): Inputs | undefined => {
    const type = canonicalType(args.type);
    return type === undefined ? undefined : remediate(type, copyTopLevel(args.props));
  };
}

/**
 * What the SDK makes an advisory line of: "can't run policy … : string value at .<paths> can't be known during preview". For a stack
 * rule that line is about the stack, so each path there begins with the name of the resource.
 */
function throwUndecided(paths: readonly string[]): void {
  if (paths.length > 0) throw new UnknownValueError(unknownString, [paths.join(", ")]);
}

/** Without its parameters a rule checks nothing; said once, at the stack. */
function reportMissing(rule: Rule, args: ResourceValidationArgs, report: ReportViolation): void {
  for (const name of readParameters(rule, args.getConfig()).missing) {
    reportAdvisory(
      report,
      `config.${name}: is not set, so ${rule.name} checks nothing; fix: pass --policy-pack-config policy/<stack>.json with "${rule.name}": {"${name}": […]}`,
    );
  }
}
