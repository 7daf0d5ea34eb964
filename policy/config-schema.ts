// The JSON schema of a policy config file, for editors and for tools that read such files without knowing this pack.
// `node policy/generate/main.cjs` writes it to config.schema.json.

import { levels } from "./config";
import type { Rule } from "./rule";
import { waiverFields, waiverId } from "./waivers/fields";

const level = { enum: levels };

export function configSchema(rules: readonly Rule[]) {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Config of the causeway policy pack, for --policy-pack-config",
    type: "object",
    additionalProperties: false,
    properties: {
      all: { ...level, description: "Level of every rule that has no level of its own here. Without it: mandatory." },
      ...Object.fromEntries(rules.map((rule) => [rule.name, ruleSchema(rule)])),
      waivers: waiversSchema(rules),
    },
  };
}

function ruleSchema(rule: Rule) {
  const parameters = Object.entries(rule.parameters ?? {}).map(([name, { description, pattern, example }]) => [
    name,
    { type: "array", description, examples: [[example]], items: { type: "string", pattern } },
  ]);
  return {
    description: rule.reason,
    anyOf: [
      level,
      {
        type: "object",
        additionalProperties: false,
        properties: { enforcementLevel: level, ...Object.fromEntries(parameters) },
      },
    ],
  };
}

function waiversSchema(rules: readonly Rule[]) {
  const fields = Object.entries(waiverFields);
  const properties = fields.map(([key, { description, examples, pattern }]) => [
    key,
    { type: "string", description, examples, pattern },
  ]);
  const waiver = {
    type: "object",
    additionalProperties: false,
    required: fields.flatMap(([key, { isOptional }]) => (isOptional ? [] : key)),
    properties: {
      ...Object.fromEntries(properties),
      policy: { enum: rules.map((rule) => rule.name), description: waiverFields.policy.description },
    },
  };
  return {
    description:
      "Violations that are let pass until a day, by ids of your own. The level is that of waivers that have expired.",
    anyOf: [
      level,
      {
        type: "object",
        propertyNames: { pattern: `^enforcementLevel$|${waiverId}`, examples: ["firewall-move"] },
        properties: { enforcementLevel: level },
        additionalProperties: waiver,
      },
    ],
  };
}
