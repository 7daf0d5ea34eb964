// The kind of every argument of a front door. What the values say is checked after that.

import {
  anyObject,
  flag,
  input,
  type Kinds,
  list,
  made,
  number,
  object,
  record,
  suggesting,
  text,
} from "../argument-kinds";
import type { EdgeFrontDoorArgs, RouteArgs } from "./args";
import type { ContinuousDeploymentArgs, StagingHeader } from "./continuous-deployment";
import type { DomainArgs } from "./domain/domain-args";
import type {
  AddressListArgs,
  AntiDdosArgs,
  BotControlArgs,
  CustomRuleArgs,
  FirewallArgs,
  FirewallLogArgs,
  HotlinkProtectionArgs,
  OwnRuleGroupArgs,
  RateLimitArgs,
} from "./firewall/firewall-args";
import { ORIGIN_KIND as origin } from "./origins/check-origin";
import type { BehaviorArgs, BehaviorFunctions } from "./routes/behavior-args";
import type { EdgeFunction } from "./routes/edge-function";
import type { KeyGroup } from "./routes/key-group";
import { STORE_KIND } from "./routes/key-value-store";
import type { LoggingArgs, RealTimeLogArgs } from "./telemetry/logging-args";
import type { AlarmArgs, MonitoringArgs } from "./telemetry/monitoring";
import type { AnycastIpListArgs } from "./viewers/anycast";
import type { ErrorPageArgs } from "./viewers/error-pages";
import type { GeoRestrictionArgs } from "./viewers/geo-restriction";
import type { ResponseHeadersArgs } from "./viewers/response-headers";
import type { CaBundle, ViewerMtlsArgs } from "./viewers/viewer-mtls";

const edgeFunction = made<EdgeFunction>(
  "a function",
  ["check", "bind"],
  "cloudFrontFunction({…}) or lambdaAtEdge({…})",
);
const keyGroup = made<KeyGroup>("a key group", ["check", "bind"], "keyGroup({…}) or existingKeyGroup(id)");
const behavior: Kinds<BehaviorArgs> = {
  allowedMethods: text,
  cachePolicyId: input,
  originRequestPolicyId: input,
  responseHeadersPolicyId: input,
  cacheOptionsRequests: flag,
  compress: flag,
  viewerProtocolPolicy: text,
  grpc: flag,
  functions: object<BehaviorFunctions>({
    viewerRequest: edgeFunction,
    viewerResponse: edgeFunction,
    originRequest: edgeFunction,
    originResponse: edgeFunction,
  }),
  trustedKeyGroups: list(keyGroup),
};

// YAML makes a boolean of the country NO.
const countries = list(suggesting(text, 'two letters in quotes, such as "NO"'));

const routes = list(object<RouteArgs>({ ...behavior, name: text, pathPattern: text, origin }));

const domain = object<DomainArgs>({
  name: text,
  alternativeNames: list(text),
  hostedZoneId: input,
  alternativeHostedZoneIds: record(input),
  externalDns: text,
  existingCertificateArn: input,
});

const addresses = object<AddressListArgs>({ ipv4: list(input), ipv6: list(input), existingIpSetArns: list(input) });

const firewall = object<FirewallArgs>({
  mode: text,
  preset: text,
  ruleGroups: list(text),
  ownRuleGroups: list(
    object<OwnRuleGroupArgs>({ name: text, ruleGroupArn: input, vendorName: text, capacity: number }),
  ),
  ruleOverrides: record(record(text)),
  allowedAddresses: addresses,
  blockedAddresses: addresses,
  rateLimits: list(
    object<RateLimitArgs>({ name: text, limit: number, windowSeconds: number, pathPrefix: text, action: text }),
  ),
  hotlinkProtection: object<HotlinkProtectionArgs>({
    pathPrefixes: list(text),
    allowedSites: list(text),
    allowEmptyReferer: flag,
    allowHttpSites: flag,
  }),
  antiDdos: object<AntiDdosArgs>({ sensitivityToBlock: text, challengeExemptPaths: list(text) }),
  botControl: object<BotControlArgs>({ inspectionLevel: text, pathPrefixes: list(text) }),
  customRules: list(object<CustomRuleArgs>({ name: text, statement: anyObject, action: text })),
  bodyInspectionKilobytes: number,
  log: object<FirewallLogArgs>({ requests: text, redactedHeaders: list(text), redactQueryString: flag }),
  existingWebAclArn: input,
});

const responseHeaders = object<ResponseHeadersArgs>({
  contentSecurityPolicy: text,
  frameOption: text,
  referrerPolicy: text,
  hstsMaxAgeSeconds: number,
  hstsIncludeSubdomains: flag,
  customHeaders: record(input),
  removedHeaders: list(text),
  corsOrigins: list(text),
});

const viewerMtls = object<ViewerMtlsArgs>({
  mode: text,
  caBundle: object<CaBundle>({ bucket: input, key: input, region: input, version: input }),
  existingTrustStoreId: input,
  advertiseCaNames: flag,
  ignoreCertificateExpiry: flag,
  connectionFunctionCode: input,
  keyValueStore: STORE_KIND,
});

const logging = object<LoggingArgs>({
  accessLogs: text,
  legacyAccessLogs: flag,
  retentionDays: number,
  realTime: object<RealTimeLogArgs>({ existingStreamArn: input, samplingPercent: number, fields: list(text) }),
});

const monitoring = object<MonitoringArgs>({
  additionalMetrics: flag,
  alarms: object<AlarmArgs>({
    topicArns: list(input),
    serverErrorPercent: number,
    clientErrorPercent: number,
    originLatencyMilliseconds: number,
    blockedRequests: number,
  }),
});

const continuousDeployment = object<ContinuousDeploymentArgs>({
  phase: text,
  weightPercent: number,
  header: object<StagingHeader>({ name: text, value: text }),
  origin,
  behavior: object<BehaviorArgs>(behavior),
  routes,
});

export const FRONT_DOOR_ARGUMENTS: Kinds<EdgeFrontDoorArgs> = {
  origin,
  behavior: object<BehaviorArgs>(behavior),
  websiteRouting: text,
  routes,
  domain,
  minimumProtocolVersion: text,
  httpVersion: text,
  ipv6: flag,
  firewall,
  geoRestriction: object<GeoRestrictionArgs>({ allowedCountries: countries, blockedCountries: countries }),
  responseHeaders,
  responseHeadersPolicyId: input,
  errorPages: list(
    object<ErrorPageArgs>({
      errorCode: number,
      responsePagePath: text,
      responseCode: number,
      cachingMinTtlSeconds: number,
    }),
  ),
  viewerMtls,
  anycastIpList: object<AnycastIpListArgs>({ existingIpListId: input, isDualStack: flag, createWithIpCount: number }),
  logging,
  monitoring,
  continuousDeployment,
  pricingPlan: text,
  encryption: text,
  encryptionKeyArn: input,
  priceClass: text,
  deletionProtection: flag,
  quotas: anyObject,
  tags: record(input),
};

export const FRONT_DOOR_KINDS = object<Partial<EdgeFrontDoorArgs>>(FRONT_DOOR_ARGUMENTS);
