import * as pulumi from "@pulumi/pulumi";
import type { StackOutputs } from "./environments";
import { deployStorefront } from "./systems/storefront";

/** One shop in one Region, without API. Everything in it may be thrown away with `pulumi destroy`. */
export function deployDev(): StackOutputs {
  const config = new pulumi.Config();
  return {
    storefront: deployStorefront("storefront", {
      domainName: config.require("storefrontDomain"),
      hostedZoneId: config.require("hostedZoneId"),
      logRetentionDays: 14,
      deletionProtection: false,
      tags: { environment: "dev", system: "storefront" },
    }),
  };
}
