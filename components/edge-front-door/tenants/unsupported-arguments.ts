// What an EdgeFrontDoor takes and a tier does not: programs without a compiler pass it all the same.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-config-options.html

import type { Problem } from "../../errors";

/** By argument: why not, and what to use instead. */
export const UNSUPPORTED_ARGUMENTS: Readonly<Record<string, { readonly because: string; readonly use: string }>> = {
  domain: { because: "a multi-tenant distribution has no names, its tenants have", use: "domains of the tenants" },
  aliases: { because: "a multi-tenant distribution has no names, its tenants have", use: "domains of the tenants" },
  minimumProtocolVersion: {
    because: "all tiers share one certificate",
    use: "minimumProtocolVersion of the front door",
  },
  ipv6: { because: "connection groups decide", use: "ipv6 of a connection group" },
  anycastIpList: { because: "connection groups decide", use: "anycastIpListId of a connection group" },
  priceClass: { because: "multi-tenant distributions use all edge locations", use: "nothing" },
  viewerMtls: { because: "multi-tenant distributions ask for no certificates", use: "an EdgeFrontDoor" },
  continuousDeployment: {
    because: "multi-tenant distributions have no staging distribution",
    use: "a tier of its own",
  },
  pricingPlan: { because: "no flat-rate plan has multi-tenant distributions", use: "pay as you go" },
  monitoring: { because: "the additional metrics are for ordinary distributions", use: "alarms of your own" },
};

export function checkTierArguments(path: string, tier: object): Problem[] {
  return Object.entries(UNSUPPORTED_ARGUMENTS)
    .filter(([argument]) => Reflect.get(tier, argument) !== undefined)
    .map(([argument, { because, use }]) => ({
      path: `${path}.${argument}`,
      must: `be left out of a tier: ${because}`,
      use,
    }));
}
