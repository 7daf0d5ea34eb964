import { isUnset, type Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import type { Finding, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { multitenantType, tenantType } from "./distribution";

/** Every tenant of a multi-tenant distribution sets the parameters that the distribution requires, and no other. */
export const requireTenantParameters: Rule = {
  name: "cloudfront-tenant-parameters",
  severity: "medium",
  reason:
    "A tenant must set what its distribution requires and nothing that it does not know, or CloudFront refuses it in the middle of a deployment.",
  remediation:
    "Set parameters of the tenant: one for each of tenantConfig.parameterDefinitions that is required or has no default.",
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/tenant-customization.html",
  frameworks: [],
  profile: "baseline",
  types: [tenantType],
  *join(graph: ResourceGraph) {
    const distributions = new References(graph, [multitenantType], ["id"]);
    for (const tenant of graph.ofType(tenantType)) {
      for (const { name, properties } of distributions.from(tenant, "distributionId")) {
        const definitions = properties.at("tenantConfig", "parameterDefinitions");
        for (const finding of checkParameters(tenant.properties.at("parameters"), definitions, name))
          yield about(tenant, finding);
      }
    }
  },
};

function* checkParameters(parameters: Property, definitions: Property, distribution: string): Iterable<Finding> {
  const given = parameters.items.map((parameter) => parameter.at("name"));
  const defined = definitions.items.map((definition) => definition.at("name"));
  const open = [parameters, definitions, ...given, ...defined].some(({ state }) => state === "unknown");
  if (open) {
    yield undecided(parameters);
    return;
  }
  const names = new Set(given.map(({ text }) => text));
  for (const [i, definition] of definitions.items.entries()) {
    if (isRequired(definition) && !names.has(defined[i]?.text))
      yield violated(
        parameters,
        `lacks what "${distribution}" requires in ${definition.path}`,
        "add a parameter of that name",
      );
  }
  const known = new Set(defined.map(({ text }) => text));
  for (const name of given) {
    if (!known.has(name.text))
      yield violated(
        name,
        `is no parameter of "${distribution}"`,
        "use a name that tenantConfig.parameterDefinitions of the distribution defines",
      );
  }
}

/** A default stands in for a parameter that is required. */
function isRequired(definition: Property): boolean {
  return definition
    .at("definitions")
    .items.flatMap((each) => each.at("stringSchemas").items)
    .some((schema) => schema.at("required").flag === true && isUnset(schema.at("defaultValue")));
}
