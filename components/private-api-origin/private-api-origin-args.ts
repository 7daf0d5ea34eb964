import type * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../aws/tags";
import type { EdgeFrontDoorArgs } from "../edge-front-door/args";
import type { SecretHeader } from "../load-balancing/secret-header";
import type { VpcOriginIngress } from "../vpc-origin/vpc-origin-args";
import type { PrivateApi } from "./apis/private-api";

/** How the endpoint learns which API a request is for. */
export const ApiRouting = {
  /** The load balancer rewrites host and path. Needs no domain, and the front door's own name never reaches the API. */
  ListenerTransform: "listener-transform",
  /** CloudFront says it in the header `x-apigw-api-id` and puts the stage in front of the path. One API for each origin. */
  ApiIdHeader: "api-id-header",
  /** The API has a private custom domain name, the front door's. Provisioning takes half an hour more. */
  CustomDomain: "custom-domain",
} as const;
export type ApiRouting = (typeof ApiRouting)[keyof typeof ApiRouting];

/** A private subnet. An `aws.ec2.Subnet` fits as it is. */
export interface PrivateSubnet {
  id: pulumi.Input<string>;
  /** Such as `euc1-az1`: one of each, and none without VPC origins. @default - not looked at */
  availabilityZoneId?: pulumi.Input<string>;
}

export interface PrivateApiNetworkArgs {
  vpcId: pulumi.Input<string>;
  /** CloudFront insists on one, though nothing is routed through it. */
  internetGatewayId: pulumi.Input<string>;
  /** At least two, in different zones. Load balancer and endpoint have an address in each. Add new ones at the end. */
  subnets: PrivateSubnet[];
  /** An `execute-api` endpoint of the VPC. @default - a new one, without private DNS, in the same subnets */
  existingEndpoint?: ExistingEndpoint;
}

/** An interface endpoint for `execute-api`. An `aws.ec2.VpcEndpoint` fits with its `securityGroupId` beside it. */
export interface ExistingEndpoint {
  id: pulumi.Input<string>;
  /** Its address in each of the subnets. */
  subnetConfigurations: pulumi.Input<pulumi.Input<EndpointAddress>[]>;
  /** Opened to the load balancer. */
  securityGroupId: pulumi.Input<string>;
}

export interface EndpointAddress {
  subnetId?: pulumi.Input<string | undefined>;
  ipv4?: pulumi.Input<string | undefined>;
}

/** The name by which CloudFront checks the load balancer's certificate. Nobody resolves it. */
export interface OriginCertificateArgs {
  /** Such as `orders-origin.example.com`; with `ApiRouting.CustomDomain` the front door's own name. */
  domainName: string;
  /** Public Route 53 zone in which a certificate for it is proved. Either this or `existingCertificateArn`. */
  hostedZoneId?: pulumi.Input<string>;
  /** A certificate in the Region of the stack that covers the name. */
  existingCertificateArn?: pulumi.Input<string>;
}

/** One API of several behind a load balancer. Either `pathPrefix` or `hostName`, or both. */
export interface MountedApi {
  api: PrivateApi;
  /** Requests whose path begins like this, such as `/orders`. The path is passed on as it is. */
  pathPrefix?: string;
  /** Requests for this host, one of the front door's names. `origin()` then forwards it (`OriginRequestPolicy.AllViewer`). */
  hostName?: string;
}

export interface PrivateApiOriginArgs {
  network: PrivateApiNetworkArgs;
  /** The API: `openApi({…})`, `lambdaRoutes({…})` or `existingApi({…})`. Either this or `apis`. */
  api?: PrivateApi;
  /** Several APIs behind one load balancer, by a name of your choice. The first that fits takes a request. */
  apis?: Record<string, MountedApi>;
  certificate: OriginCertificateArgs;
  /** Tells the load balancer that a request comes through this front door. */
  secretHeader: SecretHeader;
  /** @default ApiRouting.ListenerTransform */
  routing?: ApiRouting;
  /** How the load balancer is opened to CloudFront. @default VpcOriginIngress.ServiceSecurityGroup */
  ingress?: VpcOriginIngress;
  /** A front door for it, in the same stack. @default - hand `origin()` to one of your own */
  frontDoor?: Omit<EdgeFrontDoorArgs, "origin">;
  /** Accounts of the organization, its units or all of it, whose front doors may use it. @default - this account only */
  shareWith?: string[];
  /** Seconds that an answer may take, 1 to 120. API Gateway's own limit is 29 unless AWS raised it. @default 30 */
  readTimeoutSeconds?: number;
  /**
   * Whether the component makes the role with which API Gateway writes logs, of which an account has one in a Region: what was there is
   * replaced. Without any role the stage is refused. @default false, it is there
   */
  manageAccountLogging?: boolean;
  /** Days that logs are kept: one of the values CloudWatch Logs knows. @default 90 */
  retentionDays?: number;
  /** Protects load balancer and log groups from deletion. @default true */
  deletionProtection?: boolean;
  /** @default - none */
  tags?: Tags;
}
