// Region codes, availability zones, and the Regions that texts point to.

import {
  EDGE_REGION,
  isRegion,
  partitionOf,
  regionOfZoneId,
  REGION_PATTERN as regionPattern,
} from "../../components/aws/regions";

export { EDGE_REGION as globalServicesRegion, isRegion, partitionOf, regionOfZoneId };

export const regionCodePattern = `^${regionPattern}$`;

/** The Region as messages may show it: text that is none is not repeated. */
export function shownRegion(text: string): string {
  return isRegion(text) ? text : "no Region";
}

/** `eu-central-1a`, local zones such as `us-west-2-lax-1a` and Wavelength zones such as `us-east-1-wl1-bos-wlz-1` belong to the Region they begin with. */
export function regionOfZone(zone: string): string | undefined {
  return new RegExp(`^(${regionPattern})(?:[a-z]|-.+)$`).exec(zone)?.[1];
}

const arnRegion = new RegExp(`arn:aws[a-z-]*:[a-z0-9-]+:(${regionPattern}):`, "g");
const endpointRegion = new RegExp(
  `(?:^|[./-])(${regionPattern})(?:\\.[a-z0-9-]+)*\\.(?:amazonaws\\.(?:com|eu)|api\\.aws|on\\.aws|sagemaker\\.aws|amazoncognito\\.com)`,
  "g",
);
const serviceNameRegion = new RegExp(
  `^(?:com\\.amazonaws|cn\\.com\\.amazonaws|aws\\.api)\\.(?:vpce\\.)?(${regionPattern})\\.`,
  "g",
);
/** Buckets of an account's own namespace: https://docs.aws.amazon.com/AmazonS3/latest/userguide/gpbucketnamespaces.html */
const bucketNameRegion = new RegExp(`-\\d{12}-(${regionPattern})-an(?=$|[./\\s"])`, "g");

/** Where only the Region's abbreviation stands: caches (`shop.abc123.use1.cache.amazonaws.com`) and directory buckets (`shop--use1-az4--x-s3`). */
const abbreviations = [/\.([a-z]{3,5}\d)\.cache\.amazonaws\.com/g, /--([a-z]{3,5}\d)-az\d+--x-s3/g];

/** What every one of the patterns needs, and most texts are without. */
const worthReading = /aws|amazoncognito|-an(?=$|[./\s"])|--x-s3/i;

/** The Regions that the ARNs, AWS host names, queue URLs, image URIs, endpoint service names and names of buckets in a text point to. */
export function regionsIn(text: string): string[] {
  if (!worthReading.test(text)) return [];
  // Host names may be written in capitals.
  const lower = text.toLowerCase();
  const named = (pattern: RegExp) => [...lower.matchAll(pattern)].flatMap((match) => match[1] ?? []);
  const found = [
    ...[arnRegion, endpointRegion, serviceNameRegion, bucketNameRegion].flatMap(named),
    ...abbreviations.flatMap(named).flatMap((short) => regionOfZoneId(`${short}-`) ?? []),
  ];
  return [...new Set(found)].sort();
}
