import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeTrue } from "../../rule";
import { restStageType } from "./rest-api";

/** Stages of REST APIs trace requests. */
export const requireTracing: Rule = {
  name: "apigateway-tracing",
  severity: "low",
  reason: "Stages of REST APIs must trace requests with X-Ray, so that a slow or failing call can be followed.",
  remediation: "Set xrayTracingEnabled to true on the stage.",
  url: "https://docs.aws.amazon.com/xray/latest/devguide/xray-services-apigateway.html",
  frameworks: [securityHub("APIGateway.3")],
  profile: "strict",
  types: [restStageType],
  check: ({ properties }: Resource) => mustBeTrue(properties.at("xrayTracingEnabled"), "set it to true"),
};
