import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { parseCidr, subrange } from "../aws/cidr";
import type { Tags } from "../aws/tags";
import { afterAll } from "../ordering";
import { createFlowLog } from "./flow-log";

export interface RegionalNetworkSettings {
  readonly parent: pulumi.Resource;
  readonly region: string;
  readonly cidrBlock: string;
  /** By id, which means the same zone in every account: names do not. */
  readonly availabilityZoneIds: readonly string[];
  /** Whether private subnets reach the internet, by a NAT gateway in each zone. */
  readonly internetAccess: boolean;
  readonly retentionDays: number;
  readonly tags: Tags | undefined;
}

export interface RegionalNetwork {
  readonly vpc: aws.ec2.Vpc;
  readonly zones: readonly NetworkZone[];
  /** Known once they have a way to the internet: AWS makes no public load balancer before. */
  readonly publicSubnetIds: pulumi.Output<string>[];
  /** Known once they have the ways that they will have. */
  readonly privateSubnetIds: pulumi.Output<string>[];
  /** Of the private subnets. */
  readonly routeTableIds: pulumi.Output<string>[];
}

export interface NetworkZone {
  readonly availabilityZoneId: string;
  readonly publicSubnet: aws.ec2.Subnet;
  readonly privateSubnet: aws.ec2.Subnet;
}

/** A network splits into 16 parts: public subnets take the first, private ones begin in the middle. */
const SUBNET_BITS = 4;
const FIRST_PRIVATE = 8;

/**
 * A VPC with a public and a private subnet in each zone. Nothing in it has a public address by itself, and the group that AWS gives to what
 * names none is closed. Children: `<name>-vpc`, `-internet-gateway`, `-public-<zone>`, `-private-<zone>` and so on.
 */
export function createRegionalNetwork(name: string, settings: RegionalNetworkSettings): RegionalNetwork {
  const { parent, region, tags } = settings;
  const vpc = new aws.ec2.Vpc(
    `${name}-vpc`,
    {
      region,
      cidrBlock: settings.cidrBlock,
      enableDnsSupport: true,
      enableDnsHostnames: true,
      tags: named(name, tags),
    },
    { parent },
  );
  new aws.ec2.DefaultSecurityGroup(`${name}-default-security-group`, { region, vpcId: vpc.id, tags }, { parent });
  createFlowLog(name, settings, vpc);
  const gateway = new aws.ec2.InternetGateway(`${name}-internet-gateway`, { region, vpcId: vpc.id, tags }, { parent });
  const publicRoutes = new aws.ec2.RouteTable(`${name}-public-routes`, { region, vpcId: vpc.id, tags }, { parent });
  const toInternet = new aws.ec2.Route(
    `${name}-public-default`,
    { region, routeTableId: publicRoutes.id, destinationCidrBlock: EVERYWHERE, gatewayId: gateway.id },
    { parent },
  );
  const zones = settings.availabilityZoneIds.map((zone, index) => {
    const publicSubnet = createSubnet(`${name}-public-${zone}`, settings, vpc, zone, index);
    const publicWays = [toInternet, associate(`${name}-public-${zone}`, settings, publicSubnet, publicRoutes)];
    const privateSubnet = createSubnet(`${name}-private-${zone}`, settings, vpc, zone, FIRST_PRIVATE + index);
    const routes = new aws.ec2.RouteTable(
      `${name}-private-${zone}-routes`,
      { region, vpcId: vpc.id, tags },
      { parent },
    );
    const privateWays = [
      associate(`${name}-private-${zone}`, settings, privateSubnet, routes),
      ...(settings.internetAccess
        ? [createNatGateway(`${name}-nat-${zone}`, settings, publicSubnet, routes, gateway)]
        : []),
    ];
    return { availabilityZoneId: zone, publicSubnet, privateSubnet, routes, publicWays, privateWays };
  });
  return {
    vpc,
    zones,
    publicSubnetIds: zones.map(({ publicSubnet, publicWays }) => afterAll(publicSubnet.id, publicWays)),
    privateSubnetIds: zones.map(({ privateSubnet, privateWays }) => afterAll(privateSubnet.id, privateWays)),
    routeTableIds: zones.map(({ routes }) => routes.id),
  };
}

const EVERYWHERE = "0.0.0.0/0";

/** The console shows this tag as the name. */
function named(name: string, tags: Tags | undefined): Tags {
  return { Name: name, ...tags };
}

function createSubnet(
  name: string,
  { parent, region, cidrBlock, tags }: RegionalNetworkSettings,
  vpc: aws.ec2.Vpc,
  availabilityZoneId: string,
  index: number,
): aws.ec2.Subnet {
  const whole = parseCidr(cidrBlock);
  if (whole === undefined) {
    throw new Error(`${cidrBlock} is no range of addresses`);
  }
  return new aws.ec2.Subnet(
    name,
    {
      region,
      vpcId: vpc.id,
      availabilityZoneId,
      cidrBlock: subrange(whole, SUBNET_BITS, index),
      mapPublicIpOnLaunch: false,
      tags: named(name, tags),
    },
    { parent },
  );
}

function associate(
  name: string,
  { parent, region }: RegionalNetworkSettings,
  subnet: aws.ec2.Subnet,
  routes: aws.ec2.RouteTable,
): aws.ec2.RouteTableAssociation {
  return new aws.ec2.RouteTableAssociation(
    `${name}-association`,
    { region, subnetId: subnet.id, routeTableId: routes.id },
    { parent },
  );
}

/** Returns the route to it. */
function createNatGateway(
  name: string,
  { parent, region, tags }: RegionalNetworkSettings,
  publicSubnet: aws.ec2.Subnet,
  routes: aws.ec2.RouteTable,
  gateway: aws.ec2.InternetGateway,
): aws.ec2.Route {
  const address = new aws.ec2.Eip(`${name}-address`, { region, domain: "vpc", tags }, { parent, dependsOn: gateway });
  const nat = new aws.ec2.NatGateway(
    name,
    { region, subnetId: publicSubnet.id, allocationId: address.id, tags },
    { parent, dependsOn: gateway },
  );
  return new aws.ec2.Route(
    `${name}-default`,
    { region, routeTableId: routes.id, destinationCidrBlock: EVERYWHERE, natGatewayId: nat.id },
    { parent },
  );
}
