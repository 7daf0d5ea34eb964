// Everything that can be known to be wrong about the arguments before anything is created. Pure, and blind to outputs:
// a value that is not known yet is taken as good.

import { checkMember } from "../argument-checks";
import { checkSound } from "../argument-kinds";
import { isKeyArn } from "../aws/arns";
import { checkRetention } from "../aws/log-retention";
import { edgeRegionOf } from "../aws/regions";
import { checkTags } from "../aws/tags";
import { ViewerTlsPolicy } from "../aws/tls";
import { ComponentInputError, type Problem } from "../errors";
import { type EdgeFrontDoorArgs, HttpVersion, PriceClass } from "./args";
import { featuresOf, featuresOfStaging } from "./compatibility/features-of";
import { checkCompatibility } from "./compatibility/incompatibilities";
import { checkPlan, PricingPlan } from "./compatibility/pricing-plans";
import { checkQuotas, resolveQuotas } from "./compatibility/quotas";
import { checkContinuousDeployment } from "./continuous-deployment";
import { checkDomain } from "./domain/check-domain";
import { EncryptionMode } from "./encryption";
import { checkFirewall } from "./firewall/check-firewall";
import { FirewallMode } from "./firewall/firewall-args";
import { countRules } from "./firewall/plan-firewall";
import { FRONT_DOOR_KINDS } from "./kinds-of-arguments";
import { checkOrigin } from "./origins/check-origin";
import { checkOriginCount } from "./origins/check-origin-count";
import { checkOriginNames, namingsOf } from "./origins/check-origin-names";
import { checkParts } from "./routes/check-parts";
import { checkBehavior, checkRoutes } from "./routes/check-routes";
import { WebsiteRouting } from "./routes/website-routing";
import { checkLegacyLogs } from "./telemetry/legacy-logs";
import { AccessLogDestination, type LoggingArgs } from "./telemetry/logging-args";
import { checkMonitoring } from "./telemetry/monitoring";
import { checkRealTimeLogs } from "./telemetry/real-time-logs";
import { checkAnycast } from "./viewers/anycast";
import { checkResponseHeaders } from "./viewers/check-response-headers";
import { checkErrorPages } from "./viewers/error-pages";
import { checkGeoRestriction } from "./viewers/geo-restriction";
import { checkViewerMtls } from "./viewers/viewer-mtls";

/** Throws one error with every problem in it. Returns the Region in which CloudFront's companions live. */
export function validateEdgeFrontDoor(
  name: string,
  args: EdgeFrontDoorArgs | undefined,
  stackRegion: string | undefined,
): string {
  const problems = checkEdgeFrontDoor(name, args);
  const edgeRegion = checkPartition(stackRegion, problems);
  problems.push(...checkLegacyLogs("logging.legacyAccessLogs", args?.logging?.legacyAccessLogs, stackRegion));
  if (problems.length > 0 || edgeRegion === undefined) {
    throw new ComponentInputError("EdgeFrontDoor", name, problems);
  }
  return edgeRegion;
}

/** Adds to the problems where CloudFront has no companions. */
export function checkPartition(stackRegion: string | undefined, problems: Problem[]): string | undefined {
  const edgeRegion = edgeRegionOf(stackRegion ?? "");
  if (edgeRegion === undefined) {
    problems.push({
      path: "aws:region",
      must: "be in a partition where CloudFront takes ACM certificates",
      got: stackRegion,
      use: "a Region of the commercial partition",
    });
  }
  return edgeRegion;
}

/**
 * Every problem: first the arguments that are of the wrong kind, which only programs without a compiler have, then what the others
 * say, in the order of the arguments. What is left out where it must not be is a problem, not a crash.
 */
export function checkEdgeFrontDoor(name: string, args: Partial<EdgeFrontDoorArgs> = {}): Problem[] {
  return checkSound("", args, FRONT_DOOR_KINDS, (sound) => checkArguments(name, sound));
}

function checkArguments(name: string, args: Partial<EdgeFrontDoorArgs>): Problem[] {
  const quotas = resolveQuotas(args.quotas);
  const context = { quotas, tenantParameters: [] };
  const { domain, continuousDeployment: deployment } = args;
  const domainNames = domain ? [domain.name, ...(domain.alternativeNames ?? [])].map(String) : [];
  const ownsWebAcl = (args.firewall?.mode ?? FirewallMode.Managed) === FirewallMode.Managed;
  return [
    ...checkName(name),
    ...checkOrigin("origin", args.origin, context),
    ...checkBehavior("behavior", args.behavior ?? {}, quotas),
    ...checkMember("websiteRouting", args.websiteRouting, WebsiteRouting),
    ...checkRoutes("routes", args.routes ?? [], context),
    ...checkOriginCount("routes", [args, ...(args.routes ?? [])], quotas),
    ...(domain ? checkDomain("domain", domain, quotas) : []),
    ...checkMember("minimumProtocolVersion", args.minimumProtocolVersion, ViewerTlsPolicy),
    ...checkMember("httpVersion", args.httpVersion, HttpVersion),
    ...checkFirewall("firewall", args.firewall ?? {}, { quotas, domainNames }),
    ...checkGeoRestriction("geoRestriction", args.geoRestriction),
    ...checkHeaders(args),
    ...checkErrorPages("errorPages", args.errorPages ?? []),
    ...checkViewerMtls("viewerMtls", args.viewerMtls, quotas),
    ...checkAnycast("anycastIpList", args.anycastIpList),
    ...checkLogging("logging", args.logging ?? {}),
    ...checkMonitoring("monitoring", args.monitoring, ownsWebAcl),
    ...checkContinuousDeployment("continuousDeployment", deployment),
    ...checkOriginCount("continuousDeployment.routes", stagedOrigins(args), quotas),
    ...(deployment?.origin ? checkOrigin("continuousDeployment.origin", deployment.origin, context) : []),
    ...checkBehavior("continuousDeployment.behavior", deployment?.behavior ?? {}, quotas),
    ...checkRoutes("continuousDeployment.routes", deployment?.routes ?? [], context),
    ...checkOriginNames(name, [
      ...namingsOf("", args, ""),
      ...namingsOf("continuousDeployment", deployment ?? {}, "-staging"),
    ]),
    ...checkParts([
      { path: "", behavior: args.behavior, routes: args.routes, websiteRouting: args.websiteRouting },
      { path: "continuousDeployment", behavior: deployment?.behavior, routes: deployment?.routes },
      { path: "viewerMtls", keyValueStore: args.viewerMtls?.keyValueStore },
    ]),
    ...checkEncryption(args),
    ...checkMember("priceClass", args.priceClass, PriceClass),
    ...checkQuotas("quotas", args.quotas),
    ...checkTags("tags", args.tags),
    ...checkFeatures(args),
  ];
}

/** What the staging distribution asks, where that is not the same: the front door's own origins but for those that are given. */
function stagedOrigins({ origin, routes, continuousDeployment: staged }: Partial<EdgeFrontDoorArgs>) {
  const isSame = staged?.origin === undefined && staged?.routes === undefined;
  return isSame ? [] : [{ origin: staged?.origin ?? origin }, ...(staged?.routes ?? routes ?? [])];
}

const NAME_CHARACTERS = 24;

/** Leaves room for the roles and for the random suffix within 60 characters (log deliveries) and 63 (buckets). */
export function checkName(name: string): Problem[] {
  if (typeof name === "string" && name.length <= NAME_CHARACTERS && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    return [];
  }
  return [
    {
      path: "name",
      must: `be at most ${NAME_CHARACTERS} lower-case letters, digits and single hyphens, starting with a letter: bucket names start with it`,
      got: name,
      use: '"site"',
    },
  ];
}

export function checkHeaders(
  { responseHeaders, responseHeadersPolicyId }: Pick<EdgeFrontDoorArgs, "responseHeaders" | "responseHeadersPolicyId">,
  prefix = "",
): Problem[] {
  const problems = responseHeaders ? checkResponseHeaders(`${prefix}responseHeaders`, responseHeaders) : [];
  if (responseHeaders !== undefined && responseHeadersPolicyId !== undefined) {
    problems.push({
      path: `${prefix}responseHeaders and ${prefix}responseHeadersPolicyId`,
      must: "be given one without the other: a behavior has one policy",
    });
  }
  return problems;
}

export function checkLogging(path: string, logging: LoggingArgs): Problem[] {
  return [
    ...checkMember(`${path}.accessLogs`, logging.accessLogs, AccessLogDestination),
    ...checkRetention(`${path}.retentionDays`, logging.retentionDays),
    ...checkRealTimeLogs(`${path}.realTime`, logging.realTime),
  ];
}

export function checkEncryption(args: Pick<EdgeFrontDoorArgs, "encryption" | "encryptionKeyArn">): Problem[] {
  const problems = checkMember("encryption", args.encryption, EncryptionMode);
  if (args.encryption === EncryptionMode.SseS3 && args.encryptionKeyArn !== undefined) {
    problems.push({
      path: "encryption and encryptionKeyArn",
      must: "not contradict each other: a key is used by SSE-KMS only",
      got: args.encryption,
      use: `"${EncryptionMode.SseKms}"`,
    });
  }
  const keyArn = args.encryptionKeyArn;
  if (typeof keyArn === "string" && !isKeyArn(keyArn)) {
    problems.push({
      path: "encryptionKeyArn",
      must: "be the ARN of a key: an alias or the key's id would not do for every service that uses it",
      got: keyArn,
    });
  }
  return problems;
}

/** What does not go together, and what the pricing plan lacks. */
function checkFeatures(args: Partial<EdgeFrontDoorArgs>): Problem[] {
  const features = featuresOf(args);
  const { pricingPlan } = args;
  const problems = [
    ...checkCompatibility([...features, ...featuresOfStaging(args)]),
    ...checkMember("pricingPlan", pricingPlan, PricingPlan),
  ];
  if (pricingPlan === undefined || !Object.values<string>(PricingPlan).includes(pricingPlan)) {
    return problems;
  }
  const use = { features, behaviors: 1 + (args.routes ?? []).length, firewallRules: countRules(args.firewall ?? {}) };
  return [...problems, ...checkPlan(pricingPlan, use)];
}
