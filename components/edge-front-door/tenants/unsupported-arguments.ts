// What an EdgeFrontDoor takes and a tier does not: programs without a compiler pass it all the same.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-config-options.html

import type { Problem } from "../../errors";
import type { EdgeFrontDoorArgs } from "../args";
import type { TierArgs } from "./tenanted-front-door-args";

interface Unsupported {
  readonly because: string;
  readonly use?: string;
}

const TENANTS_HAVE_NAMES: Unsupported = {
  because: "a multi-tenant distribution has no names, its tenants have",
  use: "domains of the tenants",
};

function shared(argument: string): Unsupported {
  return { because: "all tiers have it in common", use: `${argument} of the front door` };
}

/** By argument: why not, and what to use instead. Complete, because the compiler says so. */
export const UNSUPPORTED_ARGUMENTS: Readonly<
  Record<Exclude<keyof EdgeFrontDoorArgs, keyof TierArgs> | "aliases", Unsupported>
> = {
  domain: TENANTS_HAVE_NAMES,
  aliases: TENANTS_HAVE_NAMES,
  minimumProtocolVersion: {
    because: "all tiers share one certificate",
    use: "minimumProtocolVersion of the front door",
  },
  ipv6: { because: "connection groups decide", use: "ipv6 of a connection group" },
  anycastIpList: { because: "connection groups decide", use: "anycastIpListId of a connection group" },
  priceClass: { because: "multi-tenant distributions use all edge locations" },
  viewerMtls: { because: "multi-tenant distributions ask for no certificates", use: "an EdgeFrontDoor" },
  continuousDeployment: {
    because: "multi-tenant distributions have no staging distribution",
    use: "a tier of its own",
  },
  pricingPlan: { because: "no flat-rate plan has multi-tenant distributions", use: "pay as you go" },
  monitoring: { because: "the additional metrics are for ordinary distributions", use: "alarms of your own" },
  logging: shared("logging"),
  encryption: shared("encryption"),
  encryptionKeyArn: shared("encryptionKeyArn"),
  deletionProtection: shared("deletionProtection"),
  quotas: shared("quotas"),
  tags: shared("tags"),
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
