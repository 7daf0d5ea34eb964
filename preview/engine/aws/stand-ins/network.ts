// VPC and EC2.

import type { PropertyMap } from "../../../plan/plan";
import type { Context, StandInRule, StandInRules } from "../context";
import { zonesOf } from "../place";
import { serviceZoneId } from "../zone-ids";

/** Type → [id prefix, word in the ARN] (Service Authorization Reference, "Amazon EC2"). */
const EC2: Readonly<Record<string, readonly [string, string]>> = {
  "ebs/Snapshot": ["snap", "snapshot"],
  "ebs/Volume": ["vol", "volume"],
  "ec2/Ami": ["ami", "image"],
  "ec2/CustomerGateway": ["cgw", "customer-gateway"],
  "ec2/EgressOnlyInternetGateway": ["eigw", "egress-only-internet-gateway"],
  "ec2/Eip": ["eipalloc", "elastic-ip"],
  "ec2/FlowLog": ["fl", "vpc-flow-log"],
  "ec2/Instance": ["i", "instance"],
  "ec2/InternetGateway": ["igw", "internet-gateway"],
  "ec2/LaunchTemplate": ["lt", "launch-template"],
  "ec2/ManagedPrefixList": ["pl", "prefix-list"],
  "ec2/NatGateway": ["nat", "natgateway"],
  "ec2/NetworkAcl": ["acl", "network-acl"],
  "ec2/NetworkInterface": ["eni", "network-interface"],
  "ec2/RouteTable": ["rtb", "route-table"],
  "ec2/RouteTableAssociation": ["rtbassoc", "route-table-association"],
  "ec2/SecurityGroup": ["sg", "security-group"],
  "ec2/Subnet": ["subnet", "subnet"],
  "ec2/Vpc": ["vpc", "vpc"],
  "ec2/VpcDhcpOptions": ["dopt", "dhcp-options"],
  "ec2/VpcEndpoint": ["vpce", "vpc-endpoint"],
  "ec2/VpcEndpointService": ["vpce-svc", "vpc-endpoint-service"],
  "ec2/VpcPeeringConnection": ["pcx", "vpc-peering-connection"],
  "ec2/VpnConnection": ["vpn", "vpn-connection"],
  "ec2/VpnGateway": ["vgw", "vpn-gateway"],
  "ec2transitgateway/TransitGateway": ["tgw", "transit-gateway"],
  "ec2transitgateway/RouteTable": ["tgw-rtb", "transit-gateway-route-table"],
  "ec2transitgateway/VpcAttachment": ["tgw-attach", "transit-gateway-attachment"],
  "vpc/SecurityGroupEgressRule": ["sgr", "security-group-rule"],
  "vpc/SecurityGroupIngressRule": ["sgr", "security-group-rule"],
};

/** Addresses in the range for benchmarks (RFC 2544): never a real host. */
const publicAddress = (c: Context): string =>
  `198.${18 + c.seed.int("net", 2)}.${c.seed.int("ip-b", 256)}.${1 + c.seed.int("ip-a", 254)}`;
const privateAddress = (c: Context, n = ""): string =>
  `10.0.${c.seed.int(`ip-b${n}`, 256)}.${4 + c.seed.int(`ip-a${n}`, 250)}`;

const dashed = (address: string): string => address.replaceAll(".", "-");
/** us-east-1 kept the names it had before there were Regions. */
const privateDnsDomain = (c: Context): string =>
  c.region === "us-east-1" ? "ec2.internal" : `${c.region}.compute.internal`;
const publicDnsDomain = (c: Context): string =>
  c.region === "us-east-1" ? "compute-1.amazonaws.com" : `${c.region}.compute.${c.dns}`;

function vpcOutputs(c: Context): PropertyMap {
  const routeTable = `rtb-0${c.seed.hex("rtb", 16)}`;
  const hasIpv6 = c.inputs.assignGeneratedIpv6CidrBlock === true;
  return {
    defaultNetworkAclId: `acl-0${c.seed.hex("acl", 16)}`,
    defaultRouteTableId: routeTable,
    mainRouteTableId: routeTable,
    defaultSecurityGroupId: `sg-0${c.seed.hex("sg", 16)}`,
    dhcpOptionsId: `dopt-0${c.seed.hex("dopt", 16)}`,
    ipv6CidrBlock: hasIpv6 ? `2600:1f14:${c.seed.hex("ipv6", 4)}:${c.seed.hex("ipv6-low", 2)}00::/56` : "",
    ipv6AssociationId: hasIpv6 ? `vpc-cidr-assoc-0${c.seed.hex("assoc", 16)}` : "",
    ...(c.isRead ? { cidrBlock: "10.0.0.0/16", enableDnsSupport: true } : {}),
  };
}

function subnetOutputs(c: Context): PropertyMap {
  const zones = zonesOf(c.region);
  const zone =
    zones.find((z) => z.name === c.text("availabilityZone") || z.id === c.text("availabilityZoneId")) ??
    zones[c.seed.int("zone", zones.length)];
  return {
    availabilityZone: zone?.name ?? `${c.region}a`,
    availabilityZoneId: zone?.id ?? "",
    ipv6CidrBlockAssociationId: c.text("ipv6CidrBlock") ? `subnet-cidr-assoc-0${c.seed.hex("assoc", 16)}` : "",
    privateDnsHostnameTypeOnLaunch: "ip-name",
  };
}

function endpointOutputs(c: Context): PropertyMap {
  const kind = c.text("vpcEndpointType") ?? "Gateway";
  if (kind === "Gateway") {
    return {
      prefixListId: `pl-${c.seed.hex("pl", 8)}`,
      cidrBlocks: ["52.216.0.0/15"],
      dnsEntries: [],
      networkInterfaceIds: [],
      subnetConfigurations: [],
    };
  }
  const service = (c.text("serviceName") ?? "").replace(/^.*\.([^.]+)$/, "$1");
  const domain = `${c.id}-${c.seed.lower("dns", 8)}.${service}.${c.region}.vpce.${c.dns}`;
  const subnets = c.texts("subnetIds");
  return {
    prefixListId: "",
    cidrBlocks: [],
    dnsEntries:
      kind === "Interface"
        ? [
            { dnsName: domain, hostedZoneId: serviceZoneId("vpce", c.region) },
            ...zonesOf(c.region)
              .slice(0, subnets.length)
              .map((z) => ({
                dnsName: domain.replace(/^([^.]+)/, `$1-${z.name}`),
                hostedZoneId: serviceZoneId("vpce", c.region),
              })),
          ]
        : [],
    networkInterfaceIds: subnets.map((s) => `eni-0${c.seed.hex(s, 16)}`),
    subnetConfigurations: subnets.map((subnetId) => ({ ipv4: privateAddress(c, subnetId), ipv6: "", subnetId })),
    securityGroupIds: [`sg-0${c.seed.hex("default-sg", 16)}`],
    ipAddressType: "ipv4",
  };
}

function instanceOutputs(c: Context): PropertyMap {
  const privateIp = c.text("privateIp") ?? privateAddress(c);
  const publicIp = c.inputs.associatePublicIpAddress === true ? publicAddress(c) : "";
  return {
    privateIp,
    privateDns: `ip-${dashed(privateIp)}.${privateDnsDomain(c)}`,
    publicIp,
    publicDns: publicIp === "" ? "" : `ec2-${dashed(publicIp)}.${publicDnsDomain(c)}`,
    instanceState: "running",
    instanceLifecycle: "",
    spotInstanceRequestId: "",
    passwordData: "",
    outpostArn: "",
    keyName: "",
  };
}

const EC2_OUTPUTS: Readonly<Record<string, (c: Context) => PropertyMap>> = {
  "ec2/Vpc": vpcOutputs,
  "ec2/Subnet": subnetOutputs,
  "ec2/VpcEndpoint": endpointOutputs,
  "ec2/Instance": instanceOutputs,
  "ec2/Eip": (c) => {
    const publicIp = publicAddress(c);
    return { allocationId: c.id, publicIp, publicDns: `ec2-${dashed(publicIp)}.${publicDnsDomain(c)}` };
  },
  "ec2/NatGateway": (c) => ({
    publicIp: c.text("connectivityType") === "private" ? "" : publicAddress(c),
    privateIp: privateAddress(c),
    networkInterfaceId: c.ec2Id("eni"),
  }),
  "ec2/LaunchTemplate": () => ({ latestVersion: 1, defaultVersion: 1 }),
  "ec2/ManagedPrefixList": () => ({ version: 1 }),
  "ec2/NetworkInterface": (c) => {
    const privateIp = c.texts("privateIps")[0] ?? privateAddress(c);
    return {
      privateIp,
      privateIps: [privateIp],
      macAddress: `02:${(c.seed.hex("mac", 10).match(/../g) ?? []).join(":")}`,
    };
  },
  "ec2/VpcEndpointService": (c) => ({
    serviceName: `com.amazonaws.vpce.${c.region}.${c.id}`,
    serviceType: "Interface",
    baseEndpointDnsNames: [`${c.id}.${c.region}.vpce.${c.dns}`],
  }),
  "vpc/SecurityGroupEgressRule": (c) => ({ securityGroupRuleId: c.id }),
  "vpc/SecurityGroupIngressRule": (c) => ({ securityGroupRuleId: c.id }),
};

function ec2Rule(key: string, [prefix, word]: readonly [string, string]): StandInRule {
  const outputs = EC2_OUTPUTS[key];
  return {
    id: (c) => `${prefix}-0${c.seed.hex("id", 16)}`,
    arn: (c) => c.arnOf("ec2", `${word}/${c.id}`),
    ...(outputs && { outputs }),
  };
}

export const networkRules: StandInRules = {
  ...Object.fromEntries(Object.entries(EC2).map(([key, words]) => [key, ec2Rule(key, words)])),
  "ec2/KeyPair": {
    id: (c) => c.text("keyName") ?? c.physicalName,
    arn: (c) => c.arnOf("ec2", `key-pair/${c.id}`),
    outputs: (c) => ({ keyPairId: c.ec2Id("key"), keyName: c.id }),
  },
  "ec2/Route": { id: (c) => `r-${c.text("routeTableId") ?? ""}${c.seed.int("id", 1e10)}` },
  "ec2/SecurityGroupRule": {
    id: (c) => `sgrule-${c.seed.int("id", 1e10)}`,
    outputs: (c) => ({ securityGroupRuleId: c.ec2Id("sgr") }),
  },
};
