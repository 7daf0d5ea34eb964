// Where AWS things are: partitions, DNS suffixes, Availability Zones. Facts that differ by Region live here and in zone-ids.ts.

/** Where a resource lives. */
export interface AwsPlace {
  partition: string;
  accountId: string;
  region: string;
}

interface Partition {
  name: string;
  dnsSuffix: string;
  /** As in VPC endpoint service names: the suffix with its labels reversed. */
  reverseDnsPrefix: string;
  regions: RegExp;
}

/** The rules of botocore's partitions.json, in the same order of precedence. */
const PARTITIONS: readonly Partition[] = [
  { name: "aws-cn", dnsSuffix: "amazonaws.com.cn", reverseDnsPrefix: "cn.com.amazonaws", regions: /^cn-\w+-\d+$/ },
  { name: "aws-us-gov", dnsSuffix: "amazonaws.com", reverseDnsPrefix: "com.amazonaws", regions: /^us-gov-\w+-\d+$/ },
  { name: "aws-eusc", dnsSuffix: "amazonaws.eu", reverseDnsPrefix: "eu.amazonaws", regions: /^eusc-\w{2}-\w+-\d+$/ },
  { name: "aws-iso-e", dnsSuffix: "cloud.adc-e.uk", reverseDnsPrefix: "uk.adc-e.cloud", regions: /^eu-isoe-\w+-\d+$/ },
  { name: "aws-iso-f", dnsSuffix: "csp.hci.ic.gov", reverseDnsPrefix: "gov.ic.hci.csp", regions: /^us-isof-\w+-\d+$/ },
  { name: "aws-iso-b", dnsSuffix: "sc2s.sgov.gov", reverseDnsPrefix: "gov.sgov.sc2s", regions: /^us-isob-\w+-\d+$/ },
  { name: "aws-iso", dnsSuffix: "c2s.ic.gov", reverseDnsPrefix: "gov.ic.c2s", regions: /^us-iso-\w+-\d+$/ },
];

const COMMERCIAL: Partition = {
  name: "aws",
  dnsSuffix: "amazonaws.com",
  reverseDnsPrefix: "com.amazonaws",
  regions: /./,
};

/** Partition ("aws", "aws-cn", "aws-us-gov", "aws-eusc", "aws-iso"…) of a Region. */
export function partitionOf(region: string): string {
  return (PARTITIONS.find((p) => p.regions.test(region)) ?? COMMERCIAL).name;
}

function byName(partition: string): Partition {
  return PARTITIONS.find((p) => p.name === partition) ?? COMMERCIAL;
}

/** DNS suffix of the partition. */
export function dnsSuffixOf(partition: string): string {
  return byName(partition).dnsSuffix;
}

/** `com.amazonaws` or the partition's counterpart, as VPC endpoint service names begin. */
export function reverseDnsPrefixOf(partition: string): string {
  return byName(partition).reverseDnsPrefix;
}

/** Domain that Lambda function URLs, and a few newer services, use in place of `amazonaws.com`. */
export function onAwsDomainOf(partition: string): string {
  if (partition === "aws-cn") return "on.amazonwebservices.com.cn";
  return partition === "aws-eusc" ? "on.amazonwebservices.eu" : "on.aws";
}

/** Regions by the letters of the Availability Zones that an account usually sees, where these are not a, b and c. */
const ZONE_LETTERS: Readonly<Record<string, string>> = {
  "us-east-1": "abcdef",
  "us-west-1": "ac",
  "us-west-2": "abcd",
  "ca-central-1": "abd",
  "ap-northeast-1": "acd",
  "ap-northeast-2": "abcd",
};

const DIRECTIONS: Readonly<Record<string, string>> = {
  north: "n",
  south: "s",
  east: "e",
  west: "w",
  central: "c",
  northeast: "ne",
  northwest: "nw",
  southeast: "se",
  southwest: "sw",
};

export interface Zone {
  name: string;
  id: string;
}

/** Availability Zones of a Region. Which letter carries which id differs by account: here they go in order. */
export function zonesOf(region: string): Zone[] {
  const prefix = region.replace(
    /-(\w+)-(\d+)$/,
    (_, direction: string, n: string) => `${DIRECTIONS[direction] ?? direction}${n}`,
  );
  const code = prefix
    .replace("-gov-", "g-")
    .replaceAll("-", "")
    .replace(/^us-?gov/, "usg");
  return [...(ZONE_LETTERS[region] ?? "abc")].map((letter, i) => ({
    name: `${region}${letter}`,
    id: `${code}-az${i + 1}`,
  }));
}

/** Regions that are enabled in every account of their partition: what `getRegions` answers without `allRegions`. */
const DEFAULT_REGIONS: Readonly<Record<string, readonly string[]>> = {
  aws: [
    "ap-northeast-1",
    "ap-northeast-2",
    "ap-northeast-3",
    "ap-south-1",
    "ap-southeast-1",
    "ap-southeast-2",
    "ca-central-1",
    "eu-central-1",
    "eu-north-1",
    "eu-west-1",
    "eu-west-2",
    "eu-west-3",
    "sa-east-1",
    "us-east-1",
    "us-east-2",
    "us-west-1",
    "us-west-2",
  ],
  "aws-cn": ["cn-north-1", "cn-northwest-1"],
  "aws-us-gov": ["us-gov-east-1", "us-gov-west-1"],
  "aws-eusc": ["eusc-de-east-1"],
};

export function defaultRegionsOf(place: AwsPlace): readonly string[] {
  return DEFAULT_REGIONS[place.partition] ?? [place.region];
}
