import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { Tags } from "../aws/tags";
import type { RegionalNetwork } from "./regional-network";

export interface ServiceEndpointSettings {
  readonly parent: pulumi.Resource;
  readonly region: string;
  /** Services with an address in each private subnet, such as `logs`. Priced by the hour and zone. */
  readonly interfaces: readonly string[];
  /** Services that are a route: `s3` and `dynamodb`. Free. */
  readonly gateways: readonly string[];
  readonly tags: Tags | undefined;
}

export interface ServiceEndpoints {
  /** Of the interface endpoints: lets in whoever is allowed by a rule. */
  readonly securityGroup: aws.ec2.SecurityGroup;
  /** Prefix lists of the gateway endpoints, by service. */
  readonly prefixListIds: Readonly<Record<string, pulumi.Output<string>>>;
  /** Whoever calls the services comes after these. */
  readonly endpoints: readonly aws.ec2.VpcEndpoint[];
}

/** Ways from private subnets to AWS services without the internet. Children: `<name>-endpoints-security-group`, `<name>-endpoint-<service>`. */
export function createServiceEndpoints(
  name: string,
  { vpc, privateSubnetIds, routeTableIds }: RegionalNetwork,
  { parent, region, interfaces, gateways, tags }: ServiceEndpointSettings,
): ServiceEndpoints {
  const securityGroup = new aws.ec2.SecurityGroup(
    `${name}-endpoints-security-group`,
    { region, vpcId: vpc.id, description: `Service endpoints of ${name}`, tags },
    { parent },
  );
  const addressed = interfaces.map(
    (service) =>
      new aws.ec2.VpcEndpoint(
        `${name}-endpoint-${service.replace(".", "-")}`,
        {
          region,
          vpcId: vpc.id,
          vpcEndpointType: "Interface",
          serviceName: `com.amazonaws.${region}.${service}`,
          subnetIds: privateSubnetIds,
          securityGroupIds: [securityGroup.id],
          privateDnsEnabled: true,
          tags,
        },
        { parent },
      ),
  );
  const routed = gateways.map((service): [string, aws.ec2.VpcEndpoint] => [
    service,
    new aws.ec2.VpcEndpoint(
      `${name}-endpoint-${service}`,
      {
        region,
        vpcId: vpc.id,
        vpcEndpointType: "Gateway",
        serviceName: `com.amazonaws.${region}.${service}`,
        routeTableIds,
        tags,
      },
      { parent },
    ),
  ]);
  return {
    securityGroup,
    prefixListIds: Object.fromEntries(routed.map(([service, { prefixListId }]) => [service, prefixListId])),
    endpoints: [...addressed, ...routed.map(([, endpoint]) => endpoint)],
  };
}
