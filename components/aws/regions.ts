// AWS partitions and their Regions. A partition is a separate AWS: its own accounts, ARN prefix and service catalogue.
// Pure data, usable by components and policies alike.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html#arns-syntax-partition

export const Partition = {
  Commercial: "aws",
  China: "aws-cn",
  GovCloud: "aws-us-gov",
  EuropeanSovereign: "aws-eusc",
  Iso: "aws-iso",
  IsoB: "aws-iso-b",
  IsoE: "aws-iso-e",
  IsoF: "aws-iso-f",
} as const;
export type Partition = (typeof Partition)[keyof typeof Partition];

export interface PartitionFacts {
  /** Region names that belong to the partition start with this; `""` is the fallback. */
  readonly regionPrefix: string;
  readonly dnsSuffix: string;
  /**
   * Where what CloudFront uses must live: certificates, web ACLs of scope CLOUDFRONT, access-log deliveries.
   * Absent where CloudFront does not take ACM certificates or does not exist.
   */
  readonly edgeRegion?: string;
}

export const PARTITIONS: Readonly<Record<Partition, PartitionFacts>> = {
  "aws-cn": { regionPrefix: "cn-", dnsSuffix: "amazonaws.com.cn" },
  "aws-us-gov": { regionPrefix: "us-gov-", dnsSuffix: "amazonaws.com" },
  "aws-eusc": { regionPrefix: "eusc-", dnsSuffix: "amazonaws.eu" },
  "aws-iso": { regionPrefix: "us-iso-", dnsSuffix: "c2s.ic.gov" },
  "aws-iso-b": { regionPrefix: "us-isob-", dnsSuffix: "sc2s.sgov.gov" },
  "aws-iso-e": { regionPrefix: "eu-isoe-", dnsSuffix: "cloud.adc-e.uk" },
  "aws-iso-f": { regionPrefix: "us-isof-", dnsSuffix: "csp.hci.ic.gov" },
  aws: { regionPrefix: "", dnsSuffix: "amazonaws.com", edgeRegion: "us-east-1" },
};

/** The partition a Region belongs to. A Region nobody has heard of yet is taken as a commercial one. */
export function partitionOf(region: string): Partition {
  const special = Object.values(Partition).find((partition) => {
    const prefix = PARTITIONS[partition].regionPrefix;
    return prefix !== "" && region.startsWith(prefix);
  });
  return special ?? Partition.Commercial;
}

/** The Region that CloudFront's companions must live in, seen from `region`; absent where there is none. */
export function edgeRegionOf(region: string): string | undefined {
  return PARTITIONS[partitionOf(region)].edgeRegion;
}

/** `eu-central-1`, `us-gov-west-1`, `eusc-de-east-1`: the form of a Region name, whether or not it exists. */
export const REGION_NAME = /^[a-z]{2,4}(-[a-z]+){1,3}-\d{1,2}$/;
