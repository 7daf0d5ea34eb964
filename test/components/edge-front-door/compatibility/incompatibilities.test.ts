// What CloudFront does not do together: every row of the table, by arguments that ask for both.

import {
  CachePolicy,
  type EdgeFrontDoorArgs,
  EncryptionMode,
  existingLambdaAtEdge,
  FirewallMode,
  functionUrlOrigin,
  grpcOrigin,
  HttpVersion,
  httpOrigin,
  mediaPackageOrigin,
  OriginAccessPhase,
  OriginRequestPolicy,
  originGroup,
  s3Origin,
  vpcOrigin,
  WebsiteRouting,
} from "../../../../components";
import type { Feature } from "../../../../components/edge-front-door/compatibility/features";
import {
  checkCompatibility,
  INCOMPATIBILITIES,
} from "../../../../components/edge-front-door/compatibility/incompatibilities";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { existingBucket, keyArn } from "../variants";
import { EXAMPLES } from "./incompatible-examples";

const titleOf = ({ one, other }: { one: Feature; other: Feature }): string => `${one} with ${other}`;

function problemsOf(args: Partial<EdgeFrontDoorArgs>) {
  return checkEdgeFrontDoor("site", { origin: s3Origin(), ...args });
}

const pathsOf = (args: Partial<EdgeFrontDoorArgs>): string[] => problemsOf(args).map(({ path }) => path);

test("every row has one example, and every example a row", () => {
  expect(EXAMPLES.map(titleOf).sort()).toEqual(INCOMPATIBILITIES.map(titleOf).sort());
});

describe.each(INCOMPATIBILITIES.map((row) => [titleOf(row), row] as const))("%s", (title, row) => {
  const example = EXAMPLES.find((each) => titleOf(each) === title);

  test("is refused once, naming both arguments, the reason and a way out", () => {
    expect(example?.problems()).toEqual([
      { path: example?.path, must: `not combine ${row.one} and ${row.other}: ${row.why}`, use: row.wayOut },
    ]);
  });

  test("is fine after the way out", () => {
    expect(example?.wayOut()).toEqual([]);
  });

  test(row.within === "behavior" ? "goes in two behaviors" : "does not go in two behaviors either", () => {
    const count = (left: string, right: string): number =>
      checkCompatibility([
        { feature: row.one, path: "left", behavior: left },
        { feature: row.other, path: "right", behavior: right },
      ]).length;
    expect([count("default", "default"), count("default", "route 0")]).toEqual([1, row.within === "behavior" ? 0 : 1]);
  });

  test("names the page that says so", () => {
    expect(row.source).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|www\.w3\.org)\/\S+$/);
  });
});

describe("gRPC", () => {
  test("of a group's own first origin is refused where the group is", () => {
    const primary = grpcOrigin({ domainName: "calls.example.com" });
    const origin = originGroup({ primary, secondary: httpOrigin({ domainName: "standby.example.com" }) });
    expect(pathsOf({ origin })).toEqual(["origin"]);
  });

  test("to an origin that only takes reads is refused, though nobody named methods", () => {
    expect(problemsOf({ behavior: { grpc: true } })).toEqual([
      {
        path: "behavior.grpc and origin",
        must: "not combine gRPC and methods without POST: gRPC calls are POST requests",
        use: "a grpcOrigin with allowedMethods AllowedMethods.All",
      },
    ]);
  });

  test("that is switched off on a gRPC origin goes with everything", () => {
    const origin = grpcOrigin({ domainName: "calls.example.com", originShieldRegion: "eu-west-1" });
    expect(pathsOf({ origin, behavior: { grpc: false }, httpVersion: HttpVersion.Http1 })).toEqual([]);
  });
});

describe("a forwarded Host", () => {
  const functionUrl = {
    functionName: "render",
    functionUrl: "https://abc.lambda-url.eu-west-1.on.aws/",
    authorizationType: "AWS_IAM",
  };
  const endpoint = {
    channelGroupName: "g",
    channelName: "c",
    originEndpointName: "e",
    arn: "arn:aws:mediapackagev2:eu-west-1:123456789012:channelGroup/g/channel/c/originEndpoint/e",
  };
  const signed = {
    "an S3 origin": s3Origin(),
    "the URL of a function": functionUrlOrigin({ functionUrl }),
    "a media channel": mediaPackageOrigin({ egressDomain: "a.mediapackagev2.eu-west-1.amazonaws.com", endpoint }),
  };

  test.each(Object.entries(signed))("breaks the signature to %s", (_title, origin) => {
    const routes = [
      { name: "r", pathPattern: "/r", origin, originRequestPolicyId: OriginRequestPolicy.HostHeaderOnly },
    ];
    expect(pathsOf({ routes })).toEqual(["routes[0].origin and routes[0].originRequestPolicyId"]);
  });

  test.each([
    CachePolicy.UseOriginCacheControlHeaders,
    CachePolicy.UseOriginCacheControlHeadersAndQueryStrings,
    CachePolicy.Amplify,
  ])("comes of the cache policy %s, too", (cachePolicyId) => {
    expect(pathsOf({ behavior: { cachePolicyId } })).toEqual(["origin and behavior.cachePolicyId"]);
  });

  test("reaches a server that does not check it", () => {
    const origin = httpOrigin({ domainName: "api.example.com" });
    expect(pathsOf({ origin, behavior: { originRequestPolicyId: OriginRequestPolicy.AllViewer } })).toEqual([]);
  });

  test("breaks one member of a group", () => {
    const origin = originGroup({ primary: httpOrigin({ domainName: "api.example.com" }), secondary: s3Origin() });
    const originRequestPolicyId = OriginRequestPolicy.AllViewer;
    expect(pathsOf({ origin, behavior: { originRequestPolicyId } })).toEqual([
      "origin.secondary and behavior.originRequestPolicyId",
    ]);
  });
});

describe("an origin access identity", () => {
  const originAccessPhase = OriginAccessPhase.Oai;

  test("does not read through an existing key either", () => {
    const args = { origin: s3Origin({ originAccessPhase }), encryptionKeyArn: keyArn };
    expect(pathsOf(args)).toEqual(["origin and encryptionKeyArn"]);
  });

  test("goes with keys of S3", () => {
    expect(pathsOf({ origin: s3Origin({ originAccessPhase }), encryption: EncryptionMode.SseS3 })).toEqual([]);
  });

  test("reads a bucket made elsewhere, whose encryption is not the front door's, while the logs have a key", () => {
    const origin = s3Origin({ existingBucket, originAccessPhase });
    expect(pathsOf({ origin, encryption: EncryptionMode.SseKms })).toEqual([]);
  });
});

test("website routing is a CloudFront Function: Lambda@Edge on a viewer event does not go beside it", () => {
  const viewerResponse = existingLambdaAtEdge("arn:aws:lambda:us-east-1:123456789012:function:edge:7");
  const args = { websiteRouting: WebsiteRouting.IndexDocuments, behavior: { functions: { viewerResponse } } };
  expect(pathsOf(args)).toEqual(["websiteRouting and behavior.functions.viewerResponse"]);
});

test("features of different routes do not meet", () => {
  const internal = vpcOrigin({ domainName: "internal.example.com", existing: { vpcOriginId: "vo_1" } });
  const originRequest = existingLambdaAtEdge("arn:aws:lambda:us-east-1:123456789012:function:edge:7");
  const routes = [
    { name: "internal", pathPattern: "/internal/*", origin: internal },
    { name: "calls", pathPattern: "/calls/*", origin: grpcOrigin({ domainName: "calls.example.com" }) },
    {
      name: "api",
      pathPattern: "/api/*",
      origin: httpOrigin({ domainName: "api.example.com" }),
      functions: { originRequest },
    },
  ];
  expect(pathsOf({ routes })).toEqual([]);
});

test("two contradictions of one argument are two problems, and one that shows twice is one", () => {
  const origin = grpcOrigin({ domainName: "calls.example.com" });
  const routes = [{ name: "calls", pathPattern: "/calls/*", origin, grpc: true }];
  expect(pathsOf({ routes, errorPages: [{ errorCode: 503 }], httpVersion: HttpVersion.Http1 })).toEqual([
    "routes[0].grpc and errorPages",
    "routes[0].grpc and httpVersion",
  ]);
});

test("an allow list of IPv4 addresses locks nobody out where no firewall or an existing list looks", () => {
  const existingIpSetArns = ["arn:aws:wafv2:us-east-1:123456789012:global/ipset/offices/0"];
  expect(pathsOf({ firewall: { allowedAddresses: { ipv4: ["192.0.2.0/24"], existingIpSetArns } } })).toEqual([]);
  expect(pathsOf({ firewall: { blockedAddresses: { ipv4: ["192.0.2.0/24"] } } })).toEqual([]);
  expect(pathsOf({ firewall: { mode: FirewallMode.None } })).toEqual([]);
});
