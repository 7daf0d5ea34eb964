import type { Problem } from "../errors";

/**
 * A port of an origin that CloudFront connects to: 80, 443 or none of the well-known ones.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html#DownloadDistValuesHTTPSPort
 */
export function checkOriginPort(path: string, port: number | undefined): Problem[] {
  if (port === undefined || port === 80 || port === 443) {
    return [];
  }
  return Number.isInteger(port) && port >= 1_024 && port <= 65_535
    ? []
    : [{ path, must: "be 80, 443 or a whole number from 1024 to 65535", got: port }];
}
