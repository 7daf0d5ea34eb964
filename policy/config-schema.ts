// The JSON schema of a policy config file, for editors and for tools that read such files without knowing this pack.
// `node policy/generate/main.cjs` writes it to config.schema.json.

import { levels } from "./config";
import { type ParameterSchemas, parameterJsonSchema } from "./parameters";
import { profileParameters } from "./profiles/profile-policy";
import type { Rule } from "./rule";
import { baselineId } from "./waivers/baseline";
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
      profile: profileSchema(rules),
      waivers: waiversSchema(rules),
    },
  };
}

function ruleSchema(rule: Rule) {
  const levelOfRule = rule.remediate === undefined ? level : { enum: [...levels, "remediate"] };
  return {
    description: rule.reason,
    anyOf: [levelOfRule, settings({ enforcementLevel: levelOfRule, ...parametersSchema(rule.parameters ?? {}) })],
  };
}

function profileSchema(rules: readonly Rule[]) {
  const { name, also } = parametersSchema(profileParameters);
  const ruleName = { enum: rules.map((rule) => rule.name) };
  return {
    description: "Sets which rules there are. Without it: all of them.",
    ...settings({ enforcementLevel: level, name, also: { ...also, items: ruleName } }),
  };
}

function parametersSchema(parameters: ParameterSchemas) {
  return Object.fromEntries(Object.entries(parameters).map(([name, schema]) => [name, parameterJsonSchema(schema)]));
}

function settings(properties: Readonly<Record<string, unknown>>) {
  return { type: "object", additionalProperties: false, properties };
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
        properties: {
          enforcementLevel: level,
          [baselineId]: {
            description: "A file with findings that are let pass as a whole. Its path is from the folder of the pack.",
            ...settings({ file: { type: "string", examples: ["baseline.json"] } }),
            required: ["file"],
          },
        },
        additionalProperties: waiver,
      },
    ],
  };
}
