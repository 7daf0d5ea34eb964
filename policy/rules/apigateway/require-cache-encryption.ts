import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeTrue, undecided } from "../../rule";
import { methodSettingsType } from "./rest-api";

/** Where a stage caches answers, the cache is encrypted. */
export const requireCacheEncryption: Rule = {
  name: "apigateway-cache-encrypted",
  severity: "medium",
  reason: "Answers that a stage caches must be encrypted, because they are stored outside of what made them.",
  remediation: "Set settings.cacheDataEncrypted to true wherever settings.cachingEnabled is.",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html",
  frameworks: [securityHub("APIGateway.5")],
  profile: "baseline",
  types: [methodSettingsType],
  *check({ properties }: Resource) {
    const caching = properties.at("settings", "cachingEnabled");
    if (caching.state === "unknown") yield undecided(caching);
    else if (caching.flag === true)
      yield* mustBeTrue(properties.at("settings", "cacheDataEncrypted"), "set it to true");
  },
};
