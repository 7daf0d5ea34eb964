import * as pulumi from "@pulumi/pulumi";
import type { StackOutputs } from "./environments";
import { deployWebsite } from "./systems/website";

/** One website in one Region. Everything in it may be thrown away with `pulumi destroy`. */
export function deployDev(): StackOutputs {
  const config = new pulumi.Config();
  return {
    website: deployWebsite("website", {
      domainName: config.require("websiteDomain"),
      hostedZoneId: config.require("hostedZoneId"),
      logRetentionDays: 14,
      deletionProtection: false,
      tags: { environment: "dev", system: "website" },
    }),
  };
}
