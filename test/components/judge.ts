// The policy pack of this repository over recorded resources.

import { readProperties } from "../../policy/aws/reading";
import { ResourceGraph } from "../../policy/aws/resource-graph";
import { rules } from "../../policy/pack";
import { Parameters } from "../../policy/parameters";
import { awsOutputs } from "./aws-outputs";
import type { RecordedResource } from "./record-stack";

const CONFIG: Readonly<Record<string, Record<string, unknown>>> = {
  "region-residency": { allowedRegions: ["eu-central-1", "eu-west-1"] },
};

/** The provider writes its Region into the inputs of everything that has one before policies see them. */
function effective(type: string, inputs: Record<string, unknown>): Record<string, unknown> {
  return /^aws:(cloudfront|route53)\//.test(type) ? inputs : { region: "eu-central-1", ...inputs };
}

/** What the baseline of the policy pack of this repository says, with every value known: `rule urn path`. */
export function judge(recorded: readonly RecordedResource[]): string[] {
  const resources = withEndpointIds(recorded);
  const urnOf = (name: string): string => `urn:pulumi:test::causeway::any::${name}`;
  const graph = new ResourceGraph(
    resources.map(({ type, name, inputs, sources }) => ({
      type,
      name,
      urn: urnOf(name),
      props: { ...effective(type, inputs), ...awsOutputs({ type, name, inputs }) },
      propertyDependencies: Object.fromEntries(
        Object.entries(sources).map(([property, names]) => [property, names.map((source) => ({ urn: urnOf(source) }))]),
      ),
    })),
  );
  const findings: string[] = [];
  for (const rule of rules.filter((each) => each.profile === "baseline")) {
    const parameters = new Parameters(rule.parameters, CONFIG[rule.name]);
    for (const { type, name, inputs } of resources) {
      const applies = typeof rule.types === "function" ? rule.types(type) : rule.types.includes(type);
      const resource = { type, name, urn: urnOf(name), properties: readProperties(effective(type, inputs)) };
      for (const finding of applies ? (rule.check?.(resource, parameters) ?? []) : []) {
        findings.push(`${rule.name} ${name} ${finding.path}`);
      }
    }
    for (const finding of rule.join?.(graph, parameters) ?? []) {
      findings.push(`${rule.name} ${finding.urn} ${finding.path}`);
    }
  }
  return findings;
}

/** The mocks' ids say what they are of; rules know an endpoint of a VPC by the form of its id. */
function withEndpointIds(resources: readonly RecordedResource[]): RecordedResource[] {
  const ids = resources
    .filter(({ type }) => type === "aws:ec2/vpcEndpoint:VpcEndpoint")
    .map(({ name }) => `${name}-id`);
  return resources.map((resource) => {
    let text = JSON.stringify(resource.inputs);
    for (const id of ids) text = text.replaceAll(id, `vpce-${id}`);
    return { ...resource, inputs: JSON.parse(text) };
  });
}
