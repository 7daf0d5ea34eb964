import type * as pulumi from "@pulumi/pulumi";
import { isDomainName } from "../../aws/domain-names";
import type { Problem } from "../../errors";
import type { OriginCheckContext } from "./origin";
import { withoutParameters } from "./tenant-parameters";

/** The host that serves a bucket as a website: HTTP only, and open to everyone. */
export function isBucketWebsite(host: string): boolean {
  return /(^|\.)s3-website[.-].+\.amazonaws\.com(\.cn)?$/i.test(host);
}

/** The host of a bucket or of an access point, virtual-hosted or path style. Other AWS hosts may begin with `s3-`, too. */
function isBucketHost(host: string): boolean {
  return /(^|\.)s3(-accesspoint|-fips)?([.-](dualstack\.)?[a-z0-9-]+)?\.amazonaws\.com(\.cn)?$/i.test(host);
}

/** The host name of a server whose certificate CloudFront checks. */
export function checkServerName(
  path: string,
  domainName: pulumi.Input<string> | undefined,
  context: OriginCheckContext,
): Problem[] {
  if (typeof domainName !== "string" && domainName !== undefined) {
    return [];
  }
  const { text, problems } = withoutParameters(path, domainName ?? "", context);
  // The names of load balancers keep the capitals of the balancer's own name.
  if (!isDomainName(text.toLowerCase())) {
    return [
      ...problems,
      { path, must: "be a host name without scheme, port and path", got: domainName, use: '"api.example.com"' },
    ];
  }
  if (isBucketWebsite(text)) {
    return [
      { path, must: "not be an S3 website endpoint, which speaks HTTP only", got: domainName, use: "s3Origin instead" },
    ];
  }
  if (isBucketHost(text)) {
    return [
      { path, must: "not be an S3 bucket, which would have to be public", got: domainName, use: "s3Origin instead" },
    ];
  }
  return problems;
}
