import type * as pulumi from "@pulumi/pulumi";
import { checkAccountId, checkGiven } from "../../argument-checks";
import { accountId, checkSound, input, object } from "../../argument-kinds";
import type { Problem } from "../../errors";
import { checkEndpoint } from "../../vpc-origin/check-endpoint";
import { createVpcOrigin } from "../../vpc-origin/create-vpc-origin";
import { anyEndpoint } from "../../vpc-origin/kinds-of-arguments";
import { type VpcOriginEndpointArgs, VpcOriginProtocol } from "../../vpc-origin/vpc-origin-args";
import { Feature } from "../compatibility/features";
import { CUSTOM_ORIGIN_DEFAULTS } from "../defaults";
import { checkServerName } from "./check-server-name";
import { checkConnection, connectionFeatures, describeConnection, type OriginConnection } from "./connection";
import { checkTimeouts, type OriginTimeouts, SERVER_BEHAVIOR } from "./custom-origin";
import { CONNECTION_OPTIONS, TIMEOUT_OPTIONS } from "./kinds-of-options";
import {
  type BoundOrigin,
  boundOrigin,
  type DeclaredOrigin,
  type Origin,
  type OriginCheckContext,
  type OriginScope,
} from "./origin";

/** A VPC origin made elsewhere: by a `SharedVpcOrigin`, in this account or in another one that shares it. */
export interface ExistingVpcOrigin {
  vpcOriginId: pulumi.Input<string>;
  /** The account that shares it through AWS RAM. @default - this account */
  ownerAccountId?: pulumi.Input<string>;
}

export interface VpcOriginOptions extends OriginConnection, OriginTimeouts {
  /**
   * A name that the server's certificate covers; nobody resolves it. A server's own name has no certificate, so it is needed for
   * HTTPS and for an existing VPC origin. @default - the server's own name, over HTTP
   */
  domainName?: pulumi.Input<string>;
  /** The server. A front door makes the VPC origin and opens the server to it. Either this or `existing`. */
  endpoint?: VpcOriginEndpointArgs;
  existing?: ExistingVpcOrigin;
}

/**
 * A server in private subnets: an internal load balancer or an instance that only CloudFront reaches. It needs no public
 * address. The first deployment takes up to a quarter of an hour longer.
 */
export function vpcOrigin(options: VpcOriginOptions): Origin {
  return new VpcServerOrigin(options);
}

class VpcServerOrigin implements Origin {
  readonly behavior = SERVER_BEHAVIOR;

  constructor(readonly options: VpcOriginOptions) {}

  get features() {
    // An output may name this account: that of a `SharedVpcOrigin` always does, unless it has another provider.
    const isShared = typeof this.options?.existing?.ownerAccountId === "string";
    return [
      { feature: Feature.VpcOrigin },
      ...(isShared ? [{ feature: Feature.SharedVpcOrigin, option: "existing.ownerAccountId" }] : []),
      ...connectionFeatures(this.options ?? {}),
    ];
  }

  check(path: string, context: OriginCheckContext): Problem[] {
    return checkSound(path, this.options, KINDS, (sound) => checkOptions(path, sound, context));
  }

  bind(scope: OriginScope): BoundOrigin {
    const { domainName, endpoint, readTimeoutSeconds, keepaliveTimeoutSeconds } = this.options;
    const { vpcOriginId, ownerAccountId, ready } = this.reach(scope);
    const origin: DeclaredOrigin = {
      originId: scope.originId,
      domainName: domainName ?? ownName(endpoint) ?? "",
      ...describeConnection(this.options),
      vpcOriginConfig: {
        vpcOriginId,
        ownerAccountId,
        originReadTimeout: readTimeoutSeconds ?? CUSTOM_ORIGIN_DEFAULTS.readTimeoutSeconds,
        originKeepaliveTimeout: keepaliveTimeoutSeconds,
      },
    };
    return boundOrigin(origin, { ready });
  }

  private reach({ parent, name, tags }: OriginScope): ExistingVpcOrigin & { ready: pulumi.Resource[] } {
    const { endpoint, existing } = this.options;
    if (existing !== undefined) {
      return { ...existing, ready: [] };
    }
    if (endpoint === undefined) {
      throw new Error("A VPC origin has neither an endpoint nor an id");
    }
    const { vpcOrigin, ready } = createVpcOrigin(name, { parent, endpoint, tags });
    return { vpcOriginId: vpcOrigin.id, ready };
  }
}

const KINDS = object<VpcOriginOptions>({
  ...CONNECTION_OPTIONS,
  ...TIMEOUT_OPTIONS,
  domainName: input,
  endpoint: anyEndpoint,
  existing: object<ExistingVpcOrigin>({ vpcOriginId: input, ownerAccountId: accountId }),
});

function checkOptions(path: string, options: Partial<VpcOriginOptions>, context: OriginCheckContext): Problem[] {
  const { endpoint, existing, readTimeoutSeconds } = options;
  const problems = [
    ...checkName(`${path}.domainName`, options, context),
    ...checkConnection(path, options, context, readTimeoutSeconds ?? CUSTOM_ORIGIN_DEFAULTS.readTimeoutSeconds),
    ...checkTimeouts(path, options, context),
    ...(endpoint ? checkEndpoint(`${path}.endpoint`, endpoint) : []),
    ...(existing ? checkExisting(`${path}.existing`, existing) : []),
  ];
  if (!endpoint === !existing) {
    problems.push({ path: `${path}.endpoint and ${path}.existing`, must: "be given one without the other" });
  }
  return problems;
}

function checkName(path: string, { domainName, endpoint }: VpcOriginOptions, context: OriginCheckContext): Problem[] {
  const name = domainName ?? ownName(endpoint);
  if (name !== undefined) {
    return checkServerName(path, name, context);
  }
  return [
    {
      path,
      must: "be given: CloudFront checks the certificate against it, and a server's own name has none",
      use: "a name that the server's certificate covers",
    },
  ];
}

/** The server's own name, where no certificate is checked against it. */
function ownName({ instance, loadBalancer, protocol }: Partial<VpcOriginEndpointArgs> = {}) {
  return protocol === VpcOriginProtocol.HttpOnly ? (loadBalancer?.dnsName ?? instance?.privateDns) : undefined;
}

function checkExisting(path: string, existing: ExistingVpcOrigin): Problem[] {
  return [
    ...checkGiven(path, existing, ["vpcOriginId"]),
    ...checkAccountId(`${path}.ownerAccountId`, existing.ownerAccountId),
  ];
}
