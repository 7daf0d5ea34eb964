// How requests to one path are treated: by kind of origin, and as the arguments say.

import * as pulumi from "@pulumi/pulumi";
import {
  AllowedMethods,
  apiGatewayOrigin,
  type BehaviorArgs,
  CachePolicy,
  existingKeyGroup,
  functionUrlOrigin,
  grpcOrigin,
  httpOrigin,
  loadBalancerOrigin,
  mediaPackageOrigin,
  type Origin,
  OriginRequestPolicy,
  originGroup,
  ResponseHeadersPolicy,
  s3Origin,
  ViewerProtocolPolicy,
  vpcOrigin,
} from "../../../../components";
import { build } from "../build";

const READ = ["GET", "HEAD"];
const READ_AND_OPTIONS = ["GET", "HEAD", "OPTIONS"];
const ALL = ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"];

const api = () => httpOrigin({ domainName: "api.example.com" });

/** The behavior of a route to this origin, as the distribution declares it. */
async function behaviorOf(origin: Origin, args: BehaviorArgs = {}): Promise<unknown> {
  const { inputsOf } = await build({
    origin: api(),
    routes: [{ name: "it", pathPattern: "/it/*", origin, ...args }],
    httpVersion: "http2",
  });
  const { orderedCacheBehaviors } = inputsOf("site-distribution");
  expect(orderedCacheBehaviors).toHaveLength(1);
  return Array.isArray(orderedCacheBehaviors) ? orderedCacheBehaviors[0] : undefined;
}

const OF_SERVERS = {
  allowedMethods: ALL,
  cachePolicyId: CachePolicy.CachingDisabled,
  originRequestPolicyId: OriginRequestPolicy.AllViewerExceptHostHeader,
};
const OF_BUCKETS = { allowedMethods: READ_AND_OPTIONS, cachePolicyId: CachePolicy.CachingOptimized };

describe("a route that says nothing", () => {
  const arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012";
  const kinds: [string, () => Origin, object][] = [
    ["a bucket", () => s3Origin(), OF_BUCKETS],
    ["an HTTP server", api, OF_SERVERS],
    [
      "a gRPC server",
      () => grpcOrigin({ domainName: "grpc.example.com" }),
      { ...OF_SERVERS, originRequestPolicyId: OriginRequestPolicy.AllViewer, grpcConfig: { enabled: true } },
    ],
    [
      "a load balancer",
      () =>
        loadBalancerOrigin({
          domainName: "lb.example.com",
          secretHeader: { value: "0123456789abcdef" },
          listenerArn: `${arn}:listener/app/lb/0/0`,
          targetGroupArn: `${arn}:targetgroup/web/0`,
          securityGroupId: "sg-1",
        }),
      OF_SERVERS,
    ],
    ["a VPC origin", () => vpcOrigin({ domainName: "in.example.com", existing: { vpcOriginId: "vo_1" } }), OF_SERVERS],
    [
      "a function's URL",
      () =>
        functionUrlOrigin({
          functionUrl: {
            functionName: "f",
            functionUrl: "https://id.lambda-url.eu-central-1.on.aws/",
            authorizationType: "AWS_IAM",
          },
        }),
      OF_SERVERS,
    ],
    ["an API", () => apiGatewayOrigin({ api: { id: "id", region: "eu-central-1" }, stageName: "prod" }), OF_SERVERS],
    [
      "a channel",
      () =>
        mediaPackageOrigin({
          egressDomain: "id.egress.a.mediapackagev2.eu-central-1.amazonaws.com",
          endpoint: {
            channelGroupName: "g",
            channelName: "c",
            originEndpointName: "e",
            arn: "arn:aws:mediapackagev2:eu-central-1:123456789012:channelGroup/g/channel/c/originEndpoint/e",
          },
        }),
      { allowedMethods: READ_AND_OPTIONS, cachePolicyId: CachePolicy.ElementalMediaPackage },
    ],
    [
      "a group of buckets",
      () => originGroup({ primary: s3Origin(), secondary: s3Origin() }),
      { ...OF_BUCKETS, targetOriginId: "route-it-group" },
    ],
    [
      "a group of servers",
      () => originGroup({ primary: api(), secondary: api() }),
      { ...OF_SERVERS, allowedMethods: READ_AND_OPTIONS, targetOriginId: "route-it-group" },
    ],
  ];

  test.each(kinds)("to %s is treated as fits it", async (_title, origin, expected) => {
    expect(await behaviorOf(origin())).toEqual({
      pathPattern: "/it/*",
      targetOriginId: "route-it",
      viewerProtocolPolicy: "redirect-to-https",
      cachedMethods: READ,
      compress: true,
      responseHeadersPolicyId: ResponseHeadersPolicy.SecurityHeaders,
      ...expected,
    });
  });
});

describe("a route that says how it is treated", () => {
  const cases: [string, BehaviorArgs, object][] = [
    ["reads only", { allowedMethods: AllowedMethods.Read }, { allowedMethods: READ }],
    ["reads and asks", { allowedMethods: AllowedMethods.ReadAndOptions }, { allowedMethods: READ_AND_OPTIONS }],
    ["takes everything", { allowedMethods: AllowedMethods.All }, { allowedMethods: ALL }],
    ["caches OPTIONS", { cacheOptionsRequests: true }, { allowedMethods: ALL, cachedMethods: READ_AND_OPTIONS }],
    [
      "has managed policies",
      {
        cachePolicyId: CachePolicy.CachingOptimizedForUncompressedObjects,
        originRequestPolicyId: OriginRequestPolicy.UserAgentRefererHeaders,
        responseHeadersPolicyId: ResponseHeadersPolicy.SimpleCors,
      },
      {
        cachePolicyId: "b2884449-e4de-46a7-ac36-70bc7f1ddd6d",
        originRequestPolicyId: "acba4595-bd28-49b8-b9fe-13317c0390fa",
        responseHeadersPolicyId: "60669652-455b-4ae9-85a4-c4c02393f86c",
      },
    ],
    [
      "has policies of its own",
      {
        cachePolicyId: pulumi.output("own-cache"),
        originRequestPolicyId: pulumi.output("own-request"),
        responseHeadersPolicyId: pulumi.output("own-headers"),
      },
      { cachePolicyId: "own-cache", originRequestPolicyId: "own-request", responseHeadersPolicyId: "own-headers" },
    ],
    ["does not compress", { compress: false }, { compress: false }],
    [
      "refuses plain HTTP",
      { viewerProtocolPolicy: ViewerProtocolPolicy.HttpsOnly },
      { viewerProtocolPolicy: "https-only" },
    ],
    ["lets gRPC through", { grpc: true }, { grpcConfig: { enabled: true } }],
    [
      "wants signatures",
      { trustedKeyGroups: [existingKeyGroup("group-1"), existingKeyGroup(pulumi.output("group-2"))] },
      { trustedKeyGroups: ["group-1", "group-2"] },
    ],
  ];

  test.each(cases)("%s", async (_title, args, expected) => {
    expect(await behaviorOf(api(), args)).toEqual({
      pathPattern: "/it/*",
      targetOriginId: "route-it",
      viewerProtocolPolicy: "redirect-to-https",
      cachedMethods: READ,
      compress: true,
      responseHeadersPolicyId: ResponseHeadersPolicy.SecurityHeaders,
      ...OF_SERVERS,
      ...expected,
    });
  });

  test("lets no gRPC through to a server that speaks it", async () => {
    expect(await behaviorOf(grpcOrigin({ domainName: "grpc.example.com" }), { grpc: false })).not.toHaveProperty(
      "grpcConfig",
    );
  });
});

test("the default behavior takes the same arguments", async () => {
  const { inputsOf, resources } = await build({
    origin: api(),
    behavior: {
      allowedMethods: AllowedMethods.ReadAndOptions,
      cacheOptionsRequests: true,
      cachePolicyId: CachePolicy.CachingOptimized,
      originRequestPolicyId: OriginRequestPolicy.CorsCustomOrigin,
      responseHeadersPolicyId: ResponseHeadersPolicy.CorsWithPreflight,
      compress: false,
      viewerProtocolPolicy: ViewerProtocolPolicy.HttpsOnly,
      trustedKeyGroups: [existingKeyGroup("group-1")],
    },
  });
  expect(inputsOf("site-distribution").defaultCacheBehavior).toEqual({
    targetOriginId: "default",
    viewerProtocolPolicy: "https-only",
    allowedMethods: READ_AND_OPTIONS,
    cachedMethods: READ_AND_OPTIONS,
    compress: false,
    cachePolicyId: CachePolicy.CachingOptimized,
    originRequestPolicyId: OriginRequestPolicy.CorsCustomOrigin,
    responseHeadersPolicyId: ResponseHeadersPolicy.CorsWithPreflight,
    trustedKeyGroups: ["group-1"],
  });
  expect(resources.filter(({ type }) => /:(Cache|OriginRequest|ResponseHeaders)Policy$/.test(type))).toEqual([]);
});

test("routes keep their order, which is that of precedence, and their paths as they are", async () => {
  const origin = api();
  const { inputsOf } = await build({
    origin: s3Origin(),
    routes: ["b/*", "/a/*", "*.jpg", "/a?c"].map((pathPattern, index) => ({ name: `r${index}`, pathPattern, origin })),
  });
  expect(inputsOf("site-distribution").orderedCacheBehaviors).toEqual(
    ["b/*", "/a/*", "*.jpg", "/a?c"].map((pathPattern) => expect.objectContaining({ pathPattern })),
  );
});
