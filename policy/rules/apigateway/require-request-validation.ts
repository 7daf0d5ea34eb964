import type { Resource, Rule } from "../../rule";
import { mustBeSet, undecided } from "../../rule";

const withBody = new Set(["POST", "PUT", "PATCH", "ANY"]);

/** Methods that take a body check it before they pass it on. */
export const requireRequestValidation: Rule = {
  name: "apigateway-request-validation",
  severity: "low",
  reason:
    "Methods that take a body must validate requests, so that malformed ones stop before the code behind the API.",
  remediation: "Set requestValidatorId to the id of an aws.apigateway.RequestValidator.",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html",
  frameworks: [],
  profile: "strict",
  types: ["aws:apigateway/method:Method"],
  *check({ properties }: Resource) {
    const method = properties.at("httpMethod");
    if (method.state === "unknown") yield undecided(method);
    else if (withBody.has(method.text?.toUpperCase() ?? ""))
      yield* mustBeSet(
        properties.at("requestValidatorId"),
        "set it to the id of an aws.apigateway.RequestValidator that validates the body",
      );
  },
};
