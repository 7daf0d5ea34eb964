import type { Resource, Rule } from "../../rule";
import { undecided } from "../../rule";
import { mustBeCustomerKey } from "../customer-keys";
import { functionType } from "./function";

/** An environment is encrypted with a key of the account. */
export const requireEnvironmentKey: Rule = {
  name: "lambda-environment-key",
  severity: "low",
  reason:
    "A function's environment must be encrypted with a key of the account, so that reading it can be denied and seen.",
  remediation: "Set kmsKeyArn to the ARN of a customer managed key.",
  url: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars-encryption.html",
  frameworks: [],
  profile: "strict",
  types: [functionType],
  *check({ properties }: Resource) {
    const variables = properties.at("environment", "variables");
    if (variables.state === "unknown") yield undecided(variables);
    else if (variables.keys.length > 0) yield* mustBeCustomerKey(properties.at("kmsKeyArn"));
  },
};
