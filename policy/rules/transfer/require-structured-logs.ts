import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { serverType } from "./refuse-ftp";

/** A server logs who logs in and what they move, as JSON. */
export const requireStructuredLogs: Rule = {
  name: "transfer-structured-logs",
  severity: "medium",
  reason:
    "A Transfer Family server must log, as JSON: without, nobody can tell who has logged in and which files left.",
  remediation: 'Set structuredLogDestinations to the ARN of an aws.cloudwatch.LogGroup with ":*" at its end.',
  url: "https://docs.aws.amazon.com/transfer/latest/userguide/structured-logging.html",
  frameworks: [],
  profile: "strict",
  types: [serverType],
  *check({ properties }: Resource) {
    const destinations = properties.at("structuredLogDestinations");
    if (destinations.state === "unknown") yield undecided(destinations);
    else if (destinations.items.length === 0) yield violated(destinations, "names no log group", "name one");
  },
};
