// What the CloudFront rules have in common: the types that are distributions, what an origin is, and where behaviors are.

import { elementsOf, isUnset, type Property } from "../../aws/reading";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import { isTypeOrTwin } from "../../aws/type-twins";

export const distributionType = "aws:cloudfront/distribution:Distribution";

export const multitenantType = "aws:cloudfront/multitenantDistribution:MultitenantDistribution";

export const distributionTypes = [distributionType, multitenantType];

/** The properties that hold behaviors; a multi-tenant distribution calls its ordered ones `cacheBehaviors`. */
export const behaviorProperties = ["defaultCacheBehavior", "orderedCacheBehaviors", "cacheBehaviors"] as const;

/** One customer of a multi-tenant distribution, with what it has in place of the distribution's. */
export const tenantType = "aws:cloudfront/distributionTenant:DistributionTenant";

/** The host name of an S3 bucket or access point, virtual-hosted or path style; website endpoints are ordinary web servers to CloudFront. */
function isBucketHost(host: string): boolean {
  return (
    /(^|\.)s3(-accesspoint|-fips)?([.-](dualstack\.)?[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/i.test(host) &&
    !isWebsiteHost(host)
  );
}

export function isWebsiteHost(host: string): boolean {
  return /(^|\.)s3-website[.-][a-z0-9-]+\.amazonaws\.com(\.cn)?$/i.test(host);
}

/** The bucket that a virtual-hosted S3 host name names; undefined for access points and other hosts. */
export function bucketNameOf(host: string): string | undefined {
  return isBucketHost(host)
    ? /^(.+?)\.s3(-fips)?[.-](?:dualstack\.)?(?:[a-z0-9-]+\.)?amazonaws\.com/i.exec(host)?.[1]
    : undefined;
}

/** What CloudFront can sign requests to, each with an origin access control of its own type, and what it can not. */
export type OriginKind = "s3" | "lambda" | "mediapackagev2" | "mediastore" | "server" | "unknown";

export function kindOf(origin: Property): OriginKind {
  if (isBucketOrigin(origin)) return "s3";
  if (hasVpcOrigin(origin)) return "server";
  const host = origin.at("domainName").text?.toLowerCase();
  if (host === undefined) return "unknown";
  if (/\.lambda-url\.[a-z0-9-]+\.on\.aws$/.test(host)) return "lambda";
  if (/\.mediapackagev2\.[a-z0-9-]+\.amazonaws\.com$/.test(host)) return "mediapackagev2";
  if (/\.mediastore\.[a-z0-9-]+\.amazonaws\.com$/.test(host)) return "mediastore";
  return "server";
}

/** The custom-origin settings of an origin: one object, or a list of one in a multi-tenant distribution. */
export function customConfigsOf(origin: Property): Property[] {
  const single = origin.at("customOriginConfig");
  return [...(single.state === "absent" ? [] : [single]), ...elementsOf(origin.at("customOriginConfigs"))];
}

function hasVpcOrigin(origin: Property): boolean {
  const single = origin.at("vpcOriginConfig");
  const list = origin.at("vpcOriginConfigs");
  return origin.state === "known" && (single.state !== "absent" || (list.state !== "absent" && !list.isEmpty));
}

/** CloudFront takes an origin with neither custom nor VPC settings for an S3 bucket, so this holds even where the host name is not known yet. */
export function isBucketOrigin(origin: Property): boolean {
  const host = origin.at("domainName").text;
  if (host !== undefined && isBucketHost(host)) return true;
  return origin.state === "known" && customConfigsOf(origin).length === 0 && !hasVpcOrigin(origin);
}

/** A cache behavior, and the top-level property that it is in. */
export interface Behavior {
  readonly list: string;
  readonly settings: Property;
}

/** The default behavior and each ordered one, in the order of CloudFront but for the default. A list that is not known is one behavior. */
export function behaviorsOf(properties: Property): Behavior[] {
  const [first, ...lists] = behaviorProperties;
  const ordered = lists.flatMap((list) => elementsOf(properties.at(list)).map((settings) => ({ list, settings })));
  return [{ list: first, settings: properties.at(first) }, ...ordered];
}

/** What behaviors and groups call the origin or the group by. */
export function originIdOf(origin: Property): Property {
  const id = origin.at("originId");
  return id.state === "absent" ? origin.at("id") : id;
}

/** The origins that the behavior asks: one, or the members of a group. Undefined while that is not known. */
export function originsAskedBy(behavior: Property, properties: Property): Property[] | undefined {
  const target = behavior.at("targetOriginId").text;
  const groups = elementsOf(properties.at("originGroups"));
  const origins = elementsOf(properties.at("origins"));
  if (target === undefined) return undefined;
  const named = groups.find((each) => originIdOf(each).text === target);
  const members = named?.at("members");
  const ids = members === undefined ? [target] : elementsOf(members).map((member) => member.at("originId").text);
  const asked = origins.filter((origin) => ids.includes(originIdOf(origin).text));
  const isOpen = [...origins, ...groups].some((each) => originIdOf(each).state === "unknown");
  return ids.includes(undefined) || (isOpen && asked.length < ids.length) ? undefined : asked;
}

/** The origins, or the list of them, that nothing is known of. */
export function unknownOriginsOf(properties: Property): Property[] {
  return elementsOf(properties.at("origins")).filter(({ state }) => state === "unknown");
}

/** Origins with custom settings whose host names are not known yet. */
function openOriginsOf(distribution: Property): Property[] {
  return distribution.at("origins").items.filter((origin) => kindOf(origin) === "unknown");
}

/**
 * The origins whose host names are not known yet and may be those of resources of the types, each with its resource. Without one where that
 * cannot be told: several origins or several resources may be meant, or the host name comes from outside of the stack.
 */
export function* openOriginsFrom(
  graph: ResourceGraph,
  distribution: StackResource,
  types: readonly string[],
): Iterable<{ readonly origin: Property; readonly source: StackResource | undefined }> {
  const sources = graph.sourcesOf(distribution, "origins");
  const open = openOriginsOf(distribution.properties);
  const [source, ...others] = sources.filter((each) => types.some((type) => isTypeOrTwin(each.type, type)));
  // Made from other things only, so none of them is of these types.
  if (source === undefined && sources.length > 0) return;
  const isCertain = open.length === 1 && others.length === 0;
  for (const origin of open) yield { origin, source: isCertain ? source : undefined };
}

/** Whether the distribution has a certificate of its own. Otherwise viewers get that of *.cloudfront.net, and no setting of TLS counts. */
export function hasOwnCertificate(certificate: Property): boolean {
  return ["acmCertificateArn", "iamCertificateId"].some((name) => !isUnset(certificate.at(name)));
}
