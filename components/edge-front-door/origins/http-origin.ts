import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { checkRange } from "../../argument-checks";
import { CachePolicy, OriginRequestPolicy } from "../../aws/cloudfront-policies";
import { isDomainName } from "../../aws/domain-names";
import { ORIGIN_TLS_PROTOCOLS } from "../../aws/tls";
import type { Problem } from "../../errors";
import { HTTP_ORIGIN_DEFAULTS, LIMITS } from "../defaults";
import type { BoundOrigin, Origin, OriginBehavior, OriginScope } from "./origin";
import { checkOriginPath, isBucketHost, isBucketWebsite } from "./origin-checks";

/** An HTTPS server that the internet can reach: an API, a load balancer, another provider. */
export interface HttpOriginOptions {
  /**
   * Host name of the server. Its certificate must cover this name. Without scheme, port and path.
   * Changing it updates the distribution in place.
   */
  domainName: pulumi.Input<string>;
  /** Put in front of every request's path, such as the stage of an API (`/prod`). @default - nothing */
  originPath?: string;
  /**
   * Headers added to every request, such as a shared secret that tells the server who is calling. Pass secrets as Pulumi
   * secrets. At most 30. @default - none
   */
  customHeaders?: Record<string, pulumi.Input<string>>;
  /** 1 to 65535. @default 443 */
  httpsPort?: number;
  /** How long to wait for an answer, 1 to 120 seconds; more needs a quota increase and is refused here. @default 30 */
  readTimeoutSeconds?: number;
}

/** An origin spoken to over HTTPS with TLS 1.2, uncached, with all methods and the whole request but `Host`. */
export function httpOrigin(options: HttpOriginOptions): Origin {
  return new HttpOrigin(options);
}

class HttpOrigin implements Origin {
  constructor(private readonly options: HttpOriginOptions) {}

  get behavior(): OriginBehavior {
    return HTTP_BEHAVIOR;
  }

  check(path: string): Problem[] {
    const { domainName, originPath, customHeaders, httpsPort, readTimeoutSeconds } = this.options;
    return [
      ...checkServerName(`${path}.domainName`, domainName),
      ...checkOriginPath(`${path}.originPath`, originPath),
      ...checkHeaders(`${path}.customHeaders`, customHeaders ?? {}),
      ...checkRange(`${path}.httpsPort`, httpsPort, LIMITS.httpsPort),
      ...checkRange(`${path}.readTimeoutSeconds`, readTimeoutSeconds, LIMITS.originReadTimeoutSeconds),
    ];
  }

  bind(scope: OriginScope): BoundOrigin {
    const { domainName, originPath, customHeaders, httpsPort, readTimeoutSeconds } = this.options;
    const headers = Object.entries(customHeaders ?? {}).map(([name, value]) => ({ name, value }));
    const origin: aws.types.input.cloudfront.DistributionOrigin = {
      originId: scope.originId,
      domainName,
      originPath,
      customHeaders: headers.length > 0 ? headers : undefined,
      customOriginConfig: {
        httpPort: HTTP_ORIGIN_DEFAULTS.httpPort,
        httpsPort: httpsPort ?? HTTP_ORIGIN_DEFAULTS.httpsPort,
        originProtocolPolicy: "https-only",
        originSslProtocols: [...ORIGIN_TLS_PROTOCOLS],
        originReadTimeout: readTimeoutSeconds ?? HTTP_ORIGIN_DEFAULTS.readTimeoutSeconds,
      },
    };
    // A public server is open already; a secret header keeps others out.
    return { origin, usesEncryptionKey: false, openTo: () => [] };
  }
}

const HTTP_BEHAVIOR: OriginBehavior = {
  allowedMethods: ["GET", "HEAD", "OPTIONS", "PUT", "POST", "PATCH", "DELETE"],
  cachePolicyId: CachePolicy.CachingDisabled,
  // The server's certificate and virtual host are for its own name, not for the viewer's.
  originRequestPolicyId: OriginRequestPolicy.AllViewerExceptHostHeader,
  refusesViewerHost: false,
};

function checkServerName(path: string, domainName: pulumi.Input<string> | undefined): Problem[] {
  if (domainName !== undefined && typeof domainName !== "string") {
    return [];
  }
  // The names of load balancers keep the capitals of the balancer's own name.
  if (domainName === undefined || !isDomainName(domainName.toLowerCase())) {
    return [{ path, must: "be a host name without scheme, port and path", got: domainName, use: '"api.example.com"' }];
  }
  if (isBucketWebsite(domainName)) {
    return [
      { path, must: "not be an S3 website endpoint, which speaks HTTP only", got: domainName, use: "s3Origin instead" },
    ];
  }
  if (isBucketHost(domainName)) {
    return [
      { path, must: "not be an S3 bucket, which would have to be public", got: domainName, use: "s3Origin instead" },
    ];
  }
  return [];
}

/** Values stay out of the messages: they are often secrets. */
function checkHeaders(path: string, headers: Record<string, pulumi.Input<string>>): Problem[] {
  const problems: Problem[] = [];
  const count = Object.keys(headers).length;
  if (count > LIMITS.originHeaders) {
    problems.push({ path, must: `have at most ${LIMITS.originHeaders} headers`, got: count });
  }
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) || name.length > LIMITS.originHeaderNameCharacters) {
      problems.push({
        path,
        must: `have HTTP header names of at most ${LIMITS.originHeaderNameCharacters} characters`,
        got: name,
      });
    }
    if (typeof value === "string" && value.length > LIMITS.originHeaderValueCharacters) {
      problems.push({
        path: `${path}.${name}`,
        must: `have at most ${LIMITS.originHeaderValueCharacters} characters`,
        got: value.length,
      });
    }
  }
  return problems;
}
