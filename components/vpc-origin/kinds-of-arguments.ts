// The kind of every argument of a VPC origin. What the values say is checked after that.

import { anyObject, flag, input, list, number, object, orLater, record, suggesting, text } from "../argument-kinds";
import type { SharedVpcOriginArgs } from "./shared-vpc-origin";
import type { InternalLoadBalancer, OriginListener, PrivateInstance, VpcOriginEndpointArgs } from "./vpc-origin-args";

export const ENDPOINT_KINDS = object<VpcOriginEndpointArgs>({
  loadBalancer: object<InternalLoadBalancer>({
    arn: input,
    dnsName: input,
    vpcId: input,
    internal: orLater(flag),
    loadBalancerType: input,
    ipAddressType: input,
    securityGroups: orLater(list(input)),
  }),
  listener: object<OriginListener>({ protocol: input, port: orLater(number) }),
  instance: object<PrivateInstance>({ arn: input, privateDns: input, vpcId: input }),
  securityGroupId: input,
  internetGatewayId: input,
  region: input,
  availabilityZoneIds: list(text),
  ingress: text,
  protocol: text,
  httpsPort: number,
  httpPort: number,
});

/** Its inside is checked where an endpoint is. */
export const anyEndpoint = suggesting(anyObject, "{ loadBalancer, securityGroupId, internetGatewayId }");

export const SHARED_VPC_ORIGIN_KINDS = object<Partial<SharedVpcOriginArgs>>({
  endpoint: anyEndpoint,
  shareWith: list(text),
  allowExternalPrincipals: flag,
  tags: record(input),
});
