import type * as pulumi from "@pulumi/pulumi";
import type { EdgeFunction } from "./edge-function";
import type { KeyGroup } from "./key-group";

/** The three sets of methods that CloudFront knows. The value is what it lists, in its order. */
export const AllowedMethods = {
  Read: "GET, HEAD",
  ReadAndOptions: "GET, HEAD, OPTIONS",
  All: "GET, HEAD, OPTIONS, PUT, POST, PATCH, DELETE",
} as const;
export type AllowedMethods = (typeof AllowedMethods)[keyof typeof AllowedMethods];

export const ViewerProtocolPolicy = {
  /** Plain HTTP is answered with a redirect, so that old links keep working. */
  RedirectToHttps: "redirect-to-https",
  /** Plain HTTP is refused. For APIs: a client that sends a token over HTTP should notice. */
  HttpsOnly: "https-only",
} as const;
export type ViewerProtocolPolicy = (typeof ViewerProtocolPolicy)[keyof typeof ViewerProtocolPolicy];

/** How requests to one path are treated. What is left out fits the kind of origin. */
export interface BehaviorArgs {
  /** @default - by kind of origin: files are read, APIs take everything */
  allowedMethods?: AllowedMethods;
  /** One of `CachePolicy`, or the id of your own. @default - by kind of origin: files are cached, APIs are not */
  cachePolicyId?: pulumi.Input<string>;
  /** What of the request the origin sees: one of `OriginRequestPolicy`, or your own. @default - by kind of origin */
  originRequestPolicyId?: pulumi.Input<string>;
  /** One of `ResponseHeadersPolicy`, or your own. @default - the front door's */
  responseHeadersPolicyId?: pulumi.Input<string>;
  /** Answers to OPTIONS are cached as well, which browsers ask before they call across origins. @default false */
  cacheOptionsRequests?: boolean;
  /** gzip and brotli for viewers that take them; needs a cache policy that keeps the variants. @default true */
  compress?: boolean;
  /** @default ViewerProtocolPolicy.RedirectToHttps */
  viewerProtocolPolicy?: ViewerProtocolPolicy;
  /** Lets gRPC calls through. The origin must speak HTTP/2 over TLS. @default - only for `grpcOrigin` */
  grpc?: boolean;
  /** Code at the edge. @default - none */
  functions?: BehaviorFunctions;
  /** Only requests signed with one of these keys are served: signed URLs and cookies. At most 4 groups. @default - everybody */
  trustedKeyGroups?: KeyGroup[];
}

/** One function an event. */
export interface BehaviorFunctions {
  /** Before the cache is asked. Sees every request. */
  viewerRequest?: EdgeFunction;
  /** Before the answer leaves. */
  viewerResponse?: EdgeFunction;
  /** Before the origin is asked, on a cache miss. Lambda@Edge only. */
  originRequest?: EdgeFunction;
  /** Before the origin's answer is cached. Lambda@Edge only. */
  originResponse?: EdgeFunction;
}
