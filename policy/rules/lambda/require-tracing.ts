import { securityHubNist } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf } from "../../rule";
import { functionType } from "./function";

const active = new Set(["Active"]);

/** Functions trace their invocations. */
export const requireTracing: Rule = {
  name: "lambda-tracing",
  severity: "low",
  reason:
    "Functions must trace invocations with X-Ray, so that a slow or failing one can be followed to what it called.",
  remediation: 'Set tracingConfig.mode to "Active".',
  url: "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
  frameworks: [securityHubNist("Lambda.7")],
  profile: "strict",
  types: [functionType],
  check: ({ properties }: Resource) =>
    mustBeOneOf(properties.at("tracingConfig", "mode"), active, 'set it to "Active"'),
};
