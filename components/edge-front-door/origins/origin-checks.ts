// Checks that several kinds of origin share.

import type { Problem } from "../../errors";

export function checkOriginPath(path: string, originPath: string | undefined): Problem[] {
  if (originPath === undefined || /^\/.*[^/]$/.test(originPath)) {
    return [];
  }
  return [{ path, must: "start with / and not end with /", got: originPath, use: '"/prod", or leave it out' }];
}

/** The host that serves a bucket as a website: HTTP only, and open to everyone. */
export function isBucketWebsite(host: string): boolean {
  return /(^|\.)s3-website[.-].+\.amazonaws\.com(\.cn)?$/i.test(host);
}

/** The host of a bucket or of an access point, virtual-hosted or path style. Other AWS hosts may begin with `s3-`, too. */
export function isBucketHost(host: string): boolean {
  return /(^|\.)s3(-accesspoint|-fips)?([.-](dualstack\.)?[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/i.test(host);
}
