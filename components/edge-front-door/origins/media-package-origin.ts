import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { checkGiven } from "../../argument-checks";
import { flag, input, object } from "../../argument-kinds";
import { CachePolicy } from "../../aws/cloudfront-policies";
import { allowCloudFrontMedia, policyDocument } from "../../aws/iam-documents";
import type { Problem } from "../../errors";
import { Feature } from "../compatibility/features";
import { AllowedMethods } from "../routes/behavior-args";
import { createAccessControl } from "./access-control";
import { checkServerName } from "./check-server-name";
import { type CustomOriginOptions, serverOrigin } from "./custom-origin";
import { SERVER_OPTIONS } from "./kinds-of-options";
import type {
  DistributionIdentity,
  Origin,
  OriginBehavior,
  OriginCheckContext,
  OriginScope,
  RequiredGrant,
} from "./origin";

/** An origin endpoint of MediaPackage v2. */
export interface MediaPackageEndpoint {
  channelGroupName: pulumi.Input<string>;
  channelName: pulumi.Input<string>;
  originEndpointName: pulumi.Input<string>;
  /** `arn:aws:mediapackagev2:<region>:<account>:channelGroup/<name>/channel/<name>/originEndpoint/<name>`. */
  arn: pulumi.Input<string>;
  /** @default - the provider's */
  region?: pulumi.Input<string>;
}

export interface MediaPackageOriginOptions extends Omit<CustomOriginOptions, "httpsPort" | "clientCertificateArn"> {
  /** Host of the channel group: `egressDomain` of an `aws.mediapackagev2.ChannelGroup`. */
  egressDomain: pulumi.Input<string>;
  endpoint: MediaPackageEndpoint;
  /** Whether the front door writes the endpoint's policy; otherwise `requiredGrants` says what it must contain. @default true */
  manageEndpointPolicy?: boolean;
}

/** A live or on-demand channel of MediaPackage v2, called with CloudFront's signature. Version 1 has no origin access control. */
export function mediaPackageOrigin(options: MediaPackageOriginOptions): Origin {
  const { egressDomain, endpoint, manageEndpointPolicy } = options ?? {};
  return serverOrigin({
    domainName: egressDomain,
    options,
    kinds: KINDS,
    behavior: MEDIA_BEHAVIOR,
    features: [{ feature: Feature.SignedHost }],
    check: (path, sound, context) => [
      ...checkHost(`${path}.egressDomain`, sound.egressDomain, context),
      ...checkEndpoint(`${path}.endpoint`, sound.endpoint ?? {}),
    ],
    protect: (scope) => ({
      originAccessControlId: createAccessControl(scope, "mediapackagev2").id,
      openTo: (distributions) => allowReading(scope, endpoint, distributions, manageEndpointPolicy ?? true),
    }),
  });
}

const KINDS = object<MediaPackageOriginOptions>({
  ...SERVER_OPTIONS,
  egressDomain: input,
  endpoint: object<MediaPackageEndpoint>({
    channelGroupName: input,
    channelName: input,
    originEndpointName: input,
    arn: input,
    region: input,
  }),
  manageEndpointPolicy: flag,
});

function checkHost(path: string, host: pulumi.Input<string> | undefined, context: OriginCheckContext): Problem[] {
  if (typeof host === "string" && /\.mediapackage(-vod)?\.[^.]+\.amazonaws\.com$/i.test(host)) {
    return [{ path, must: "be a host of MediaPackage v2: version 1 checks no signatures", got: host }];
  }
  return checkServerName(path, host, context);
}

function checkEndpoint(path: string, endpoint: Partial<MediaPackageEndpoint>): Problem[] {
  const { arn } = endpoint;
  return [
    ...checkGiven(path, endpoint, ["channelGroupName", "channelName", "originEndpointName", "arn"]),
    ...(typeof arn === "string" && !/^arn:[^:]+:mediapackagev2:.+\/originEndpoint\/[^/]+$/.test(arn)
      ? [{ path: `${path}.arn`, must: "be the ARN of an origin endpoint", got: arn }]
      : []),
  ];
}

function allowReading(
  { parent, name }: OriginScope,
  endpoint: MediaPackageEndpoint,
  distributions: readonly DistributionIdentity[],
  manage: boolean,
): pulumi.Output<RequiredGrant>[] {
  const statements = pulumi
    .all([endpoint.arn, pulumi.all(distributions.map(({ arn }) => arn))])
    .apply(([endpointArn, arns]) => [allowCloudFrontMedia(endpointArn, arns)]);
  if (!manage) {
    return [pulumi.output({ resourceArn: endpoint.arn, statements })];
  }
  // @pulumi/aws has no resource of its own for it.
  new aws.cloudcontrol.Resource(
    `${name}-endpoint-policy`,
    {
      region: endpoint.region,
      typeName: "AWS::MediaPackageV2::OriginEndpointPolicy",
      desiredState: pulumi.jsonStringify({
        ChannelGroupName: endpoint.channelGroupName,
        ChannelName: endpoint.channelName,
        OriginEndpointName: endpoint.originEndpointName,
        Policy: statements.apply((known) => JSON.parse(policyDocument(known))),
      }),
    },
    { parent },
  );
  return [];
}

const MEDIA_BEHAVIOR: OriginBehavior = {
  allowedMethods: AllowedMethods.ReadAndOptions,
  cachePolicyId: CachePolicy.ElementalMediaPackage,
};
