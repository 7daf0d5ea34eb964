// Region codes, availability zones, and the Regions that texts point to.

import { isRegion, REGION_PATTERN as regionPattern } from "../../components/aws/regions";

export {
  EDGE_REGION as globalServicesRegion,
  isRegion,
  partitionOf,
  regionOfZoneId,
} from "../../components/aws/regions";

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
  `(?:^|[./-])(${regionPattern})(?:\\.[a-z0-9-]+)*\\.(?:amazonaws\\.(?:com|eu)|api\\.aws|on\\.aws)`,
  "g",
);
const serviceNameRegion = new RegExp(
  `^(?:com\\.amazonaws|cn\\.com\\.amazonaws|aws\\.api)\\.(?:vpce\\.)?(${regionPattern})\\.`,
  "g",
);

/** The Regions that the ARNs, AWS host names, queue URLs, image URIs and endpoint service names in a text point to. */
export function regionsIn(text: string): string[] {
  // Every pattern needs it, and most texts are without. Host names may be written in capitals.
  if (!/aws/i.test(text)) return [];
  const lower = text.toLowerCase();
  const found = [arnRegion, endpointRegion, serviceNameRegion].flatMap((pattern) =>
    [...lower.matchAll(pattern)].flatMap((match) => match[1] ?? []),
  );
  return [...new Set(found)].sort();
}
