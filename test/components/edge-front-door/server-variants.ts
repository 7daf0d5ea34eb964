// Front doors of servers: one of every kind that CloudFront asks.

import {
  apiGatewayOrigin,
  type EdgeFrontDoorArgs,
  functionUrlOrigin,
  grpcOrigin,
  httpOrigin,
  IpAddressType,
  loadBalancerOrigin,
  mediaPackageOrigin,
  type Origin,
  SigningBehavior,
  VpcOriginIngress,
  VpcOriginProtocol,
  vpcOrigin,
} from "../../../components";
import {
  certificateArn,
  channel,
  functionUrl,
  instance,
  internalLoadBalancer,
  network,
  publicLoadBalancer,
  tags,
} from "./made-elsewhere";

/** One route a server, named after it. */
function serving(servers: Record<string, Origin>): EdgeFrontDoorArgs {
  return {
    origin: httpOrigin({ domainName: "www.example.com" }),
    routes: Object.entries(servers).map(([name, origin]) => ({ name, pathPattern: `/${name}/*`, origin })),
    tags,
  };
}

export const SERVER_VARIANTS: Readonly<Record<string, () => EdgeFrontDoorArgs>> = {
  "public servers": () =>
    serving({
      mtls: httpOrigin({
        domainName: "mtls.example.com",
        ipAddressType: IpAddressType.DualStack,
        clientCertificateArn: certificateArn,
      }),
      grpc: grpcOrigin({ domainName: "grpc.example.com" }),
      balanced: loadBalancerOrigin({
        ...publicLoadBalancer,
        secretHeader: { value: "0123456789abcdef", previousValue: "fedcba9876543210" },
        ipAddressType: IpAddressType.DualStack,
        ipv6SecurityGroupId: "sg-3",
      }),
      api: apiGatewayOrigin({ api: { id: "id", region: "eu-central-1" }, stageName: "prod" }),
    }),
  "servers that check signatures": () =>
    serving({
      function: functionUrlOrigin({ functionUrl, signingBehavior: SigningBehavior.NoOverride }),
      alias: functionUrlOrigin({ functionUrl: { ...functionUrl, qualifier: "live", region: "eu-west-1" } }),
      live: mediaPackageOrigin(channel),
      archive: mediaPackageOrigin({ ...channel, manageEndpointPolicy: false }),
    }),
  "private servers": () =>
    serving({
      balanced: vpcOrigin({
        domainName: "in.example.com",
        endpoint: { loadBalancer: internalLoadBalancer, ...network },
      }),
      listed: vpcOrigin({
        endpoint: {
          loadBalancer: internalLoadBalancer,
          ...network,
          protocol: VpcOriginProtocol.HttpOnly,
          ingress: VpcOriginIngress.PrefixList,
        },
      }),
      instance: vpcOrigin({
        domainName: "instance.example.com",
        endpoint: { instance, ...network, ingress: VpcOriginIngress.Caller },
      }),
      shared: vpcOrigin({
        domainName: "other.example.com",
        existing: { vpcOriginId: "vo_1", ownerAccountId: "210987654321" },
      }),
    }),
};
