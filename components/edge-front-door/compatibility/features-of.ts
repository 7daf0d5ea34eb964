// Which features the arguments of a front door use. Pure, and blind to outputs: a value that is not known yet uses nothing, apart
// from ids of policies, since CloudFront's own have constants.

import { forwardsHost, isManagedPolicy } from "../../aws/cloudfront-policies";
import { type EdgeFrontDoorArgs, HttpVersion, PriceClass } from "../args";
import { EncryptionMode } from "../encryption";
import { featuresOfFirewall } from "../firewall/firewall-features";
import type { Origin } from "../origins/origin";
import { functionsOf } from "../routes/behavior";
import { AllowedMethods, type BehaviorArgs } from "../routes/behavior-args";
import { WebsiteRouting } from "../routes/website-routing";
import { AccessLogDestination } from "../telemetry/logging-args";
import { ReferrerPolicy } from "../viewers/response-headers";
import { Feature, type FeatureUse } from "./features";

export function featuresOf(args: Partial<EdgeFrontDoorArgs>): FeatureUse[] {
  return [
    ...featuresOfContent("", args),
    ...featuresOfViewers(args),
    ...featuresOfFirewall("firewall", args.firewall ?? {}, [...(args.domain?.alternativeNames ?? [])].map(String)),
    ...featuresOfTelemetry(args),
  ];
}

/** Of what the staging distribution serves, where that is not the same. Argument by argument it is the front door's unless given. */
export function featuresOfStaging(args: Partial<EdgeFrontDoorArgs>): FeatureUse[] {
  const { continuousDeployment: staged } = args;
  if (!staged) {
    return [];
  }
  const own = Object.entries({ origin: staged.origin, behavior: staged.behavior, routes: staged.routes }).filter(
    ([, value]) => value !== undefined,
  );
  const given = own.map(([argument]) => argument);
  return featuresOfContent(STAGING, { ...args, ...Object.fromEntries(own) }).map((use) => {
    const path = use.path.slice(STAGING.length + 1);
    const behavior = use.behavior && `staging ${use.behavior}`;
    return { ...use, path: given.some((argument) => path.startsWith(argument)) ? use.path : path, behavior };
  });
}

const STAGING = "continuousDeployment";

type ContentArgs = Pick<
  Partial<EdgeFrontDoorArgs>,
  | "origin"
  | "behavior"
  | "websiteRouting"
  | "routes"
  | "errorPages"
  | "httpVersion"
  | "responseHeaders"
  | "responseHeadersPolicyId"
>;

/** Of what a distribution serves. `prefix` is the argument the others belong to; empty for a front door's own. */
export function featuresOfContent(prefix: string, args: ContentArgs): FeatureUse[] {
  const at = (argument: string): string => (prefix === "" ? argument : `${prefix}.${argument}`);
  const { httpVersion, responseHeaders, responseHeadersPolicyId } = args;
  const hasRouting = args.websiteRouting !== undefined && args.websiteRouting !== WebsiteRouting.Files;
  return [
    ...featuresOfBehavior("default", at("origin"), args.origin, at("behavior"), args.behavior ?? {}),
    ...use(hasRouting, [
      { feature: Feature.ViewerRequestRouting, path: at("websiteRouting"), behavior: "default" },
      { feature: Feature.ViewerFunction, path: at("websiteRouting"), behavior: "default" },
    ]),
    ...(args.routes ?? []).flatMap((route, index) =>
      featuresOfBehavior(`route ${index}`, at(`routes[${index}].origin`), route.origin, at(`routes[${index}]`), route),
    ),
    ...use((args.errorPages ?? []).length > 0, [{ feature: Feature.ErrorPages, path: at("errorPages") }]),
    ...use(httpVersion === HttpVersion.Http1, [{ feature: Feature.Http1Only, path: at("httpVersion") }]),
    ...use((httpVersion ?? HttpVersion.Http2And3) === HttpVersion.Http2And3, [
      { feature: Feature.Http3, path: at("httpVersion") },
    ]),
    ...use(responseHeaders !== undefined, [{ feature: Feature.OwnResponseHeaders, path: at("responseHeaders") }]),
    ...use(responseHeadersPolicyId !== undefined && !isManagedPolicy(responseHeadersPolicyId), [
      { feature: Feature.OwnResponseHeaders, path: at("responseHeadersPolicyId") },
    ]),
    ...use(responseHeaders?.referrerPolicy === ReferrerPolicy.NoReferrer, [
      { feature: Feature.NoReferrer, path: at("responseHeaders.referrerPolicy") },
    ]),
  ];
}

/** A feature, or several, where the condition holds. */
function use(condition: boolean, features: FeatureUse[]): FeatureUse[] {
  return condition ? features : [];
}

/** `key` tells the behaviors of a distribution apart. */
function featuresOfBehavior(
  key: string,
  originPath: string,
  origin: Origin | undefined,
  path: string,
  args: BehaviorArgs,
): FeatureUse[] {
  const found: { feature: Feature; path: string }[] = (origin?.features ?? []).map(({ feature, option }) => ({
    feature,
    path: option === undefined ? originPath : `${originPath}.${option}`,
  }));
  const add = (condition: boolean, feature: Feature, where: string): void => {
    if (condition) {
      found.push({ feature, path: where });
    }
  };
  const { allowedMethods, cachePolicyId, originRequestPolicyId, responseHeadersPolicyId } = args;
  add(args.grpc === true, Feature.Grpc, `${path}.grpc`);
  add(args.grpc === undefined && origin?.behavior?.grpc === true, Feature.Grpc, originPath);
  add(allowedMethods === AllowedMethods.All, Feature.Writes, `${path}.allowedMethods`);
  add(allowedMethods !== undefined && allowedMethods !== AllowedMethods.All, Feature.NoPost, `${path}.allowedMethods`);
  add(allowedMethods === undefined && isReadOnly(origin), Feature.NoPost, originPath);
  for (const [argument, id, own] of [
    ["cachePolicyId", cachePolicyId, Feature.OwnCachePolicy],
    ["originRequestPolicyId", originRequestPolicyId, Feature.OwnOriginRequestPolicy],
    ["responseHeadersPolicyId", responseHeadersPolicyId, Feature.OwnResponseHeaders],
  ] as const) {
    add(id !== undefined && !isManagedPolicy(id), own, `${path}.${argument}`);
    add(forwardsHost(id), Feature.ForwardedHost, `${path}.${argument}`);
  }
  for (const { event, code } of functionsOf(args.functions ?? {})) {
    const isViewerEvent = event === "viewerRequest" || event === "viewerResponse";
    const where = `${path}.functions.${event}`;
    add(code.kind === "CloudFront Function", Feature.ViewerFunction, where);
    add(code.kind === "Lambda@Edge" && isViewerEvent, Feature.LambdaViewerTrigger, where);
    add(code.kind === "Lambda@Edge" && !isViewerEvent, Feature.LambdaOriginTrigger, where);
    add(event === "viewerRequest", Feature.ViewerRequestFunction, where);
    add(code.keyValueStore !== undefined, Feature.KeyValueStore, `${where}.keyValueStore`);
  }
  return found.map((each) => ({ ...each, behavior: key }));
}

/** By its kind. An origin group is left out: with gRPC it does not go at all, whatever its methods. */
function isReadOnly(origin: Origin | undefined): boolean {
  const methods = origin?.behavior?.allowedMethods;
  const isGroup = origin?.features?.some(({ feature }) => feature === Feature.OriginGroup) ?? false;
  return methods !== undefined && methods !== AllowedMethods.All && !isGroup;
}

function featuresOfViewers(args: Partial<EdgeFrontDoorArgs>): FeatureUse[] {
  const { anycastIpList, viewerMtls } = args;
  return [
    ...use(args.ipv6 ?? true, [{ feature: Feature.Ipv6, path: "ipv6" }]),
    ...use(anycastIpList !== undefined, [{ feature: Feature.AnycastIpList, path: "anycastIpList" }]),
    ...use(anycastIpList !== undefined && anycastIpList.isDualStack !== true, [
      { feature: Feature.AnycastIpv4, path: "anycastIpList" },
    ]),
    ...use(args.priceClass !== undefined && args.priceClass !== PriceClass.All, [
      { feature: Feature.ReducedPriceClass, path: "priceClass" },
    ]),
    ...use(args.domain === undefined, [{ feature: Feature.NoCertificate, path: "domain" }]),
    ...use(args.minimumProtocolVersion !== undefined, [{ feature: Feature.TlsPolicy, path: "minimumProtocolVersion" }]),
    ...use(viewerMtls !== undefined, [{ feature: Feature.ViewerMtls, path: "viewerMtls" }]),
    ...use(viewerMtls?.keyValueStore !== undefined, [
      { feature: Feature.KeyValueStore, path: "viewerMtls.keyValueStore" },
    ]),
    ...use(args.continuousDeployment !== undefined, [
      { feature: Feature.ContinuousDeployment, path: "continuousDeployment" },
    ]),
  ];
}

function featuresOfTelemetry({ logging, encryption, encryptionKeyArn }: Partial<EdgeFrontDoorArgs>): FeatureUse[] {
  return [
    ...use(logging?.accessLogs !== AccessLogDestination.None, [
      { feature: Feature.AccessLogs, path: "logging.accessLogs" },
    ]),
    ...use(logging?.legacyAccessLogs === true, [{ feature: Feature.LegacyLogs, path: "logging.legacyAccessLogs" }]),
    ...use(logging?.realTime !== undefined, [{ feature: Feature.RealTimeLogs, path: "logging.realTime" }]),
    ...use(encryption === EncryptionMode.SseKms, [{ feature: Feature.SseKms, path: "encryption" }]),
    ...use(encryptionKeyArn !== undefined, [{ feature: Feature.SseKms, path: "encryptionKeyArn" }]),
  ];
}
