import * as pulumi from "@pulumi/pulumi";
import { EncryptionMode } from "../components";
import type { StackOutputs } from "./environments";
import { deployWebsite } from "./systems/website";

/** The website with an API beside it: protected from deletion, encrypted with a key of its own, logs kept for a year. */
export function deployProd(): StackOutputs {
  const config = new pulumi.Config();
  return {
    website: deployWebsite("website", {
      domainName: config.require("websiteDomain"),
      hostedZoneId: config.require("hostedZoneId"),
      apiDomainName: config.require("apiDomain"),
      encryption: EncryptionMode.SseKms,
      logRetentionDays: 365,
      deletionProtection: true,
      tags: { environment: "prod", system: "website" },
    }),
  };
}
