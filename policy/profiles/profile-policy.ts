// The policy `profile`. It judges nothing: it is a policy because Pulumi refuses an object without a level under any other name of a
// config file. What it sets is applied where the engine hands over the config: configure.ts.

import type { ResourceValidationPolicy } from "@pulumi/policy";
import type { ParameterSchemas } from "../parameters";
import { Parameters } from "../parameters";
import type { Rule } from "../rule";
import { isInProfile, type ProfileName, profileNames } from "./profile";

export const profileParameters: ParameterSchemas = {
  name: {
    kind: "choice",
    values: profileNames,
    default: "strict",
    description:
      "Which rules there are: baseline (what no environment should be without), pci (those and every rule with a requirement of PCI DSS), strict (all).",
  },
  also: {
    kind: "texts",
    pattern: "^[a-z0-9-]+$",
    example: "s3-versioning",
    description: "Rules that the profile leaves out and that there are all the same.",
  },
};

export const profilePolicy: ResourceValidationPolicy = {
  name: "profile",
  description: "Sets which rules there are.",
  enforcementLevel: "advisory",
  validateResource: Object.assign(() => {}, { __pulumiType: "causeway:policy:Profile" }),
};

/** The names of the rules that are disabled by the profile of a config. */
export function leftOut(rules: readonly Rule[], config: Readonly<Record<string, unknown>>): string[] {
  const parameters = new Parameters(profileParameters, config);
  const chosen = parameters.choice("name");
  const profile: ProfileName = profileNames.find((name) => name === chosen) ?? "strict";
  const also = parameters.texts("also");
  return rules.filter((rule) => !isInProfile(profile, rule) && !also.includes(rule.name)).map(({ name }) => name);
}
