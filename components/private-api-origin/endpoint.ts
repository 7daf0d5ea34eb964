import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../aws/iam-documents";
import { refuse, regionOf } from "./late-checks";
import type { RoutedApi } from "./listener-rules";
import type { EndpointAddress, PrivateApiNetworkArgs } from "./private-api-origin-args";
import type { PrivateApiOriginScope } from "./scope";

/** The `execute-api` endpoint: the only door of the APIs. */
export interface Endpoint {
  readonly id: pulumi.Input<string>;
  readonly securityGroupId: pulumi.Input<string>;
  /** Its address in each of the declared subnets, in their order. */
  readonly addresses: readonly pulumi.Output<string>[];
  /** Whether its policy is the component's to write. */
  readonly isOwn: boolean;
}

/** Children: `<name>-endpoint`, `<name>-endpoint-security-group`. */
export function createEndpoint(scope: PrivateApiOriginScope, network: PrivateApiNetworkArgs): Endpoint {
  const { existingEndpoint, subnets } = network;
  if (existingEndpoint !== undefined) {
    const { id, securityGroupId, subnetConfigurations } = existingEndpoint;
    const path = "network.existingEndpoint.subnetConfigurations";
    const addresses = addressesIn(scope, path, subnets, pulumi.output(subnetConfigurations));
    return { id, securityGroupId, isOwn: false, addresses };
  }
  const { parent, name, tags } = scope;
  const securityGroup = new aws.ec2.SecurityGroup(
    `${name}-endpoint-security-group`,
    { vpcId: network.vpcId, description: `API endpoint of ${name}`, tags },
    { parent },
  );
  const endpoint = new aws.ec2.VpcEndpoint(
    `${name}-endpoint`,
    {
      vpcId: network.vpcId,
      vpcEndpointType: "Interface",
      serviceName: pulumi.interpolate`com.amazonaws.${regionOf(parent)}.execute-api`,
      subnetIds: subnets.map(({ id }) => id),
      securityGroupIds: [securityGroup.id],
      // With private DNS, calls from this VPC to everybody's public APIs would end here, in a 403.
      privateDnsEnabled: false,
      tags,
    },
    { parent },
  );
  return {
    id: endpoint.id,
    securityGroupId: securityGroup.id,
    isOwn: true,
    addresses: addressesIn(scope, "network.subnets", subnets, endpoint.subnetConfigurations),
  };
}

/** From the declared subnets, never from what AWS lists: how many targets there are must be known before the endpoint is. */
function addressesIn(
  { name }: PrivateApiOriginScope,
  path: string,
  subnets: PrivateApiNetworkArgs["subnets"],
  configurations: pulumi.Output<pulumi.Unwrap<EndpointAddress>[]>,
): pulumi.Output<string>[] {
  return subnets.map(({ id }) =>
    pulumi.all([configurations, id]).apply(([known, subnetId]) => {
      const address = known.find((configuration) => configuration.subnetId === subnetId)?.ipv4;
      const problem = { path, must: "have an address of the endpoint in each of the subnets", got: subnetId };
      refuse(name, address === undefined ? [problem] : []);
      return address ?? "";
    }),
  );
}

/** Limits a new endpoint to the APIs behind it, and their domain. They name the endpoint themselves, so this comes after all of them. */
export function limitEndpoint(
  { parent, name }: PrivateApiOriginScope,
  endpoint: Endpoint,
  apis: readonly RoutedApi[],
  domainArns: readonly pulumi.Output<string>[],
): pulumi.Resource[] {
  if (!endpoint.isOwn) {
    return [];
  }
  const apiArns = apis.map(({ bound }) => pulumi.interpolate`${bound.executionArn}/*`);
  const policy = pulumi.all([...apiArns, ...domainArns]).apply((resources) =>
    policyDocument([
      {
        Sid: "AllowTheseApis",
        Effect: "Allow",
        Principal: "*",
        Action: "execute-api:Invoke",
        Resource: resources,
      },
    ]),
  );
  return [new aws.ec2.VpcEndpointPolicy(`${name}-endpoint-policy`, { vpcEndpointId: endpoint.id, policy }, { parent })];
}
