import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { checkGiven, checkRange } from "../../argument-checks";
import { input, number, object } from "../../argument-kinds";
import type { Problem } from "../../errors";
import { allowCloudFrontAddresses } from "../../load-balancing/cloudfront-ingress";
import {
  acceptedValues,
  checkSecretHeader,
  SECRET_HEADER_KINDS,
  type SecretHeader,
  secretHeaderName,
} from "../../load-balancing/secret-header";
import { LOAD_BALANCER_ORIGIN_DEFAULTS } from "../defaults";
import { checkServerName } from "./check-server-name";
import {
  type CustomOriginOptions,
  IpAddressType,
  SERVER_BEHAVIOR,
  type ServerProtection,
  serverOrigin,
} from "./custom-origin";
import { SERVER_OPTIONS } from "./kinds-of-options";
import type { Origin, OriginCheckContext, OriginScope } from "./origin";

/** A public Application Load Balancer that answers only to this front door. */
export interface LoadBalancerOriginOptions extends CustomOriginOptions {
  /** A name that the listener's certificate covers and that resolves to the load balancer. */
  domainName: pulumi.Input<string>;
  /** What the front door sends and the load balancer asks for. */
  secretHeader: SecretHeader;
  /** The HTTPS listener. Its default action must refuse, such as a fixed response 403. */
  listenerArn: pulumi.Input<string>;
  /** Where requests with the secret header go. */
  targetGroupArn: pulumi.Input<string>;
  /** Of the listener's rule, 1 to 50000. @default 100 */
  rulePriority?: number;
  /** Of the load balancer, and without open ingress rules: opened to CloudFront's addresses, 55 of its 60 rules. */
  securityGroupId: pulumi.Input<string>;
  /**
   * Another security group of the load balancer, for CloudFront's IPv6 addresses: they are 55 rules as well and do not fit beside
   * the others. Needed for `ipAddressType` ipv6 and dualstack. @default - none
   */
  ipv6SecurityGroupId?: pulumi.Input<string>;
  /** Region of the load balancer. @default - the provider's */
  region?: pulumi.Input<string>;
}

/**
 * A public load balancer, locked: its security group lets CloudFront's addresses in, and its listener forwards only requests
 * with the secret header, because those addresses are every distribution's. `vpcOrigin` with an internal load balancer needs
 * neither.
 */
export function loadBalancerOrigin(options: LoadBalancerOriginOptions): Origin {
  return serverOrigin({
    domainName: options?.domainName,
    options,
    kinds: KINDS,
    behavior: SERVER_BEHAVIOR,
    check: (path, sound, context) => [
      ...checkServerName(`${path}.domainName`, sound.domainName, context),
      ...checkSecretHeader(`${path}.secretHeader`, sound.secretHeader),
      ...checkRange(`${path}.rulePriority`, sound.rulePriority, { min: 1, max: 50_000 }),
      ...checkHeaderBeside(path, sound, context),
      ...checkGiven(path, sound, ["listenerArn", "targetGroupArn", "securityGroupId"]),
      ...checkIpv6(path, sound),
    ],
    protect: (scope) => lock(scope, options),
  });
}

const KINDS = object<LoadBalancerOriginOptions>({
  ...SERVER_OPTIONS,
  domainName: input,
  secretHeader: SECRET_HEADER_KINDS,
  listenerArn: input,
  targetGroupArn: input,
  rulePriority: number,
  securityGroupId: input,
  ipv6SecurityGroupId: input,
  region: input,
});

/** The secret header is one of the origin's headers like the others. */
function checkHeaderBeside(
  path: string,
  { customHeaders, secretHeader }: Partial<LoadBalancerOriginOptions>,
  { quotas }: OriginCheckContext,
): Problem[] {
  const where = `${path}.secretHeader and ${path}.customHeaders`;
  const others = Object.keys(customHeaders ?? {});
  const name = secretHeaderName(secretHeader);
  const problems: Problem[] = [];
  if (others.some((other) => other.toLowerCase() === name.toLowerCase())) {
    problems.push({ path: where, must: "not name the same header: capitals make no difference", got: name });
  }
  if (others.length === quotas.originHeaders) {
    problems.push({
      path: where,
      must: `have at most ${quotas.originHeaders} headers together`,
      got: others.length + 1,
    });
  }
  return problems;
}

function checkIpv6(path: string, options: Partial<LoadBalancerOriginOptions>): Problem[] {
  const usesIpv6 = options.ipAddressType === IpAddressType.Ipv6 || options.ipAddressType === IpAddressType.DualStack;
  const problems: Problem[] = [];
  if (usesIpv6 !== (options.ipv6SecurityGroupId !== undefined)) {
    problems.push({
      path: `${path}.ipv6SecurityGroupId and ${path}.ipAddressType "${IpAddressType.Ipv6}" or "${IpAddressType.DualStack}"`,
      must: "be given together",
      got: options.ipAddressType,
    });
  }
  if (options.ipv6SecurityGroupId !== undefined && options.ipv6SecurityGroupId === options.securityGroupId) {
    problems.push({
      path: `${path}.securityGroupId and ${path}.ipv6SecurityGroupId`,
      must: "differ: CloudFront's addresses of both kinds do not fit into one security group",
    });
  }
  return problems;
}

function lock({ parent, name, tags }: OriginScope, options: LoadBalancerOriginOptions): ServerProtection {
  const { secretHeader, securityGroupId, ipv6SecurityGroupId, listenerArn, targetGroupArn, region } = options;
  const httpHeaderName = secretHeaderName(secretHeader);
  const values = acceptedValues(secretHeader);
  const rule = new aws.lb.ListenerRule(
    `${name}-listener-rule`,
    {
      region,
      listenerArn,
      priority: options.rulePriority ?? LOAD_BALANCER_ORIGIN_DEFAULTS.rulePriority,
      conditions: [{ httpHeader: { httpHeaderName, values } }],
      actions: [{ type: "forward", targetGroupArn }],
      tags,
    },
    { parent },
  );
  const port = options.httpsPort ?? 443;
  const ingress = { parent, region, port, tags };
  const ready: pulumi.Resource[] = [rule, allowCloudFrontAddresses(`${name}-ingress`, { ...ingress, securityGroupId })];
  if (ipv6SecurityGroupId !== undefined) {
    const settings = { ...ingress, securityGroupId: ipv6SecurityGroupId, ipVersion: 6 as const };
    ready.push(allowCloudFrontAddresses(`${name}-ingress-ipv6`, settings));
  }
  return {
    headers: { [httpHeaderName]: values[0] ?? secretHeader.value },
    // While the value changes, the load balancer must accept the new one before CloudFront sends it.
    ready,
  };
}
