import { requireCallersApart } from "../../../../policy/rules/cloudfront/require-callers-apart";
import { behavior, distribution, httpsOrigin, multitenantType } from "../../kit/distributions";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { bucket, site } from "../../kit/stacks";

const optimized = "658327ea-f89d-4fab-a63d-7e88639e58f6";
const disabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";
const everything = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
const methods = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];
const api = (change: object, sources: string[] = []): Example =>
  site({
    props: distribution({
      origins: [httpsOrigin()],
      defaultCacheBehavior: { ...behavior(), targetOriginId: "api", ...change },
      orderedCacheBehaviors: [],
    }),
    sources: { defaultCacheBehavior: sources },
  });
const message = (place: string) =>
  `${place}.cachePolicyId: caches answers that may be for one caller, and gives them to every other; fix: set it to "${disabled}", the managed CachingDisabled, or put Authorization in the key`;
const kept = { site: [message("defaultCacheBehavior")] };

const cachePolicy = (key: object = {}, change: object = {}): Example => ({
  type: "aws:cloudfront/cachePolicy:CachePolicy",
  name: "cache",
  props: {
    minTtl: 0,
    defaultTtl: 60,
    maxTtl: 3600,
    parametersInCacheKeyAndForwardedToOrigin: {
      cookiesConfig: { cookieBehavior: "none" },
      headersConfig: { headerBehavior: "none" },
      queryStringsConfig: { queryStringBehavior: "all" },
      ...key,
    },
    ...change,
  },
});
const requestPolicy = (headerBehavior: unknown, cookieBehavior: unknown = "none", items?: unknown): Example => ({
  type: "aws:cloudfront/originRequestPolicy:OriginRequestPolicy",
  name: "request",
  props: {
    headersConfig: { headerBehavior, headers: { items } },
    cookiesConfig: { cookieBehavior },
    queryStringsConfig: {},
  },
});
const headers = (...items: unknown[]) => ({ headersConfig: { headerBehavior: "whitelist", headers: { items } } });
const own = api({ cachePolicyId: unknown, allowedMethods: methods }, ["cache"]);
const forwarding = api({ cachePolicyId: optimized, originRequestPolicyId: unknown }, ["request"]);

testJoin(requireCallersApart, {
  violating: {
    "an API that is cached for everybody": {
      stack: [api({ cachePolicyId: optimized, allowedMethods: methods })],
      messages: kept,
    },
    "a server that gets every header": {
      stack: [api({ cachePolicyId: optimized, originRequestPolicyId: everything })],
      messages: kept,
    },
    "a cache policy of the stack without callers in its key": { stack: [own, cachePolicy()], messages: kept },
    "a request policy of the stack that sends cookies": {
      stack: [forwarding, requestPolicy("none", "all")],
      messages: kept,
    },
    "a request policy of the stack that sends all headers": {
      stack: [forwarding, requestPolicy("allViewerAndWhitelistCloudFront")],
      messages: kept,
    },
    "a request policy of the stack that sends a key of the caller": {
      stack: [forwarding, requestPolicy("whitelist", "none", ["Accept-Language", "X-Api-Key"])],
      messages: kept,
    },
    "a cache policy with the browser in its key": {
      stack: [own, cachePolicy(headers("User-Agent"))],
      messages: kept,
    },
    "an ordered behavior of a multi-tenant distribution": {
      stack: [
        {
          type: multitenantType,
          name: "site",
          props: {
            origins: [{ id: "api", domainName: "{{store}}.example.com", customOriginConfigs: [{}] }],
            cacheBehaviors: [{ targetOriginId: "api", cachePolicyId: optimized, allowedMethods: { items: methods } }],
          },
        },
      ],
      messages: { site: [message("cacheBehaviors[0]")] },
    },
  },
  clean: {
    "an API that is not cached": [
      api({ cachePolicyId: disabled, allowedMethods: methods, originRequestPolicyId: everything }),
    ],
    "a server that sees no caller": [api({ cachePolicyId: optimized })],
    "a bucket that takes uploads": [
      site(
        {},
        {
          defaultCacheBehavior: { ...behavior(), cachePolicyId: optimized, allowedMethods: methods },
          orderedCacheBehaviors: [],
        },
      ),
      bucket,
    ],
    "Authorization in the key": [own, cachePolicy(headers("authorization"))],
    "a session in the key": [own, cachePolicy({ cookiesConfig: { cookieBehavior: "whitelist" } })],
    "a cache policy that keeps nothing": [own, cachePolicy({}, { maxTtl: 0 })],
    "a cache policy of another stack": [api({ cachePolicyId: "E1", allowedMethods: methods })],
    "a request policy that sends the language and the browser": [
      forwarding,
      requestPolicy("whitelist", "none", ["Accept-Language", "User-Agent"]),
    ],
    "the older settings": [api({ forwardedValues: { headers: ["*"] }, allowedMethods: methods })],
  },
  unknown: {
    "a cache policy from elsewhere": {
      stack: [api({ cachePolicyId: unknown, allowedMethods: methods })],
      undecided: "site:defaultCacheBehavior.cachePolicyId",
    },
    "methods that are not known": {
      stack: [api({ cachePolicyId: optimized, allowedMethods: unknown })],
      undecided: "site:defaultCacheBehavior.cachePolicyId",
    },
    "a request policy with headers that are not known": {
      stack: [forwarding, requestPolicy(unknown)],
      undecided: "site:defaultCacheBehavior.cachePolicyId",
    },
    "a request policy with a header that is not known": {
      stack: [forwarding, requestPolicy("whitelist", "none", ["Accept-Language", unknown])],
      undecided: "site:defaultCacheBehavior.cachePolicyId",
    },
    "a key that is not known": {
      stack: [own, cachePolicy({}, { parametersInCacheKeyAndForwardedToOrigin: unknown })],
      undecided: "site:defaultCacheBehavior.cachePolicyId",
    },
    "two cache policies, one of which tells callers apart": {
      stack: [
        api({ cachePolicyId: unknown, allowedMethods: methods }, ["cache", "other"]),
        cachePolicy(),
        { ...cachePolicy(headers("x-api-key")), name: "other" },
      ],
      undecided: "site:defaultCacheBehavior.cachePolicyId",
    },
    "origins that are not known": {
      stack: [
        site({
          props: distribution({
            origins: unknown,
            defaultCacheBehavior: { ...behavior(), cachePolicyId: optimized, allowedMethods: methods },
            orderedCacheBehaviors: [],
          }),
        }),
      ],
      undecided: "site:defaultCacheBehavior.cachePolicyId",
    },
  },
});
