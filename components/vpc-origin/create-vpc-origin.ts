import { createHash } from "node:crypto";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../aws/tags";
import { ORIGIN_TLS_PROTOCOLS } from "../aws/tls";
import { SERVICE_SECURITY_GROUP } from "../aws/vpc-origins";
import { allowCloudFrontAddresses } from "../load-balancing/cloudfront-ingress";
import { verifiedArn } from "./endpoint-facts";
import { type VpcOriginEndpointArgs, VpcOriginIngress, VpcOriginProtocol } from "./vpc-origin-args";

export interface VpcOriginSettings {
  readonly parent: pulumi.Resource;
  readonly endpoint: VpcOriginEndpointArgs;
  readonly tags: Tags | undefined;
}

export interface CreatedVpcOrigin {
  readonly vpcOrigin: aws.cloudfront.VpcOrigin;
  /** What must exist before the first request: without the rule CloudFront answers 504. */
  readonly ready: pulumi.Resource[];
}

/** Creation takes up to a quarter of an hour, sometimes more (terraform-aws-modules/terraform-aws-cloudfront#163). */
const TIMEOUT = "30m";

/** A VPC origin and the rule that lets it reach the endpoint. Children: `<name>-vpc-origin`, `<name>-vpc-origin-ingress`. */
export function createVpcOrigin(name: string, settings: VpcOriginSettings): CreatedVpcOrigin {
  const { parent, endpoint, tags } = settings;
  const config = {
    arn: verifiedArn(`${name}-vpc-origin`, endpoint),
    httpPort: endpoint.httpPort ?? 80,
    httpsPort: endpoint.httpsPort ?? 443,
    originProtocolPolicy: endpoint.protocol ?? VpcOriginProtocol.HttpsOnly,
    originSslProtocols: { items: [...ORIGIN_TLS_PROTOCOLS], quantity: ORIGIN_TLS_PROTOCOLS.length },
  };
  const vpcOrigin = new aws.cloudfront.VpcOrigin(
    `${name}-vpc-origin`,
    {
      vpcOriginEndpointConfig: { ...config, name: pulumi.output(config).apply((known) => `${name}-${hashOf(known)}`) },
      // The resource option `customTimeouts` does not reach this kind of provider resource (pulumi/pulumi-terraform-bridge#827).
      timeouts: { create: TIMEOUT, update: TIMEOUT, delete: TIMEOUT },
      tags,
    },
    {
      parent,
      // CloudFront refuses to change a VPC origin that a distribution uses (409, hashicorp/terraform-provider-aws#40905). A new
      // one with a name of its own is made first, the distribution moves to it, and the old one goes.
      replaceOnChanges: ["vpcOriginEndpointConfig"],
    },
  );
  return { vpcOrigin, ready: [vpcOrigin, ...createIngress(name, settings, vpcOrigin)] };
}

/** Names are unique in an account: without the endpoint in it old and new could not exist side by side, without the stack its likes. */
function hashOf(config: unknown): string {
  const distinct = JSON.stringify([pulumi.getProject(), pulumi.getStack(), config]);
  return createHash("sha256").update(distinct).digest("hex").slice(0, 8);
}

function createIngress(
  name: string,
  { parent, endpoint, tags }: VpcOriginSettings,
  vpcOrigin: aws.cloudfront.VpcOrigin,
): pulumi.Resource[] {
  const ruleName = `${name}-vpc-origin-ingress`;
  const port =
    endpoint.protocol === VpcOriginProtocol.HttpOnly ? (endpoint.httpPort ?? 80) : (endpoint.httpsPort ?? 443);
  const { securityGroupId, region } = endpoint;
  switch (endpoint.ingress ?? VpcOriginIngress.ServiceSecurityGroup) {
    case VpcOriginIngress.Caller:
      return [];
    case VpcOriginIngress.PrefixList:
      return [allowCloudFrontAddresses(ruleName, { parent, securityGroupId, region, port, tags })];
    default:
      return [
        new aws.vpc.SecurityGroupIngressRule(
          ruleName,
          {
            region,
            securityGroupId,
            referencedSecurityGroupId: serviceSecurityGroupId(parent, endpoint, vpcOrigin),
            ipProtocol: "tcp",
            fromPort: port,
            toPort: port,
            description: "CloudFront VPC origins of this VPC",
            tags,
          },
          {
            parent,
            // Gone before the VPC origin: CloudFront deletes its group with the last VPC origin, and not while a rule names it.
            dependsOn: vpcOrigin,
            // The old port stays open until the distribution has moved to the VPC origin with the new one.
            replaceOnChanges: ["fromPort", "toPort"],
          },
        ),
      ];
  }
}

/** CloudFront makes the group with the first VPC origin of a VPC, so the lookup waits for this one. */
function serviceSecurityGroupId(
  parent: pulumi.Resource,
  { loadBalancer, instance, region }: VpcOriginEndpointArgs,
  vpcOrigin: aws.cloudfront.VpcOrigin,
): pulumi.Output<string> {
  const vpcId = loadBalancer?.vpcId ?? instance?.vpcId ?? "";
  return aws.ec2.getSecurityGroupOutput(
    {
      region,
      filters: [
        { name: "group-name", values: [SERVICE_SECURITY_GROUP] },
        { name: "vpc-id", values: [vpcId] },
      ],
    },
    { parent, dependsOn: [vpcOrigin] },
  ).id;
}
