// What the CloudFront rules have in common: the types that are distributions, and what an origin is.

import type { Property } from "../../aws/reading";

export const distributionType = "aws:cloudfront/distribution:Distribution";

export const distributionTypes = [distributionType, "aws:cloudfront/multitenantDistribution:MultitenantDistribution"];

/** One customer of a multi-tenant distribution, with what it has in place of the distribution's. */
export const tenantType = "aws:cloudfront/distributionTenant:DistributionTenant";

/** The host name of an S3 bucket or access point, virtual-hosted or path style; website endpoints are ordinary web servers to CloudFront. */
function isBucketHost(host: string): boolean {
  return (
    /(^|\.)s3(-accesspoint|-fips)?([.-](dualstack\.)?[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/i.test(host) &&
    !/(^|\.)s3-website[.-]/i.test(host)
  );
}

/** The custom-origin settings of an origin: one object, or a list of one in a multi-tenant distribution. */
export function customConfigsOf(origin: Property): Property[] {
  const single = origin.at("customOriginConfig");
  const list = origin.at("customOriginConfigs");
  return [...(single.state === "absent" ? [] : [single]), ...(list.state === "unknown" ? [list] : list.items)];
}

function hasVpcOrigin(origin: Property): boolean {
  const list = origin.at("vpcOriginConfigs");
  return origin.at("vpcOriginConfig").state !== "absent" || (list.state !== "absent" && !list.isEmpty);
}

/** CloudFront takes an origin with neither custom nor VPC settings for an S3 bucket, so this holds even where the host name is not known yet. */
export function isBucketOrigin(origin: Property): boolean {
  const host = origin.at("domainName").text;
  if (host !== undefined && isBucketHost(host)) return true;
  return customConfigsOf(origin).length === 0 && !hasVpcOrigin(origin);
}
