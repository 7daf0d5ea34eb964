import { securityHubNist } from "../../frameworks";
import type { Parameters } from "../../parameters";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";

export const logGroupType = "aws:cloudwatch/logGroup:LogGroup";

/** Log groups say how long they keep what. */
export const requireRetention: Rule = {
  name: "logs-retention",
  severity: "medium",
  reason: "A log group must say how long it keeps logs: without, they stay for ever, and cost and leak for as long.",
  remediation: "Set retentionInDays, for instance to 365.",
  url: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
  // The control asks for a year, and accepts logs that never expire.
  frameworks: [securityHubNist("CloudWatch.16", "looser")],
  profile: "strict",
  types: [logGroupType],
  parameters: {
    minimumDays: { kind: "number", description: "Days that logs are kept at least.", min: 1, max: 3653, default: 1 },
  },
  *check({ properties }: Resource, parameters: Parameters) {
    const [days, kind] = [properties.at("retentionInDays"), properties.at("logGroupClass")];
    // Logs on their way to somewhere else: AWS keeps them for two days.
    if (kind.text === "DELIVERY") return;
    const minimum = parameters.number("minimumDays");
    const fix = `set it to ${minimum} or more`;
    const kept = Number(days.whole ?? 0);
    if (days.state === "unknown") yield undecided(days);
    else if (!(kept > 0)) yield violated(days, days.state === "absent" ? "is not set" : "is no number of days", fix);
    else if (kept < minimum) yield violated(days, "is too short", fix);
  },
};
