import type * as pulumi from "@pulumi/pulumi";
import { input, object } from "../../argument-kinds";
import { CachePolicy, OriginRequestPolicy } from "../../aws/cloudfront-policies";
import { AllowedMethods } from "../routes/behavior-args";
import { checkServerName } from "./check-server-name";
import { type CustomOriginOptions, SERVER_BEHAVIOR, serverOrigin } from "./custom-origin";
import { SERVER_OPTIONS } from "./kinds-of-options";
import type { Origin, OriginBehavior } from "./origin";

/** An HTTPS server that the internet can reach: an API, a load balancer, another provider. */
export interface HttpOriginOptions extends CustomOriginOptions {
  /**
   * Host name of the server. Its certificate must cover this name. Without scheme, port and path.
   * Changing it updates the distribution in place.
   */
  domainName: pulumi.Input<string>;
}

/**
 * An origin spoken to over HTTPS with TLS 1.2, uncached, with all methods and the whole request but `Host`. A public server is
 * open to everybody: a secret in `customHeaders` tells it who is calling.
 */
export function httpOrigin(options: HttpOriginOptions): Origin {
  return publicServer(options, SERVER_BEHAVIOR);
}

/**
 * A gRPC service: a server that speaks HTTP/2 over TLS, such as an Application Load Balancer whose target group has the
 * protocol version GRPC. The viewer's `Host` is forwarded, so its certificate must cover the front door's name or its own.
 * The read timeout bounds how long a stream may be silent.
 */
export function grpcOrigin(options: HttpOriginOptions): Origin {
  return publicServer(options, GRPC_BEHAVIOR);
}

function publicServer(options: HttpOriginOptions, behavior: OriginBehavior): Origin {
  return serverOrigin({
    domainName: options?.domainName,
    options,
    kinds: object<HttpOriginOptions>({ ...SERVER_OPTIONS, domainName: input }),
    behavior,
    check: (path, { domainName }, context) => checkServerName(`${path}.domainName`, domainName, context),
  });
}

// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-using-grpc.html
const GRPC_BEHAVIOR: OriginBehavior = {
  allowedMethods: AllowedMethods.All,
  cachePolicyId: CachePolicy.CachingDisabled,
  originRequestPolicyId: OriginRequestPolicy.AllViewer,
  grpc: true,
};
