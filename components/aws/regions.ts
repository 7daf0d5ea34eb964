// Where CloudFront's companions live. Pure, usable by components and policies alike.

/** A partition is a separate AWS: its own accounts, ARN prefix and service catalogue. `other`: sovereign and classified ones. */
export type Partition = "aws" | "aws-cn" | "aws-us-gov" | "other";

/** The partition a Region belongs to. A Region nobody has heard of yet is taken as a commercial one. */
export function partitionOf(region: string): Partition {
  if (region.startsWith("cn-")) return "aws-cn";
  if (region.startsWith("us-gov-")) return "aws-us-gov";
  if (/^(us-iso|eu-isoe|eusc-)/.test(region)) return "other";
  return "aws";
}

/** `eu-central-1`, `us-gov-west-1`, `us-iso-east-1`, `eusc-de-east-1`. A pattern, not a list: new Regions must not slip through. */
export const REGION_PATTERN =
  "(?:us-gov|us-isob|us-isof|us-iso|eu-isoe|eusc-de|[a-z]{2})-(?:central|north|south|east|west|northeast|northwest|southeast|southwest)-\\d";

const wholeRegion = new RegExp(`^${REGION_PATTERN}$`);

export function isRegion(text: string): boolean {
  return wholeRegion.test(text);
}

/** Where the partition `aws` runs what CloudFront uses: certificates, web ACLs of scope CLOUDFRONT, access-log deliveries. */
export const EDGE_REGION = "us-east-1";

/** `EDGE_REGION`, seen from `region`; absent in partitions where CloudFront does not take ACM certificates or does not exist. */
export function edgeRegionOf(region: string): string | undefined {
  return partitionOf(region) === "aws" ? EDGE_REGION : undefined;
}

/** Zone ids abbreviate the Region: `euc1-az1`. https://docs.aws.amazon.com/ram/latest/userguide/working-with-az-ids.html */
const ZONE_ID_DIRECTIONS: Readonly<Record<string, string>> = {
  n: "north",
  s: "south",
  e: "east",
  w: "west",
  c: "central",
  ne: "northeast",
  nw: "northwest",
  se: "southeast",
  sw: "southwest",
};

/** The Region of `euc1-az1`; nothing where the text is no zone's id. */
export function regionOfZoneId(zoneId: string): string | undefined {
  const [, area, direction, number] =
    /^(usg|us|eu|ap|af|ca|cn|il|me|mx|sa)(ne|nw|se|sw|n|s|e|w|c)(\d)-/.exec(zoneId) ?? [];
  const words = ZONE_ID_DIRECTIONS[direction ?? ""];
  if (area === undefined || words === undefined) return undefined;
  return `${area === "usg" ? "us-gov" : area}-${words}-${number}`;
}
