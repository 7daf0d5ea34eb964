// Functions about the place itself: caller, partition, Regions, Availability Zones, accounts that belong to AWS.

import type { PropertyMap } from "../../../plan/plan";
import { defaultRegionsOf, dnsSuffixOf, partitionOf, reverseDnsPrefixOf, type Zone, zonesOf } from "../place";
import { Seed } from "../seed";
import { loadBalancerZoneId } from "../zone-ids";
import { type Answer, type Call, seedOf, text, texts } from "./answer";
import { ELB_ACCOUNTS, REGION_NAMES } from "./region-facts";

function callerIdentity({ place }: Call): PropertyMap {
  const userId = `AIDA${new Seed(`caller ${place.accountId}`).upper("user", 17)}`;
  return {
    accountId: place.accountId,
    arn: `arn:${place.partition}:iam::${place.accountId}:user/offline-preview`,
    id: place.accountId,
    userId,
  };
}

function region({ args, place }: Call): PropertyMap {
  // The deprecated `name`, and an endpoint whose first label after the service is the Region.
  const byEndpoint = /\.([a-z]+(?:-[a-z]+)+-\d)\./.exec(text(args, "endpoint") ?? "")?.[1];
  const name = text(args, "region") ?? text(args, "name") ?? byEndpoint ?? place.region;
  return {
    description: REGION_NAMES[name] ?? name,
    endpoint: `ec2.${name}.${dnsSuffixOf(partitionOf(name))}`,
    id: name,
    name,
    region: name,
  };
}

function regions({ args, place }: Call): PropertyMap {
  return { ...args, id: place.partition, names: [...defaultRegionsOf(place)] };
}

function partition({ place }: Call): PropertyMap {
  return {
    dnsSuffix: dnsSuffixOf(place.partition),
    id: place.partition,
    partition: place.partition,
    reverseDnsPrefix: reverseDnsPrefixOf(place.partition),
  };
}

function availabilityZones({ args, place }: Call): PropertyMap | undefined {
  // A filter asks for Local or Wavelength Zones, or for facts of the account: not known here, but for the usual two.
  const filters = Array.isArray(args.filters) ? args.filters : [];
  const usual = filters.every((f) => {
    const filter = f !== null && typeof f === "object" && !Array.isArray(f) ? f : {};
    return filter.name === "opt-in-status" || filter.name === "state" || filter.name === "zone-type";
  });
  if (!usual) return undefined;
  const excluded = new Set([...texts(args, "excludeNames"), ...texts(args, "excludeZoneIds")]);
  const zones = zonesOf(place.region).filter((z) => !excluded.has(z.name) && !excluded.has(z.id));
  return {
    ...args,
    groupNames: [place.region],
    id: place.region,
    names: zones.map((z) => z.name),
    region: place.region,
    zoneIds: zones.map((z) => z.id),
  };
}

function availabilityZone({ args, place }: Call): PropertyMap | undefined {
  const [name, zoneId] = [text(args, "name"), text(args, "zoneId")];
  const zone: Zone | undefined = zonesOf(place.region).find((z) => z.name === name || z.id === zoneId);
  if (zone === undefined) return undefined;
  return {
    ...args,
    groupLongName: REGION_NAMES[place.region] ?? place.region,
    groupName: place.region,
    id: zone.name,
    name: zone.name,
    nameSuffix: zone.name.slice(place.region.length),
    networkBorderGroup: place.region,
    optInStatus: "opt-in-not-required",
    parentZoneId: "",
    parentZoneName: "",
    region: place.region,
    state: "available",
    zoneId: zone.id,
    zoneType: "availability-zone",
  };
}

function arn({ args }: Call): PropertyMap | undefined {
  const given = text(args, "arn") ?? "";
  const parts = given.split(":");
  const [prefix, partitionName = "", service = "", regionName = "", account = "", ...resource] = parts;
  if (prefix !== "arn" || parts.length < 6) return undefined;
  return {
    account,
    arn: given,
    id: given,
    partition: partitionName,
    region: regionName,
    resource: resource.join(":"),
    service,
  };
}

function service({ args, place }: Call): PropertyMap | undefined {
  const byDns = text(args, "dnsName")?.split(".");
  const byReverse = text(args, "reverseDnsName")
    ?.replace(`${text(args, "reverseDnsPrefix") ?? reverseDnsPrefixOf(place.partition)}.`, "")
    .split(".");
  const serviceId = text(args, "serviceId") ?? byDns?.[0] ?? byReverse?.[1];
  if (serviceId === undefined) return undefined;
  const name = text(args, "region") ?? byDns?.[1] ?? byReverse?.[0] ?? place.region;
  const part = partitionOf(name);
  const reverseDnsPrefix = text(args, "reverseDnsPrefix") ?? reverseDnsPrefixOf(part);
  const reverseDnsName = `${reverseDnsPrefix}.${name}.${serviceId}`;
  return {
    dnsName: `${serviceId}.${name}.${dnsSuffixOf(part)}`,
    id: reverseDnsName,
    partition: part,
    region: name,
    reverseDnsName,
    reverseDnsPrefix,
    serviceId,
    supported: true,
  };
}

function elbServiceAccount({ place }: Call): PropertyMap | undefined {
  const id = ELB_ACCOUNTS[place.region];
  if (id === undefined) return undefined;
  return { arn: `arn:${place.partition}:iam::${id}:root`, id, region: place.region };
}

/** The account that billing reports are written from (AWS Billing user guide). */
function billingServiceAccount({ place }: Call): PropertyMap {
  const id = place.partition === "aws-cn" ? "558037354297" : "386209384616";
  return { arn: `arn:${place.partition}:iam::${id}:root`, id };
}

/** Canonical user of CloudFront's log delivery (CloudFront developer guide, "Standard logging (legacy)"). */
function logDeliveryUser({ args, place }: Call): PropertyMap {
  const id =
    place.partition === "aws-cn"
      ? "a52cb28745c0c06e84ec548334e44bfa7fc2a85c54af20cd59e4969344b7af56"
      : "c4c1ede66af53448b93c283ce9448c4ba468c9432aa01d700d3878632f77d2d0";
  return { ...args, id };
}

function loadBalancerZone({ args, place }: Call): PropertyMap {
  const kind = text(args, "loadBalancerType") === "network" ? "network" : "application";
  return { ...args, id: loadBalancerZoneId(place.region, kind), region: place.region };
}

function sessionContext({ args }: Call): PropertyMap | undefined {
  const given = text(args, "arn") ?? "";
  const assumed = /^arn:([^:]+):sts::(\d+):assumed-role\/(?:.*\/)?([^/]+)\/([^/]+)$/.exec(given);
  const [, part = "", account = "", issuerName = "", sessionName = ""] = assumed ?? [];
  const issuerArn = assumed ? `arn:${part}:iam::${account}:role/${issuerName}` : given;
  const issuerId = assumed ? `AROA${new Seed(issuerArn).upper("unique", 17)}` : "";
  return { arn: given, id: given, issuerArn, issuerId, issuerName, sessionName };
}

function defaultTags({ defaultTags: tags, place }: Call): PropertyMap {
  return { id: place.partition, tags: tags ?? {} };
}

function canonicalUser({ place }: Call): PropertyMap {
  return { displayName: "", id: new Seed(`canonical ${place.accountId}`).hex("id", 64), region: place.region };
}

const elbZone = (call: Call): PropertyMap => ({
  id: loadBalancerZoneId(call.place.region, "application"),
  region: call.place.region,
});

/** Lists of ids: as many as there are Availability Zones for what a VPC has one of in each, otherwise one. */
function ids(prefix: string, perZone: boolean, more?: (call: Call) => PropertyMap): Answer {
  return (call) => {
    const seed = seedOf(call);
    const count = perZone ? Math.min(3, zonesOf(call.place.region).length) : 1;
    return {
      ...call.args,
      id: call.place.region,
      ids: Array.from({ length: count }, (_, i) => `${prefix}-0${seed.hex(`${prefix}${i}`, 16)}`),
      region: call.place.region,
      tags: call.args.tags ?? {},
      ...more?.(call),
    };
  };
}

export const placeAnswers: Readonly<Record<string, Answer>> = {
  "index/getArn": arn,
  "index/getAvailabilityZone": availabilityZone,
  "index/getAvailabilityZones": availabilityZones,
  "index/getBillingServiceAccount": billingServiceAccount,
  "index/getCallerIdentity": callerIdentity,
  "index/getDefaultTags": defaultTags,
  "index/getPartition": partition,
  "index/getRegion": region,
  "index/getRegions": regions,
  "index/getService": service,
  "cloudfront/getLogDeliveryCanonicalUserId": logDeliveryUser,
  "elb/getHostedZoneId": elbZone,
  "elb/getServiceAccount": elbServiceAccount,
  "iam/getSessionContext": sessionContext,
  "lb/getHostedZoneId": loadBalancerZone,
  "s3/getCanonicalUserId": canonicalUser,
  "ec2/getRouteTables": ids("rtb", true),
  "ec2/getSecurityGroups": ids("sg", false, (call) => {
    const seed = seedOf(call);
    const id = `sg-0${seed.hex("sg0", 16)}`;
    const { partition: part, region: name, accountId } = call.place;
    return {
      arns: [`arn:${part}:ec2:${name}:${accountId}:security-group/${id}`],
      vpcIds: [`vpc-0${seed.hex("vpc", 16)}`],
    };
  }),
  "ec2/getSubnets": ids("subnet", true),
  "ec2/getVpcs": ids("vpc", false),
};
