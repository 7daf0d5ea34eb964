import { parseArn } from "../../aws/arn";
import { readPolicyDocument } from "../../aws/policy-document";
import type { Property } from "../../aws/reading";
import { regionUses } from "../../aws/region-surfaces";
import { globalServicesRegion, isRegion } from "../../aws/regions";
import { exceptionActions } from "../../aws/us-east-1-exceptions";
import type { Parameters } from "../../parameters";
import type { Finding, Resource, Rule } from "../../rule";
import { violated } from "../../rule";
import { isGrant } from "./grants";
import {
  allowedRegions,
  dataClassParameters,
  residencyParameters,
  residencyRuleName,
  tenancyParameters,
} from "./parameters";
import { fixFor, scopeOf } from "./scope";

/** Services that rightly have something in us-east-1, as ARNs call them. */
const exceptionServices = new Set(exceptionActions.map((actions) => actions.split(":")[0]));

/**
 * Who may call whom across Regions. A grant moves no data, so it is worth a look and no more. A document that is not known yet is judged
 * once it is: nearly every stack has some.
 */
export const reportForeignGrants: Rule = {
  name: "region-grants",
  severity: "low",
  reason: "A policy that allows something in a Region outside the allowed ones prepares for data to be there.",
  remediation: "Name resources in allowed Regions in the statement, or take the statement out.",
  url: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-requestedregion",
  frameworks: [],
  profile: "strict",
  level: "advisory",
  types: (type) => type.startsWith("aws:"),
  parametersOf: residencyRuleName,
  parameters: {
    allowedRegions,
    ...tenancyParameters,
    ...dataClassParameters,
    dataClasses: residencyParameters.dataClasses,
  },
  *check(resource: Resource, parameters: Parameters) {
    if (parameters.texts("allowedRegions").length === 0) return;
    const { type, properties } = resource;
    // What is not known about tags is region-residency's to say.
    const { allowed } = scopeOf(resource, parameters);
    yield* checkDocuments(properties, allowed);
    if (!isGrant(type)) return;
    for (const { property, region } of regionUses(properties)) {
      if (property.path === "region" || region === undefined || allowed.has(region)) continue;
      if (region === globalServicesRegion && exceptionServices.has(parseArn(property.text ?? "")?.service)) continue;
      yield violated(property, `names ${region}`, fixFor(allowed));
    }
  },
};

/** Policy documents anywhere in the inputs, as objects or as JSON text, by themselves or in something else. */
function* checkDocuments(property: Property, allowed: ReadonlySet<string>): Iterable<Finding> {
  if (property.state !== "known") return;
  const inside = property.text === undefined ? property : property.parseJson();
  if (inside === undefined) return;
  if (inside.at("Statement").state !== "absent") yield* checkDocument(inside, allowed);
  else {
    for (const item of inside.items) yield* checkDocuments(item, allowed);
    for (const key of inside.keys) yield* checkDocuments(inside.at(key), allowed);
  }
}

function* checkDocument(property: Property, allowed: ReadonlySet<string>): Iterable<Finding> {
  const document = readPolicyDocument(property);
  if (typeof document === "string") return;
  for (const { path, effect, principals, resources, conditions } of document.statements) {
    if (effect !== "Allow") continue;
    const arns = [
      ...resources,
      ...principals.map(({ id }) => id),
      ...conditions.filter(({ key }) => key.endsWith("arn")).flatMap(({ values }) => values),
    ];
    const requested = conditions
      .filter(({ key, operator }) => key === "aws:requestedregion" && !/Not/.test(operator))
      .flatMap(({ values }) => values);
    const regions = [...arns.flatMap(foreignRegion), ...requested].filter(isRegion);
    for (const region of [...new Set(regions)].sort())
      if (!allowed.has(region)) yield violated(path, `allows something in ${region}`, fixFor(allowed));
  }
}

/** Of an ARN with one Region in it. A wildcard there says nothing of where data is to be. */
function foreignRegion(text: string): string[] {
  const [, , service, region = ""] = text.split(":");
  const isExcepted = region === globalServicesRegion && exceptionServices.has(service);
  return text.startsWith("arn:") && !isExcepted ? [region] : [];
}
