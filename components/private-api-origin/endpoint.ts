import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../aws/iam-documents";
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
    return { id, securityGroupId, isOwn: false, addresses: addressesIn(subnets, pulumi.output(subnetConfigurations)) };
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
      serviceName: pulumi.interpolate`com.amazonaws.${aws.getRegionOutput({}, { parent }).region}.execute-api`,
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
    addresses: addressesIn(subnets, endpoint.subnetConfigurations),
  };
}

/** From the declared subnets, never from what AWS lists: how many targets there are must be known before the endpoint is. */
function addressesIn(
  subnets: PrivateApiNetworkArgs["subnets"],
  configurations: pulumi.Output<pulumi.Unwrap<EndpointAddress>[]>,
): pulumi.Output<string>[] {
  return subnets.map(({ id }) =>
    pulumi.all([configurations, id]).apply(([known, subnetId]) => {
      const address = known.find((configuration) => configuration.subnetId === subnetId)?.ipv4;
      if (address === undefined) {
        throw new Error(
          `The execute-api endpoint has no address in subnet ${subnetId}; add the subnet to the endpoint`,
        );
      }
      return address;
    }),
  );
}

/** Limits a new endpoint to the APIs behind it. They name the endpoint themselves, so this comes after both. */
export function limitEndpoint(
  { parent, name }: PrivateApiOriginScope,
  endpoint: Endpoint,
  apis: readonly RoutedApi[],
): pulumi.Resource[] {
  if (!endpoint.isOwn) {
    return [];
  }
  const policy = pulumi.all(apis.map(({ bound }) => bound.executionArn)).apply((arns) =>
    policyDocument([
      {
        Sid: "AllowTheseApis",
        Effect: "Allow",
        Principal: "*",
        Action: "execute-api:Invoke",
        Resource: arns.map((arn) => `${arn}/*`),
      },
    ]),
  );
  return [new aws.ec2.VpcEndpointPolicy(`${name}-endpoint-policy`, { vpcEndpointId: endpoint.id, policy }, { parent })];
}
