import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { pciDss, securityHub } from "../../frameworks";
import type { Rule } from "../../rule";
import { about, violated, wholeResource } from "../../rule";

const busType = "aws:cloudwatch/eventBus:EventBus";

/** A bus says who may send to it. */
export const requireBusPolicy: Rule = {
  name: "eventbridge-bus-policy",
  severity: "low",
  reason:
    "An event bus must have a policy of its own that says who may send to it, instead of every role of the account.",
  remediation: "Create an aws.cloudwatch.EventBusPolicy for the bus.",
  url: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-perms.html",
  frameworks: [securityHub("EventBridge.3"), pciDss("10.3.1")],
  profile: "strict",
  types: [busType],
  *join(graph: ResourceGraph) {
    // The bus of a partner gets its events from the partner.
    const buses = new References(
      graph,
      [busType],
      ["name", "arn", "id"],
      ({ properties }) => properties.at("eventSourceName").state === "absent",
    );
    const policies = graph.ofType(
      "aws:cloudwatch/eventBusPolicy:EventBusPolicy",
      "aws:cloudwatch/eventPermission:EventPermission",
    );
    for (const bus of buses.without(policies, "eventBusName"))
      yield about(bus, violated(wholeResource, "has no policy", "create an aws.cloudwatch.EventBusPolicy for it"));
  },
};
