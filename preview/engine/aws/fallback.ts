// A value for any computed property from its name and kind alone: what no rule of a service covers. ARNs have the form of an
// ARN, ids of an id, host names end in the partition's suffix, times are ISO 8601.

import type { PropertyMap, PropertyValue } from "../../plan/plan";
import { type Context, kebab } from "./context";
import { zonesOf } from "./place";
import { type Field, shapeFields } from "./type-table";
import { serviceZoneId } from "./zone-ids";

/** No clock: a plan must be the same tomorrow. */
export const CREATED = "2024-01-01T00:00:00Z";
const EXPIRES = "2034-01-01T00:00:00Z";

/** EC2's id prefixes by what the property is called. */
const EC2_PREFIX: Readonly<Record<string, string>> = {
  allocation: "eipalloc",
  association: "assoc",
  dhcpOptions: "dopt",
  fileSystem: "fs",
  image: "ami",
  instance: "i",
  internetGateway: "igw",
  natGateway: "nat",
  networkAcl: "acl",
  networkInterface: "eni",
  prefixList: "pl",
  routeTable: "rtb",
  securityGroup: "sg",
  snapshot: "snap",
  subnet: "subnet",
  transitGateway: "tgw",
  transitGatewayAttachment: "tgw-attach",
  transitGatewayRouteTable: "tgw-rtb",
  volume: "vol",
  vpc: "vpc",
  vpcEndpoint: "vpce",
  vpnGateway: "vgw",
};

type Maker = (c: Context) => string;

function host(c: Context, label: string): string {
  return `${hostLabel(c.physicalName)}-${c.seed.lower(label, 8)}.${c.service}.${c.region}.${c.dns}`;
}

function hostLabel(name: string): string {
  const label = name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .slice(0, 40)
    .replace(/^-+|-+$/g, "");
  return label === "" ? "host" : label;
}

function idFor(name: string): Maker {
  const noun = name.slice(0, -2);
  const last = Object.keys(EC2_PREFIX)
    .filter((known) => noun === known || noun.endsWith(known.charAt(0).toUpperCase() + known.slice(1)))
    .sort((a, b) => b.length - a.length)[0];
  const prefix = last === undefined ? undefined : EC2_PREFIX[last];
  if (prefix !== undefined) return (c) => `${prefix}-0${c.seed.hex(name, 16)}`;
  if (/^(vm|vp)?zone$/i.test(noun) || noun === "hostedZone") return (c) => serviceZoneId(c.service, c.region);
  if (/key$/i.test(noun) || /uuid|request|revision|unique/i.test(noun)) return (c) => c.seed.uuid(name);
  return (c) =>
    noun.toLowerCase() === c.info.resource.toLowerCase() && !c.id.startsWith("arn:") ? c.id : c.seed.lower(name, 12);
}

function arnFor(name: string): Maker {
  const noun = name.slice(0, -3);
  if (/role$/i.test(noun)) return (c) => c.globalArn("iam", `role/${c.physicalName}`);
  if (/key$/i.test(noun)) return (c) => c.arnOf("kms", `key/${c.seed.uuid(name)}`);
  if (/bucket$/i.test(noun)) return (c) => `arn:${c.partition}:s3:::${hostLabel(c.physicalName)}`;
  if (/outpost$/i.test(noun)) return () => "";
  return (c) => {
    const resource = c.info.resource.toLowerCase();
    if (noun.toLowerCase() === resource || noun === "resource") return c.arn;
    const region = c.info.takesRegion ? c.region : "";
    return `arn:${c.partition}:${c.service}:${region}:${c.account}:${kebab(noun)}/${c.seed.lower(name, 12)}`;
  };
}

/** First match wins; the patterns are tried on the property's name once per name, not once per resource. */
const STRING_RULES: readonly (readonly [RegExp, (name: string) => Maker])[] = [
  [/^arn$/, () => (c) => c.arn],
  [/^id$/, () => (c) => c.id],
  [/^(owner|account|awsAccount|ownerAccount|registry|catalog|customerAws|principal)Id$/, () => (c) => c.account],
  [/^(owner|resourceOwner|account|awsAccountNumber)$/, () => (c) => c.account],
  [/^(region|bucketRegion|homeRegion|awsRegion|regionName)$/, () => (c) => c.region],
  [/^availabilityZones?$/, () => (c) => zonesOf(c.region)[c.seed.int("zone", 3)]?.name ?? `${c.region}a`],
  [/^availabilityZoneId$/, () => (c) => zonesOf(c.region)[c.seed.int("zone", 3)]?.id ?? ""],
  [/Arns?$/, (name) => arnFor(name.replace(/s$/, ""))],
  [/^(name|.*GroupName|bucketName)$/, () => (c) => c.physicalName],
  [/(status|state)$/i, (name) => () => (name === "state" ? "available" : "ACTIVE")],
  [/(reason|message|description|comment)$/i, () => () => ""],
  [/^deletionDate$/, () => () => ""],
  [/^(notAfter|expir\w*|\w*Expir(y|ation|es)\w*|\w*ValidTill|endTime|endDate)$/, () => () => EXPIRES],
  [
    /^(create|modif|updat|start|date|last|launch|invit|joined|notBefore)\w*$|(Time|Date|At|Timestamp)$/,
    () => () => CREATED,
  ],
  [/^e[tT]ag$/, () => (c) => c.seed.hex("etag", 32)],
  [/^(hostedZone|zone)Id$/, () => (c) => serviceZoneId(c.service, c.region)],
  [/Ids?$/, (name) => idFor(name.replace(/s$/, ""))],
  [/(ur[il]|webUrl)$/i, (name) => (c) => `https://${host(c, name)}`],
  [/(dns(Name)?|domainName|endpoint|hostname|fqdn|address|host)$/i, (name) => (c) => host(c, name)],
  [/(ipv6|Ipv6)\w*Cidr/, () => (c) => `2600:1f00:${c.seed.hex("ipv6", 4)}::/56`],
  [/cidr/i, () => (c) => `10.${c.seed.int("cidr", 256)}.0.0/16`],
  [/private\w*ip/i, () => (c) => `10.0.${c.seed.int("ip-b", 256)}.${4 + c.seed.int("ip-a", 250)}`],
  [
    /(^|\w)(ip|ipAddress)$/i,
    () => (c) => `198.${18 + c.seed.int("net", 2)}.${c.seed.int("ip-b", 256)}.${1 + c.seed.int("ip-a", 254)}`,
  ],
  [/(password|secret|token|privateKey|credential)/i, (name) => (c) => `stand-in-${c.seed.lower(name, 16)}`],
  [/(sha256|checksum|fingerprint|hash)/i, (name) => (c) => c.seed.hex(name, 64)],
  [/^(\w*[vV]ersion(Actual)?|revision|\w+VersionNumber)$/, () => () => "1"],
  [/^(policy|document|json|\w+Json|manifest\w*)$/, () => () => "{}"],
  [/^(created|updated|modified)By$/, () => (c) => c.globalArn("iam", "root")],
  // One of a service's own words, or nothing: an invented word could be taken for a decision.
  [
    /(type|mode|model|spec|tier|behavior|level|family|class|protocol|scope|strategy|format|option|platform|source|order)$/i,
    () => () => "",
  ],
];

const makers = new Map<string, Maker>();

function stringMaker(name: string): Maker {
  let maker = makers.get(name);
  if (maker === undefined) {
    const rule = STRING_RULES.find(([pattern]) => pattern.test(name));
    maker = rule?.[1](name) ?? ((c) => `${kebab(name)}-${c.seed.lower(name, 8)}`);
    makers.set(name, maker);
  }
  return maker;
}

const ONE = /^(latest|default|current|major|minor)?(version|revision)(number)?$/i;
/** Deeper objects than this exist only in types that refer to themselves. */
const MAX_DEPTH = 6;

/** A value for an output that only the provider sets. */
export function computedValue(field: Field, c: Context, depth = 0): PropertyValue {
  switch (field.kind) {
    case "string":
      return stringMaker(field.name)(c);
    case "number":
      if (/^port$|Port$/.test(field.name)) return 443;
      return ONE.test(field.name) ? 1 : 0;
    case "boolean":
      return false;
    case "map":
      return {};
    case "object":
      return shapeValue(field.shape, c, depth);
    case "list":
      if (depth >= MAX_DEPTH) return [];
      if (field.element === "object") return [shapeValue(field.shape, c, depth + 1)];
      if (field.element === "number") return [0];
      if (field.element === "map") return [];
      // One element, so that a program that reads the first finds it there.
      return [stringMaker(field.name.replace(/s$/, ""))(c)];
  }
}

function shapeValue(shape: string | undefined, c: Context, depth: number): PropertyMap {
  const value: PropertyMap = {};
  if (shape === undefined || depth >= MAX_DEPTH) return value;
  for (const field of shapeFields(shape)) value[field.name] = computedValue(field, c, depth + 1);
  return value;
}

/** Optional arguments that are the thing's own name. */
const OWN_NAME =
  /^(name|bucket|identifier|clusterIdentifier|replicationGroupId|domain|(broker|cluster|deploymentConfig|display|domain|fargateProfile|fileShare|graph|nodeGroup|service|stack|user|version)Name)$/;

/** … and those that say where or whose it is. */
const WHEREABOUTS =
  /^(availabilityZone(Id)?|accountId|awsAccountId|catalogId|registryId|vpcId|subnetId|networkInterfaceId|directoryId|privateIp|ipAddress|engineVersion)$/;

/**
 * A value for an optional argument that the program left out. Empty wherever a made-up value could look like a decision,
 * above all keys, roles and policies: a policy rule must not find encryption that nobody asked for.
 */
export function filledValue(field: Field, c: Context): PropertyValue {
  switch (field.kind) {
    case "string":
      if (field.name === "arn") return c.arn;
      if (OWN_NAME.test(field.name)) return c.physicalName;
      return WHEREABOUTS.test(field.name) ? stringMaker(field.name)(c) : "";
    case "number":
      return 0;
    case "boolean":
      return false;
    case "list":
      return [];
    case "map":
    case "object":
      return {};
  }
}
