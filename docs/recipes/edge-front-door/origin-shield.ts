import { CachePolicy, EdgeFrontDoor, httpOrigin } from "../../../components";

const shop = new EdgeFrontDoor("shop", {
  origin: httpOrigin({
    domainName: "shop.example.net",
    originShieldRegion: "eu-central-1",
    connectionAttempts: 2,
    connectionTimeoutSeconds: 3,
    readTimeoutSeconds: 60,
    responseCompletionTimeoutSeconds: 90,
    keepaliveTimeoutSeconds: 60,
  }),
  behavior: { cachePolicyId: CachePolicy.UseOriginCacheControlHeadersAndQueryStrings },
});

export const url = shop.url;
