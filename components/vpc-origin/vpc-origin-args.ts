import type * as pulumi from "@pulumi/pulumi";

export const VpcOriginIngress = {
  /** Only what comes through VPC origins of this account into this VPC. Known once the VPC origin exists. */
  ServiceSecurityGroup: "serviceSecurityGroup",
  /** CloudFront's addresses. Known beforehand, and 55 of the 60 rules of a security group. */
  PrefixList: "prefixList",
  /** Somebody else writes the rule. */
  Caller: "caller",
} as const;
export type VpcOriginIngress = (typeof VpcOriginIngress)[keyof typeof VpcOriginIngress];

export const VpcOriginProtocol = {
  HttpsOnly: "https-only",
  /** Stays in the private network, and Security Hub reports CloudFront.9 all the same. */
  HttpOnly: "http-only",
} as const;
export type VpcOriginProtocol = (typeof VpcOriginProtocol)[keyof typeof VpcOriginProtocol];

/** An internal Application or Network Load Balancer. An `aws.lb.LoadBalancer` fits as it is. */
export interface InternalLoadBalancer {
  arn: pulumi.Input<string>;
  dnsName: pulumi.Input<string>;
  vpcId: pulumi.Input<string>;
  internal?: pulumi.Input<boolean>;
  /** `application` or `network`. */
  loadBalancerType?: pulumi.Input<string | undefined>;
  /** A dual-stack Network Load Balancer is refused. */
  ipAddressType?: pulumi.Input<string>;
  securityGroups?: pulumi.Input<pulumi.Input<string>[]>;
}

/** The listener that CloudFront calls. An `aws.lb.Listener` fits as it is. */
export interface OriginListener {
  /** TLS is refused: CloudFront itself encrypts and the load balancer passes on. */
  protocol: pulumi.Input<string>;
  port?: pulumi.Input<number | undefined>;
}

/** An instance in a private subnet. Of an `aws.ec2.Instance` all but its `vpcId` is there: `{ arn, privateDns, vpcId }`. */
export interface PrivateInstance {
  arn: pulumi.Input<string>;
  privateDns: pulumi.Input<string>;
  vpcId: pulumi.Input<string>;
}

/** A server in private subnets that CloudFront is to reach. Either `loadBalancer` or `instance`. */
export interface VpcOriginEndpointArgs {
  loadBalancer?: InternalLoadBalancer;
  /** The listener of a Network Load Balancer, to see that it is none for TLS. @default - not looked at */
  listener?: OriginListener;
  instance?: PrivateInstance;
  /** Of the load balancer or instance: opened to CloudFront. */
  securityGroupId: pulumi.Input<string>;
  /**
   * Of the VPC. CloudFront insists on one, though nothing is routed through it. Named here so that it exists first and is
   * detached last.
   */
  internetGatewayId: pulumi.Input<string>;
  /** Of the VPC. @default - the provider's */
  region?: pulumi.Input<string>;
  /** Ids (`euc1-az1`) of the zones of its subnets, to refuse those without VPC origins. @default - not looked at */
  availabilityZoneIds?: string[];
  /** @default VpcOriginIngress.ServiceSecurityGroup */
  ingress?: VpcOriginIngress;
  /** @default VpcOriginProtocol.HttpsOnly */
  protocol?: VpcOriginProtocol;
  /** 80, 443 or 1024 to 65535. @default 443 */
  httpsPort?: number;
  /** As `httpsPort`. @default 80 */
  httpPort?: number;
}
