// Identifiers of the policies that CloudFront manages: the same in every account, so no lookup is needed.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-cache-policies.html

export const CachePolicy = {
  /** Caches by path only and keeps a gzip and a brotli variant. For files. */
  CachingOptimized: "658327ea-f89d-4fab-a63d-7e88639e58f6",
  /** The same without variants, for files that are compressed already. */
  CachingOptimizedForUncompressedObjects: "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
  /** Caches nothing. For APIs. */
  CachingDisabled: "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
  /** Caches as the origin says, by `Host`, cookies and some headers. Query strings are not told apart. */
  UseOriginCacheControlHeaders: "83da9c7e-98b4-4e11-a168-04f0df8e2c65",
  UseOriginCacheControlHeadersAndQueryStrings: "4cc15a8a-d715-48a4-82b8-cc0b614638fe",
  ElementalMediaPackage: "08627262-05a9-4f76-9ded-b50ca2e3a84f",
  Amplify: "2e54312d-136d-493c-8eb9-b001f22f67d2",
} as const;

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-origin-request-policies.html
export const OriginRequestPolicy = {
  /** Forwards `Host` too, which breaks signed requests to S3 and host-routed APIs. */
  AllViewer: "216adef6-5c7f-47e4-b989-5492eafa07d3",
  AllViewerExceptHostHeader: "b689b0a8-53d0-40ab-baf2-68738e2966ac",
  /** Everything, `Host` included, and what CloudFront knows of the viewer: country, device, address. */
  AllViewerAndCloudFrontHeaders: "33f36d7e-f396-46d9-90e0-52428a34d9dc",
  CorsS3Origin: "88a5eaf4-2fd4-4709-b370-b4c650ea3fcf",
  CorsCustomOrigin: "59781a5b-3903-41f3-afcb-af62929ccde1",
  HostHeaderOnly: "bf0718e1-ba1e-49d1-88b1-f726733018ae",
  UserAgentRefererHeaders: "acba4595-bd28-49b8-b9fe-13317c0390fa",
  ElementalMediaTailorPersonalizedManifests: "775133bc-15f2-49f9-abea-afb2e0bf67d2",
} as const;

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-managed-response-headers-policies.html
export const ResponseHeadersPolicy = {
  SecurityHeaders: "67f7725c-6f97-4210-82d7-5512b31e9d03",
  SimpleCors: "60669652-455b-4ae9-85a4-c4c02393f86c",
  CorsWithPreflight: "5cc3b908-e619-4b99-88e5-2cf7f45965bd",
  CorsAndSecurityHeaders: "e61eb60c-9c35-4d20-a928-2b84e02af89c",
  CorsWithPreflightAndSecurityHeaders: "eaab4381-ed33-4a86-88ca-d9558dc6cd63",
} as const;

/** Policies after which the origin sees the viewer's `Host`: headers in the cache key are always forwarded. */
const FORWARD_HOST: readonly string[] = [
  OriginRequestPolicy.AllViewer,
  OriginRequestPolicy.AllViewerAndCloudFrontHeaders,
  OriginRequestPolicy.HostHeaderOnly,
  CachePolicy.UseOriginCacheControlHeaders,
  CachePolicy.UseOriginCacheControlHeadersAndQueryStrings,
  CachePolicy.Amplify,
];

export function forwardsHost(policyId: unknown): boolean {
  return typeof policyId === "string" && FORWARD_HOST.includes(policyId);
}

/** Whether CloudFront manages the policy; policies of an account have other ids. */
export function isManagedPolicy(policyId: unknown): boolean {
  return [CachePolicy, OriginRequestPolicy, ResponseHeadersPolicy].some((table) =>
    Object.values<unknown>(table).includes(policyId),
  );
}
