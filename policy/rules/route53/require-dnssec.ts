import type { ResourceGraph } from "../../aws/resource-graph";
import type { Resource, Rule } from "../../rule";
import { undecided, violated, wholeResource } from "../../rule";
import { publicZonesWithout } from "./zone";

const signingType = "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec";

/** Public zones sign their answers. */
export const requireDnssec: Rule = {
  name: "route53-dnssec",
  severity: "medium",
  reason: "A public hosted zone must sign its answers, so that nobody on the way can send viewers to another address.",
  remediation:
    "Create an aws.route53.KeySigningKey and an aws.route53.HostedZoneDnsSec for the zone, and a DS record in the zone above it.",
  url: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html",
  frameworks: [],
  profile: "strict",
  types: [signingType],
  *check({ properties }: Resource) {
    const status = properties.at("signingStatus");
    if (status.state === "unknown") yield undecided(status);
    else if (status.text === "NOT_SIGNING")
      yield violated(status, "does not sign", 'leave it out, or set it to "SIGNING"');
  },
  *join(graph: ResourceGraph) {
    const lacks = violated(wholeResource, "does not sign its answers", "create an aws.route53.HostedZoneDnsSec for it");
    // Signing is often told its zone by the key, so that it begins once there is one.
    yield* publicZonesWithout(graph, signingType, "hostedZoneId", lacks, "aws:route53/keySigningKey:KeySigningKey");
  },
};
