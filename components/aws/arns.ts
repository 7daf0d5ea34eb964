// Amazon Resource Names, taken apart.

export interface Arn {
  readonly partition: string;
  readonly service: string;
  /** Empty for global services. */
  readonly region: string;
  /** Empty for S3 buckets. */
  readonly account: string;
  readonly resource: string;
}

/** The six parts of an ARN, or nothing when `text` is not one. The resource part keeps its own colons. */
export function parseArn(text: string): Arn | undefined {
  const [prefix, partition, service, region, account, ...resource] = text.split(":");
  if (prefix !== "arn" || !partition || !service || resource.length === 0) {
    return undefined;
  }
  return { partition, service, region: region ?? "", account: account ?? "", resource: resource.join(":") };
}

/** Of a key of AWS KMS itself: an alias or the key's id would not do for policies. */
export function isKeyArn(text: string): boolean {
  return /^arn:[^:]+:kms:[^:]+:\d{12}:key\/.+$/.test(text);
}

/** Partition and account of an ARN that AWS returned. */
export function accountOf(text: string): Pick<Arn, "partition" | "account"> {
  const arn = parseArn(text);
  if (arn === undefined) {
    throw new Error(`AWS returned ${JSON.stringify(text)}, which is not an ARN`);
  }
  return arn;
}

/** The same resource in whatever Region, as a pattern of IAM. */
export function inAnyRegion(text: string): string {
  const [prefix, partition, service, , ...rest] = text.split(":");
  return [prefix, partition, service, "*", ...rest].join(":");
}
