import type * as aws from "@pulumi/aws";
import { checkRange } from "../../argument-checks";
import type { Problem } from "../../errors";
import { ERROR_PAGE_DEFAULTS } from "../defaults";

/** What viewers get in place of an origin's error. Holds for every route: an API's errors are replaced as well. */
export interface ErrorPageArgs {
  /** The origin's status code. */
  errorCode: number;
  /** Path of the page, such as `/errors/503.html`. @default - the origin's answer */
  responsePagePath?: string;
  /** @default - the origin's */
  responseCode?: number;
  /** Seconds that the error is cached. @default 10 */
  cachingMinTtlSeconds?: number;
}

export function describeErrorPages(
  pages: readonly ErrorPageArgs[],
): aws.types.input.cloudfront.DistributionCustomErrorResponse[] | undefined {
  return pages.length === 0
    ? undefined
    : pages.map(({ errorCode, responsePagePath, responseCode, cachingMinTtlSeconds }) => ({
        errorCode,
        responsePagePath,
        responseCode: responsePagePath === undefined ? undefined : (responseCode ?? errorCode),
        // Left out, the provider sends 0 in place of CloudFront's default.
        errorCachingMinTtl: cachingMinTtlSeconds ?? ERROR_PAGE_DEFAULTS.cachingMinTtlSeconds,
      }));
}

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/custom-error-pages-response-code.html
const ERROR_CODES = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];
const RESPONSE_CODES = [200, ...ERROR_CODES];

export function checkErrorPages(path: string, pages: readonly ErrorPageArgs[]): Problem[] {
  return pages.flatMap(({ errorCode, responsePagePath, responseCode, cachingMinTtlSeconds }, index) => {
    const where = `${path}[${index}]`;
    const problems: Problem[] = checkRange(`${where}.cachingMinTtlSeconds`, cachingMinTtlSeconds, {
      min: 0,
      max: 31_536_000,
    });
    if (!ERROR_CODES.includes(errorCode)) {
      problems.push({ path: `${where}.errorCode`, must: `be one of ${ERROR_CODES.join(", ")}`, got: errorCode });
    }
    if (pages.findIndex((page) => page.errorCode === errorCode) < index) {
      problems.push({ path: `${where}.errorCode`, must: "be handled once only", got: errorCode });
    }
    if (responseCode !== undefined && !RESPONSE_CODES.includes(responseCode)) {
      problems.push({
        path: `${where}.responseCode`,
        must: `be one of ${RESPONSE_CODES.join(", ")}`,
        got: responseCode,
      });
    }
    if (responseCode !== undefined && responsePagePath === undefined) {
      problems.push({ path: `${where}.responseCode and ${where}.responsePagePath`, must: "be given together" });
    }
    if (responsePagePath !== undefined && !String(responsePagePath).startsWith("/")) {
      problems.push({ path: `${where}.responsePagePath`, must: "start with /", got: responsePagePath });
    }
    return problems;
  });
}
