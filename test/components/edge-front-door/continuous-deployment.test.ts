// The staging distribution of a front door, in the three deployments that it takes.

import {
  type ContinuousDeploymentArgs,
  ContinuousDeploymentPhase,
  type EdgeFrontDoorArgs,
  HttpVersion,
  httpOrigin,
  s3Origin,
} from "../../../components";
import { checkEdgeFrontDoor } from "../../../components/edge-front-door/validate";
import { distributionArn } from "../aws-outputs";
import { follows } from "../record-stack";
import { untyped } from "../untyped";
import { build } from "./build";
import { hostedZoneId, tags } from "./variants";

const { Prepare, Active, Detach } = ContinuousDeploymentPhase;
const primaryArn = distributionArn("site-distribution");
const stagingArn = distributionArn("site-staging-distribution");

function withStaging(continuousDeployment: ContinuousDeploymentArgs, more: Partial<EdgeFrontDoorArgs> = {}) {
  return build({ origin: s3Origin(), httpVersion: HttpVersion.Http2, continuousDeployment, tags, ...more });
}

describe("the phases", () => {
  const POLICY_ID = "site-continuous-deployment-id";

  test.each([
    [Prepare, true, undefined],
    [Active, true, POLICY_ID],
    // Leaving the argument out would change nothing: only the empty text detaches.
    [Detach, false, ""],
  ])("%s: the policy is enabled %s, and attached as %j", async (phase, enabled, attached) => {
    const { inputsOf } = await withStaging({ phase, weightPercent: 5 });
    expect(inputsOf("site-continuous-deployment").enabled).toBe(enabled);
    expect(inputsOf("site-distribution").continuousDeploymentPolicyId).toBe(attached);
    expect(inputsOf("site-staging-distribution")).not.toHaveProperty("continuousDeploymentPolicyId");
  });

  test.each([Prepare, Active, Detach])(
    "%s: the front door's distribution changes after the policy and goes before it, the staging one last",
    async (phase) => {
      const { resources } = await withStaging({ phase, weightPercent: 5 });
      expect(follows(resources, "site-distribution", "site-continuous-deployment")).toBe(true);
      expect(follows(resources, "site-continuous-deployment", "site-staging-distribution")).toBe(true);
      expect(follows(resources, "site-staging-distribution", "site-distribution")).toBe(false);
    },
  );

  test("without it there is one distribution, with no word of a policy", async () => {
    const { inputsOf, resources } = await build({ origin: s3Origin() });
    expect(resources.filter(({ type }) => type === "aws:cloudfront/distribution:Distribution")).toHaveLength(1);
    expect(resources.filter(({ name }) => /staging|continuous/.test(name))).toEqual([]);
    expect(inputsOf("site-distribution")).not.toHaveProperty("continuousDeploymentPolicyId");
    expect(inputsOf("site-distribution")).not.toHaveProperty("staging");
  });
});

describe("the share of the traffic", () => {
  test.each([
    [1, 0.01],
    [7, 0.07],
    [15, 0.15],
  ])("is %d percent of viewers, who stay with it for a while", async (weightPercent, weight) => {
    const { inputsOf } = await withStaging({ phase: Active, weightPercent });
    expect(inputsOf("site-continuous-deployment")).toEqual({
      enabled: true,
      stagingDistributionDnsNames: { items: ["d111111abcdef8.cloudfront.net"], quantity: 1 },
      trafficConfig: {
        type: "SingleWeight",
        singleWeightConfig: { weight, sessionStickinessConfig: { idleTtl: 300, maximumTtl: 600 } },
      },
    });
  });

  test("is the requests with a header", async () => {
    const { inputsOf } = await withStaging({ phase: Active, header: { name: "aws-cf-cd-try", value: "1" } });
    expect(inputsOf("site-continuous-deployment").trafficConfig).toEqual({
      type: "SingleHeader",
      singleHeaderConfig: { header: "aws-cf-cd-try", value: "1" },
    });
  });
});

test("the staging distribution is the other one's twin but for the names, which are the other one's", async () => {
  const { inputsOf, resources } = await withStaging(
    { phase: Active, weightPercent: 5 },
    {
      domain: { name: "www.example.com", hostedZoneId },
      routes: [{ name: "api", pathPattern: "/api/*", origin: httpOrigin({ domainName: "api.example.com" }) }],
      geoRestriction: { blockedCountries: ["KP"] },
      errorPages: [{ errorCode: 404 }],
    },
  );
  const { aliases, continuousDeploymentPolicyId, ...primary } = inputsOf("site-distribution");
  expect(aliases).toEqual(["www.example.com"]);
  expect(continuousDeploymentPolicyId).toBeDefined();
  expect(inputsOf("site-staging-distribution")).toEqual({ ...primary, comment: "site (staging)", staging: true });
  // Everything behind them is made once.
  expect(
    resources
      .filter(({ type }) => type === "aws:s3/bucket:Bucket")
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["site-bucket", "site-log-bucket"]);
  expect(resources.filter(({ name }) => /^site-(a|aaaa)-/.test(name))).toHaveLength(2);
});

test("a bucket that both serve lets both in, and no other", async () => {
  const { policyOf } = await withStaging({ phase: Prepare, weightPercent: 5 });
  expect(policyOf("site-bucket-policy").Statement[0]).toEqual({
    Sid: "AllowCloudFrontRead",
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "s3:GetObject",
    Resource: "arn:aws:s3:::site-bucket-0123456/*",
    Condition: { StringEquals: { "AWS:SourceArn": [primaryArn, stagingArn] } },
  });
});

describe("what the staging distribution has of its own", () => {
  test("is made beside the other one's, and lets in the staging distribution alone", async () => {
    const shared = httpOrigin({ domainName: "api.example.com" });
    const { inputsOf, policyOf } = await withStaging(
      {
        phase: Prepare,
        weightPercent: 5,
        origin: s3Origin(),
        routes: [
          { name: "api", pathPattern: "/api/*", origin: shared },
          { name: "media", pathPattern: "/media/*", origin: s3Origin() },
        ],
      },
      { routes: [{ name: "old-api", pathPattern: "/api/*", origin: shared }] },
    );
    expect(inputsOf("site-staging-distribution").origins).toEqual([
      expect.objectContaining({ originId: "default-staging", originAccessControlId: "site-staging-oac-id" }),
      // The same object keeps the name of its first use.
      expect.objectContaining({ originId: "route-old-api" }),
      expect.objectContaining({
        originId: "route-media-staging",
        originAccessControlId: "site-staging-route-media-oac-id",
      }),
    ]);
    expect(inputsOf("site-staging-distribution").orderedCacheBehaviors).toMatchObject([
      { pathPattern: "/api/*", targetOriginId: "route-old-api" },
      { pathPattern: "/media/*", targetOriginId: "route-media-staging" },
    ]);
    expect(inputsOf("site-distribution").origins).toHaveLength(2);
    const readers = (policy: string) => policyOf(policy).Statement[0].Condition.StringEquals["AWS:SourceArn"];
    expect(readers("site-bucket-policy")).toBe(primaryArn);
    expect(readers("site-staging-bucket-policy")).toBe(stagingArn);
    expect(readers("site-staging-route-media-bucket-policy")).toBe(stagingArn);
  });

  test("may be the treatment of requests alone", async () => {
    const { inputsOf } = await withStaging({ phase: Prepare, weightPercent: 5, behavior: { compress: false } });
    expect(inputsOf("site-distribution").defaultCacheBehavior).toMatchObject({ compress: true });
    expect(inputsOf("site-staging-distribution").defaultCacheBehavior).toMatchObject({
      compress: false,
      targetOriginId: "default",
    });
  });

  test("may be no routes at all", async () => {
    const { inputsOf } = await withStaging(
      { phase: Prepare, weightPercent: 5, routes: [] },
      { routes: [{ name: "api", pathPattern: "/api/*", origin: httpOrigin({ domainName: "api.example.com" }) }] },
    );
    expect(inputsOf("site-staging-distribution").orderedCacheBehaviors).toEqual([]);
    expect(inputsOf("site-staging-distribution").origins).toHaveLength(1);
  });
});

describe("refuses", () => {
  const pathsOf = (continuousDeployment: ContinuousDeploymentArgs, more: Partial<EdgeFrontDoorArgs> = {}) =>
    checkEdgeFrontDoor("site", {
      origin: s3Origin(),
      httpVersion: HttpVersion.Http2,
      continuousDeployment,
      ...more,
    }).map(({ path }) => path.replaceAll("continuousDeployment.", "").replaceAll("continuousDeployment", "it"));

  const cases: [string, ContinuousDeploymentArgs, string[]][] = [
    ["no phase", untyped({ weightPercent: 5 }), ["phase"]],
    ["a phase that is none", { phase: untyped("on"), weightPercent: 5 }, ["phase"]],
    ["no share", { phase: Active }, ["weightPercent and header"]],
    [
      "two shares",
      { phase: Active, weightPercent: 5, header: { name: "aws-cf-cd-try", value: "1" } },
      ["weightPercent and header"],
    ],
    ["no traffic at all", { phase: Active, weightPercent: 0 }, ["weightPercent"]],
    ["more than 15 percent", { phase: Active, weightPercent: 16 }, ["weightPercent"]],
    ["a header of another name", { phase: Active, header: { name: "x-try", value: "1" } }, ["header.name"]],
    ["a header without name and value", { phase: Active, header: untyped({}) }, ["header.name", "header.value"]],
    ["an empty value", { phase: Active, header: { name: "aws-cf-cd-try", value: "" } }, ["header.value"]],
    ["what is no origin", { phase: Active, weightPercent: 5, origin: untyped({}) }, ["origin"]],
    [
      "routes that are none",
      { phase: Active, weightPercent: 5, routes: [{ name: "A", pathPattern: "/a b", origin: s3Origin() }] },
      ["routes[0].name", "routes[0].pathPattern"],
    ],
    [
      "what its own origin and behavior contradict",
      {
        phase: Active,
        weightPercent: 5,
        behavior: { originRequestPolicyId: "216adef6-5c7f-47e4-b989-5492eafa07d3" },
      },
      ["origin and behavior.originRequestPolicyId"],
    ],
  ];
  test.each(cases)("%s", (_title, deployment, paths) => {
    expect(pathsOf(deployment)).toEqual(paths);
  });

  test("HTTP/3, which cannot share its traffic", () => {
    expect(pathsOf({ phase: Prepare, weightPercent: 5 }, { httpVersion: undefined })).toEqual(["it and httpVersion"]);
  });

  test("an origin with a time for the whole answer, in staging as well", () => {
    const origin = httpOrigin({ domainName: "api.example.com", responseCompletionTimeoutSeconds: 60 });
    expect(pathsOf({ phase: Prepare, weightPercent: 5, origin })).toEqual([
      "it and origin.responseCompletionTimeoutSeconds",
    ]);
  });
});
