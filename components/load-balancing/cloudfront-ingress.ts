import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../aws/tags";
import { CLOUDFRONT_IPV6_PREFIX_LIST, CLOUDFRONT_PREFIX_LIST } from "../aws/vpc-origins";

export interface CloudFrontIngressSettings {
  readonly parent: pulumi.Resource;
  readonly securityGroupId: pulumi.Input<string>;
  readonly port: pulumi.Input<number>;
  /** Of the security group; the provider's unless given. */
  readonly region?: pulumi.Input<string>;
  readonly ipVersion?: 4 | 6;
  readonly tags: Tags | undefined;
}

/** Lets CloudFront's addresses in, of every account's distributions: a secret header has to tell them apart. */
export function allowCloudFrontAddresses(
  name: string,
  { parent, securityGroupId, port, region, ipVersion = 4, tags }: CloudFrontIngressSettings,
): aws.vpc.SecurityGroupIngressRule {
  const prefixList = aws.ec2.getManagedPrefixListOutput(
    { name: ipVersion === 6 ? CLOUDFRONT_IPV6_PREFIX_LIST : CLOUDFRONT_PREFIX_LIST, region },
    { parent },
  );
  return new aws.vpc.SecurityGroupIngressRule(
    name,
    {
      region,
      securityGroupId,
      prefixListId: prefixList.id,
      ipProtocol: "tcp",
      fromPort: port,
      toPort: port,
      description: "CloudFront",
      tags,
    },
    { parent },
  );
}
