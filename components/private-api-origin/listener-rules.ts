import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { shortPrefix } from "../load-balancing/load-balancer";
import { acceptedValues, type SecretHeader, secretHeaderName } from "../load-balancing/secret-header";
import { API_ID_HEADER } from "./api-origin";
import type { BoundApi } from "./apis/private-api";
import type { Endpoint } from "./endpoint";
import { ApiRouting } from "./private-api-origin-args";
import type { PrivateApiOriginScope } from "./scope";

/** An API and the requests it takes. */
export interface RoutedApi {
  readonly name: string;
  readonly bound: BoundApi;
  readonly pathPrefix: string | undefined;
  readonly hostName: string | undefined;
}

export interface RuleParts {
  readonly vpcId: pulumi.Input<string>;
  readonly listener: aws.lb.Listener;
  readonly endpoint: Endpoint;
  readonly secretHeader: SecretHeader;
  readonly routing: ApiRouting;
  /** In front of every path already when CloudFront asks; absent where the rules put it there. */
  readonly sharedStage: string | undefined;
}

/**
 * One rule an API: only requests with the secret header, on its path or host. Everything else meets the listener's 403. Returns what
 * must exist before the first request. Children: `<name>-target-group`, `<name>-target-<number>`, `<name>-refuse-api-id`,
 * `<name>-rule-<api>`.
 */
export function createListenerRules(
  scope: PrivateApiOriginScope,
  apis: readonly RoutedApi[],
  { vpcId, listener, endpoint, secretHeader, routing, sharedStage }: RuleParts,
): pulumi.Resource[] {
  const { parent, name, tags } = scope;
  const { targetGroup, targets } = createTargetGroup(scope, vpcId, endpoint);
  const values = acceptedValues(secretHeader);
  const rules = apis.map(
    (api, index) =>
      new aws.lb.ListenerRule(
        `${name}-rule-${api.name}`,
        {
          listenerArn: listener.arn,
          // In the order in which they were given, with room between them.
          priority: (index + 1) * 10,
          conditions: [
            { httpHeader: { httpHeaderName: secretHeaderName(secretHeader), values } },
            ...(api.pathPrefix === undefined
              ? []
              : [{ pathPattern: { values: pathsBelow(`${stagePath(sharedStage)}${api.pathPrefix}`) } }]),
            ...(api.hostName === undefined ? [] : [{ hostHeader: { values: [api.hostName] } }]),
          ],
          transforms: routing === ApiRouting.ListenerTransform ? rewriteTo(api.bound, sharedStage) : undefined,
          actions: [{ type: "forward", targetGroupArn: targetGroup.arn }],
          tags,
        },
        { parent },
      ),
  );
  // CloudFront writes the header itself, over whatever a viewer sent.
  const refusal = routing === ApiRouting.ApiIdHeader ? [] : [refuseApiIds(scope, listener)];
  return [...refusal, ...rules, ...targets];
}

/** Otherwise a viewer could name any API that the endpoint reaches. It comes before the rules of the APIs. */
function refuseApiIds({ parent, name, tags }: PrivateApiOriginScope, listener: aws.lb.Listener): aws.lb.ListenerRule {
  return new aws.lb.ListenerRule(
    `${name}-refuse-api-id`,
    {
      listenerArn: listener.arn,
      priority: 1,
      conditions: [{ httpHeader: { httpHeaderName: API_ID_HEADER, values: ["*"] } }],
      actions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "403" } }],
      tags,
    },
    { parent },
  );
}

interface Targets {
  readonly targetGroup: aws.lb.TargetGroup;
  readonly targets: readonly aws.lb.TargetGroupAttachment[];
}

/** The endpoint's addresses as targets. Load balancers do not check the certificates of targets, so addresses will do. */
function createTargetGroup(
  { parent, name, tags }: PrivateApiOriginScope,
  vpcId: pulumi.Input<string>,
  { addresses }: Endpoint,
): Targets {
  const targetGroup = new aws.lb.TargetGroup(
    `${name}-target-group`,
    {
      namePrefix: shortPrefix(name),
      vpcId,
      targetType: "ip",
      protocol: "HTTPS",
      port: 443,
      // Without the name of an API the endpoint answers 403, which shows that it is there.
      healthCheck: { protocol: "HTTPS", path: "/ping", matcher: "200,403" },
      tags: { Name: name, ...tags },
    },
    { parent },
  );
  const targets = addresses.map(
    (targetId, index) =>
      new aws.lb.TargetGroupAttachment(
        `${name}-target-${index + 1}`,
        { targetGroupArn: targetGroup.arn, targetId, port: 443 },
        { parent },
      ),
  );
  return { targetGroup, targets };
}

function pathsBelow(prefix: string): string[] {
  return [prefix, `${prefix}/*`];
}

function stagePath(stage: string | undefined): string {
  return stage === undefined ? "" : `/${stage}`;
}

/**
 * The host by which the endpoint knows the API. The stage in front of the path is left to CloudFront where all APIs have the same one: load
 * balancers decode what is percent-encoded in a path they rewrite (kubernetes-sigs/aws-load-balancer-controller#4579).
 */
function rewriteTo(
  { restApiId, region, stageName }: BoundApi,
  sharedStage: string | undefined,
): aws.types.input.lb.ListenerRuleTransform[] {
  const host = pulumi.interpolate`${restApiId}.execute-api.${region}.amazonaws.com`;
  const rewriteHost = {
    type: "host-header-rewrite",
    hostHeaderRewriteConfig: { rewrite: { regex: "^.*$", replace: host } },
  };
  return sharedStage === undefined
    ? [rewriteHost, { type: "url-rewrite", urlRewriteConfig: { rewrite: { regex: "^/", replace: `/${stageName}/` } } }]
    : [rewriteHost];
}
