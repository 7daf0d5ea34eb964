// What CloudFront takes of each thing. Quotas can be raised by AWS for an account: `quotas` tells a front door about it.
// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html

import type { Problem } from "../../errors";

/** Quotas of one distribution, as AWS grants them to every account. */
export interface Quotas {
  /** Names a distribution answers for. */
  readonly aliases: number;
  /** Names of one certificate of ACM: https://docs.aws.amazon.com/acm/latest/userguide/acm-limits.html */
  readonly certificateNames: number;
  /** Cache behaviors beside the default one: routes. */
  readonly behaviors: number;
  readonly origins: number;
  readonly originGroups: number;
  /** Headers added to the requests to one origin. */
  readonly originHeaders: number;
  /** Seconds that an origin may take to begin its answer, and between two packets of it. */
  readonly originReadTimeoutSeconds: number;
  /** Seconds that an idle connection to an origin is kept. */
  readonly originKeepaliveTimeoutSeconds: number;
  /** Of a function's code, in bytes. */
  readonly functionBytes: number;
  /** Key groups of one behavior. */
  readonly keyGroups: number;
  /** Public keys of one key group. */
  readonly publicKeys: number;
  /** Domains of one distribution tenant. */
  readonly tenantDomains: number;
  /** Parameters of a multi-tenant distribution. */
  readonly tenantParameters: number;
  /** Capacity units of one web ACL. 1,500 are included in its price. */
  readonly webAclCapacity: number;
}

export const QUOTAS: Quotas = {
  aliases: 100,
  certificateNames: 10,
  behaviors: 75,
  origins: 100,
  originGroups: 10,
  originHeaders: 30,
  originReadTimeoutSeconds: 120,
  originKeepaliveTimeoutSeconds: 120,
  functionBytes: 10_240,
  keyGroups: 4,
  publicKeys: 5,
  tenantDomains: 100,
  tenantParameters: 5,
  webAclCapacity: 5_000,
};

/** The quotas of an account. One that is given as undefined, such as a setting that a stack lacks, is not raised. */
export function resolveQuotas(raised: Partial<Quotas> = {}): Quotas {
  return { ...QUOTAS, ...Object.fromEntries(Object.entries(raised).filter(([, quota]) => isQuota(quota))) };
}

export function checkQuotas(path: string, raised: Partial<Quotas> = {}): Problem[] {
  return Object.entries(raised)
    .filter(([, quota]) => quota !== undefined && !isQuota(quota))
    .map(([name, quota]) => ({ path: `${path}.${name}`, must: "be a whole number of at least 1", got: quota }));
}

function isQuota(quota: unknown): boolean {
  return Number.isInteger(quota) && Number(quota) >= 1;
}

/** What AWS changes for nobody. */
export const LIMITS = {
  pathPatternCharacters: 255,
  originHeaderNameCharacters: 256,
  originHeaderValueCharacters: 1_783,
  /** Names and values of all headers of an origin together. */
  originHeaderTotalCharacters: 10_240,
  connectionAttempts: { min: 1, max: 3 },
  connectionTimeoutSeconds: { min: 1, max: 10 },
  noncurrentVersionDays: { min: 1, max: 36_500 },
  /** Of a certificate's first name: https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html */
  certificateNameCharacters: 64,
  keyValueKeyBytes: 512,
  keyValueValueBytes: 1_024,
  keyValueStoreBytes: 5 * 1_024 * 1_024,
} as const;
