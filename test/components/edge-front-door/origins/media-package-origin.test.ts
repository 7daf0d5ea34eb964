// Channels of MediaPackage v2, called with CloudFront's signature.

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { CachePolicy, mediaPackageOrigin } from "../../../../components";
import { distributionArn } from "../../aws-outputs";
import { find, follows, known } from "../../record-stack";
import { pathsOf, problemsOf, serve } from "./serve";

const egressDomain = "abc123.egress.x1.mediapackagev2.eu-west-1.amazonaws.com";
const endpoint = {
  channelGroupName: "sports",
  channelName: "football",
  originEndpointName: "hls",
  arn: "arn:aws:mediapackagev2:eu-west-1:123456789012:channelGroup/sports/channel/football/originEndpoint/hls",
};
const statement = {
  Sid: "AllowCloudFrontRead",
  Effect: "Allow",
  Principal: { Service: "cloudfront.amazonaws.com" },
  Action: "mediapackagev2:GetObject",
  Resource: endpoint.arn,
  Condition: { StringEquals: { "AWS:SourceArn": distributionArn("site-distribution") } },
};

test("is asked at the channel group's host with signed requests, and cached as video", async () => {
  const { origins, inputsOf, children, distribution } = await serve(() =>
    mediaPackageOrigin({ egressDomain, endpoint }),
  );
  expect(children).toEqual(["endpoint-policy", "oac"]);
  expect(origins).toEqual([
    {
      originId: "default",
      domainName: egressDomain,
      originAccessControlId: "site-oac-id",
      customOriginConfig: {
        httpPort: 80,
        httpsPort: 443,
        originProtocolPolicy: "https-only",
        originSslProtocols: ["TLSv1.2"],
        originReadTimeout: 30,
      },
    },
  ]);
  expect(inputsOf("site-oac")).toEqual({
    description: "Signs requests of site to its channel",
    originAccessControlOriginType: "mediapackagev2",
    signingBehavior: "always",
    signingProtocol: "sigv4",
  });
  expect(distribution.defaultCacheBehavior).toMatchObject({
    allowedMethods: ["GET", "HEAD", "OPTIONS"],
    cachePolicyId: CachePolicy.ElementalMediaPackage,
  });
  expect(distribution.defaultCacheBehavior).not.toHaveProperty("originRequestPolicyId");
});

test("the endpoint's policy lets exactly this distribution read", async () => {
  const { inputsOf, resources } = await serve(() => mediaPackageOrigin({ egressDomain, endpoint }));
  const { typeName, desiredState, ...others } = inputsOf("site-endpoint-policy");
  expect(typeName).toBe("AWS::MediaPackageV2::OriginEndpointPolicy");
  expect(others).toEqual({});
  expect(JSON.parse(String(desiredState))).toEqual({
    ChannelGroupName: "sports",
    ChannelName: "football",
    OriginEndpointName: "hls",
    Policy: { Version: "2012-10-17", Statement: [statement] },
  });
  expect(follows(resources, "site-endpoint-policy", "site-distribution")).toBe(true);
  expect(find(resources, "site-endpoint-policy").secrets).toEqual([]);
});

test("an endpoint of another Region gets its policy there", async () => {
  const { inputsOf } = await serve(() =>
    mediaPackageOrigin({ egressDomain, endpoint: { ...endpoint, region: "eu-west-1" } }),
  );
  expect(inputsOf("site-endpoint-policy").region).toBe("eu-west-1");
});

test("an endpoint whose policy is somebody else's gets none, and its owner is told what it must allow", async () => {
  const { site, children } = await serve(() =>
    mediaPackageOrigin({ egressDomain, endpoint, manageEndpointPolicy: false }),
  );
  expect(children).toEqual(["oac"]);
  expect(await known(site.requiredGrants)).toEqual([{ resourceArn: endpoint.arn, statements: [statement] }]);
});

test("with a policy of its own nothing is left to others", async () => {
  const { site } = await serve(() => mediaPackageOrigin({ egressDomain, endpoint }));
  expect(await known(site.requiredGrants)).toEqual([]);
});

test("an aws.mediapackagev2.ChannelGroup of the same program gives its host", async () => {
  const { origins } = await serve(() => {
    const group = new aws.mediapackagev2.ChannelGroup("sports", { name: "sports" });
    return mediaPackageOrigin({ egressDomain: group.egressDomain, endpoint });
  });
  expect(origins).toMatchObject([{ domainName: "sports.egress.x1.mediapackagev2.eu-central-1.amazonaws.com" }]);
});

test("a first preview shows the same children", async () => {
  const later = pulumi.output(endpoint);
  const { children } = await serve(
    () => mediaPackageOrigin({ egressDomain, endpoint: { ...endpoint, arn: later.arn } }),
    {},
    { preview: true },
  );
  expect(children).toEqual(["endpoint-policy", "oac"]);
});

describe("is refused", () => {
  const cases: [string, object, string[]][] = [
    [
      "without anything",
      {},
      [
        "egressDomain",
        "endpoint.channelGroupName",
        "endpoint.channelName",
        "endpoint.originEndpointName",
        "endpoint.arn",
      ],
    ],
    ["with a URL for its host", { egressDomain: `https://${egressDomain}/out`, endpoint }, ["egressDomain"]],
    ["with a number for a name", { egressDomain, endpoint: { ...endpoint, channelName: 7 } }, ["endpoint.channelName"]],
    [
      "with the ARN of its channel",
      { egressDomain, endpoint: { ...endpoint, arn: endpoint.arn.replace(/\/originEndpoint.*/, "") } },
      ["endpoint.arn"],
    ],
  ];
  test.each(cases)("%s", (_title, options, paths) => {
    const given = options as Parameters<typeof mediaPackageOrigin>[0];
    expect(pathsOf(mediaPackageOrigin(given))).toEqual(paths.map((path) => `origin.${path}`));
  });

  test("in version 1, which checks no signatures", () => {
    const origin = mediaPackageOrigin({ egressDomain: "abc.mediapackage.eu-west-1.amazonaws.com", endpoint });
    expect(problemsOf(origin)).toEqual([
      "origin.egressDomain: be a host of MediaPackage v2: version 1 checks no signatures",
    ]);
  });
});
