import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeSet } from "../../rule";
import { httpStageType, restStageType } from "./rest-api";

/** Every stage keeps an access log. */
export const requireAccessLog: Rule = {
  name: "apigateway-access-log",
  severity: "medium",
  reason: "Every stage must log who called what, which is what an investigation begins with.",
  remediation: "Set accessLogSettings with destinationArn, the ARN of a log group, and a format.",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
  // APIGateway.9 knows stages of HTTP and WebSocket APIs only.
  frameworks: [securityHub("APIGateway.9", "stricter"), pciDss("10.4.2")],
  profile: "strict",
  types: [restStageType, httpStageType],
  check: ({ properties }: Resource) =>
    mustBeSet(properties.at("accessLogSettings", "destinationArn"), "set it to the ARN of a log group"),
};
