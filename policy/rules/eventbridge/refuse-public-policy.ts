import { mustNotBePublic } from "../../documents";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";

const permissionType = "aws:cloudwatch/eventPermission:EventPermission";

/** No event bus is open to everybody. */
export const refusePublicPolicy: Rule = {
  name: "eventbridge-no-public-policy",
  severity: "high",
  reason: "An event bus must not take events from everybody, because rules act on whatever comes.",
  remediation: "Name the accounts as principals, or add a condition on aws:PrincipalOrgID.",
  url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html",
  frameworks: [],
  profile: "baseline",
  types: ["aws:cloudwatch/eventBusPolicy:EventBusPolicy", permissionType],
  *check({ type, properties }: Resource) {
    if (type !== permissionType) yield* mustNotBePublic(properties.at("policy"));
    else {
      const principal = properties.at("principal");
      if (principal.state === "unknown") yield undecided(principal);
      else if (principal.text === "*" && properties.at("condition").state === "absent")
        yield violated(principal, "is everybody", "name an account, or set condition on aws:PrincipalOrgID");
    }
  },
};
