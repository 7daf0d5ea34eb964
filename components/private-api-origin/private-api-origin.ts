import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EdgeFrontDoor } from "../edge-front-door/edge-front-door";
import type { Origin, RequiredGrant } from "../edge-front-door/origins/origin";
import { createLoadBalancer } from "../load-balancing/load-balancer";
import { afterAll } from "../ordering";
import { createVpcOrigin } from "../vpc-origin/create-vpc-origin";
import { shareVpcOrigin } from "../vpc-origin/share-vpc-origin";
import { createAccountLogging } from "./account-logging";
import { type ApiOriginParts, apiOrigin } from "./api-origin";
import { bindApis, requiredGrants, sharedStageOf } from "./bind-apis";
import { resolvePrivateApiOrigin } from "./config";
import { createCustomDomain } from "./custom-domain";
import { createEndpoint, limitEndpoint } from "./endpoint";
import { verifiedNetwork } from "./late-checks";
import { createListenerRules } from "./listener-rules";
import { createOriginCertificate } from "./origin-certificate";
import { ApiRouting, type PrivateApiOriginArgs } from "./private-api-origin-args";
import { createLoadBalancerGroup } from "./security-groups";
import { validatePrivateApiOrigin } from "./validate";

/**
 * A private REST API that only one front door reaches: CloudFront → VPC origin → internal load balancer → interface endpoint → API. No
 * function and no custom resource in between, and one `pulumi up`.
 *
 * ```ts
 * const orders = new PrivateApiOrigin("orders", {
 *   network: { vpcId, internetGatewayId, subnets },
 *   api: lambdaRoutes({ routes: { "ANY /{proxy+}": handler } }),
 *   certificate: { domainName: "orders-origin.example.com", hostedZoneId },
 *   secretHeader: { value: config.requireSecret("ordersSecret") },
 * });
 * new EdgeFrontDoor("shop", { origin: orders.origin() });
 * ```
 *
 * What it creates, what it costs when idle and what a change replaces: `README.md` beside this file.
 */
export class PrivateApiOrigin extends pulumi.ComponentResource {
  static readonly __pulumiType = "causeway:index:PrivateApiOrigin";

  /** What front doors of other accounts refer to: known once the API can be reached. */
  public readonly vpcOriginId: pulumi.Output<string>;
  /** Ids of the APIs, by name; a single one is called `api`. */
  public readonly restApiIds: pulumi.Output<Record<string, string>>;
  /** The endpoint through which alone the APIs are called. */
  public readonly vpcEndpointId: pulumi.Output<string>;
  /** Statements that resource policies owned by the caller must contain: those of existing APIs. */
  public readonly requiredGrants: pulumi.Output<RequiredGrant[]>;
  /** Where viewers find it; nothing without `frontDoor`. */
  public readonly url: pulumi.Output<string | undefined>;

  private readonly origins: ReadonlyMap<string, ApiOriginParts>;

  constructor(name: string, args: PrivateApiOriginArgs, opts?: pulumi.ComponentResourceOptions) {
    validatePrivateApiOrigin(name, args, knownRegion(opts));
    super(PrivateApiOrigin.__pulumiType, name, args, opts);
    const config = resolvePrivateApiOrigin(args);
    const { routing, secretHeader, deletionProtection, retentionDays, tags } = config;
    const network = verifiedNetwork(name, config.network);
    const scope = { parent: this, name, deletionProtection, retentionDays, tags };

    const endpoint = createEndpoint(scope, network);
    const logsReady = createAccountLogging(scope, config.manageAccountLogging);
    const apis = bindApis(scope, config.apis, endpoint.id, logsReady);
    const certificateArn = createOriginCertificate(scope, config.certificate);
    const domain =
      routing === ApiRouting.CustomDomain
        ? createCustomDomain(scope, config.certificate.domainName, certificateArn, endpoint, apis)
        : { arns: [], ready: [] };
    const endpointPolicy = limitEndpoint(scope, endpoint, apis, domain.arns);
    const { group: securityGroup, rules: chain } = createLoadBalancerGroup(scope, network.vpcId, endpoint);
    const { loadBalancer, listener } = createLoadBalancer(name, {
      ...scope,
      internal: true,
      subnetIds: network.subnets.map(({ id }) => id),
      securityGroupId: securityGroup.id,
      certificateArn,
      idleTimeoutSeconds: config.idleTimeoutSeconds,
    });
    const sharedStage = sharedStageOf(apis, routing);
    const rules = createListenerRules(scope, apis, {
      vpcId: network.vpcId,
      listener,
      endpoint,
      secretHeader,
      routing,
      sharedStage,
    });
    const { vpcOrigin, ready } = createVpcOrigin(name, {
      ...scope,
      endpoint: {
        loadBalancer,
        listener,
        securityGroupId: securityGroup.id,
        internetGatewayId: network.internetGatewayId,
        ingress: config.ingress,
      },
    });
    shareVpcOrigin(name, vpcOrigin, { parent: this, shareWith: config.shareWith, tags });

    const answering = apis.flatMap(({ bound }) => bound.ready);
    const all = [...ready, ...chain, ...rules, ...domain.ready, ...endpointPolicy, ...answering];
    this.vpcOriginId = afterAll(vpcOrigin.id, all);
    this.origins = new Map(
      apis.map((api) => [
        api.name,
        {
          vpcOriginId: this.vpcOriginId,
          domainName: config.certificate.domainName,
          secretHeader,
          routing,
          readsHost: config.readsHost,
          readTimeoutSeconds: config.readTimeoutSeconds,
          stageName: routing === ApiRouting.ApiIdHeader ? api.bound.stageName : sharedStage,
          restApiId: api.bound.restApiId,
        },
      ]),
    );
    const frontDoor = config.frontDoor
      ? new EdgeFrontDoor(`${name}-edge`, { ...config.frontDoor, origin: this.origin() }, { parent: this })
      : undefined;

    this.restApiIds = pulumi.all(Object.fromEntries(apis.map((api) => [api.name, api.bound.restApiId])));
    this.vpcEndpointId = pulumi.output(endpoint.id);
    this.requiredGrants = requiredGrants(apis, endpoint.id);
    this.url = pulumi.output(frontDoor?.url);
    this.registerOutputs({
      vpcOriginId: this.vpcOriginId,
      restApiIds: this.restApiIds,
      vpcEndpointId: this.vpcEndpointId,
      requiredGrants: this.requiredGrants,
      url: this.url,
    });
  }

  /**
   * What an EdgeFrontDoor of the same account takes as `origin`. With `ApiRouting.ApiIdHeader` and several APIs each has an origin of its
   * own, by its name.
   */
  origin(api?: string): Origin {
    const [first] = this.origins.keys();
    const parts = this.origins.get(api ?? first ?? "");
    if (parts === undefined) {
      throw new pulumi.RunError(
        `PrivateApiOrigin has no API "${api}"; it has ${[...this.origins.keys()].join(", ")}. Use one of these.`,
      );
    }
    return apiOrigin(parts);
  }
}

/** The Region, where it is known before anything is created: a provider of its own may have another one than the stack. */
function knownRegion(opts: pulumi.ComponentResourceOptions | undefined): string | undefined {
  const { provider, providers, parent } = opts ?? {};
  const isOwn =
    provider !== undefined || providers !== undefined || parent?.getProvider("aws:lb/loadBalancer:LoadBalancer");
  return isOwn ? undefined : aws.config.region;
}
