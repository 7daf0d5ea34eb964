// Everything that can be known to be wrong about the arguments before anything is created. Pure, and blind to outputs:
// a value that is not known yet is taken as good.

import { checkMember } from "../argument-checks";
import { LOG_RETENTION_DAYS } from "../aws/log-retention";
import { edgeRegionOf } from "../aws/regions";
import { checkTags } from "../aws/tags";
import { ViewerTlsPolicy } from "../aws/tls";
import { ManagedRuleGroup } from "../aws/waf-rule-groups";
import { ComponentInputError, type Problem } from "../errors";
import {
  AccessLogDestination,
  type EdgeFrontDoorArgs,
  EncryptionMode,
  type FirewallArgs,
  FirewallMode,
  type LoggingArgs,
  PriceClass,
} from "./args";
import { LIMITS } from "./defaults";
import { checkDomain, checkEdgeArn } from "./validate-domain";
import { checkOrigin, checkRoutes } from "./validate-routes";

/** Throws one error with every problem in it. Returns the Region in which CloudFront's companions live. */
export function validateEdgeFrontDoor(
  name: string,
  args: EdgeFrontDoorArgs | undefined,
  stackRegion: string | undefined,
): string {
  const problems = checkEdgeFrontDoor(name, args);
  const edgeRegion = edgeRegionOf(stackRegion ?? "");
  if (edgeRegion === undefined) {
    problems.push({
      path: "aws:region",
      must: "be in a partition where CloudFront takes ACM certificates",
      got: stackRegion,
      use: "a Region of the commercial partition",
    });
  }
  if (problems.length > 0 || edgeRegion === undefined) {
    throw new ComponentInputError("EdgeFrontDoor", name, problems);
  }
  return edgeRegion;
}

/** Every problem, in the order of the arguments. What JavaScript programs leave out is a problem, not a crash. */
export function checkEdgeFrontDoor(name: string, args: Partial<EdgeFrontDoorArgs> = {}): Problem[] {
  return [
    ...checkName(name),
    ...checkOrigin("origin", args.origin),
    ...(args.domain ? checkDomain("domain", args.domain) : []),
    ...checkRoutes("routes", args.routes ?? []),
    ...checkMinimumTls(args),
    ...checkFirewall("firewall", args.firewall ?? {}),
    ...checkLogging("logging", args.logging ?? {}),
    ...checkEncryption(args),
    ...checkMember("priceClass", args.priceClass, PriceClass),
    ...checkTags("tags", args.tags),
  ];
}

function checkName(name: string): Problem[] {
  if (name.length <= LIMITS.nameCharacters && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    return [];
  }
  return [
    {
      path: "name",
      must: `be at most ${LIMITS.nameCharacters} lower-case letters, digits and single hyphens, starting with a letter: bucket names start with it`,
      got: name,
      use: '"site"',
    },
  ];
}

function checkMinimumTls(args: Partial<EdgeFrontDoorArgs>): Problem[] {
  const path = "minimumProtocolVersion";
  const problems = checkMember(path, args.minimumProtocolVersion, ViewerTlsPolicy);
  if (args.minimumProtocolVersion !== undefined && args.domain === undefined) {
    problems.push({
      path: `${path} and domain`,
      must: "be given together: CloudFront fixes the TLS policy of its own cloudfront.net names",
      got: args.minimumProtocolVersion,
    });
  }
  return problems;
}

function checkFirewall(path: string, firewall: FirewallArgs): Problem[] {
  const { mode, ruleGroups, countedCoreRules, existingWebAclArn } = firewall;
  const problems = checkMember(`${path}.mode`, mode, FirewallMode);
  for (const [index, group] of (ruleGroups ?? []).entries()) {
    problems.push(...checkMember(`${path}.ruleGroups[${index}]`, group, ManagedRuleGroup));
  }
  if (ruleGroups?.length === 0) {
    problems.push({
      path: `${path}.ruleGroups`,
      must: "name at least one group",
      use: `mode "${FirewallMode.None}" instead`,
    });
  }
  const isManaged = mode === undefined || mode === FirewallMode.Managed;
  for (const [argument, value] of Object.entries({ ruleGroups, countedCoreRules })) {
    if (value !== undefined && !isManaged) {
      problems.push({
        path: `${path}.${argument} and ${path}.mode`,
        must: `not contradict each other: only mode "${FirewallMode.Managed}" has rules of its own`,
        got: mode,
      });
    }
  }
  if ((countedCoreRules?.length ?? 0) > 0 && ruleGroups !== undefined && !ruleGroups.includes(ManagedRuleGroup.Core)) {
    problems.push({
      path: `${path}.countedCoreRules and ${path}.ruleGroups`,
      must: `not contradict each other: the core group, ${ManagedRuleGroup.Core}, is missing`,
    });
  }
  if ((existingWebAclArn !== undefined) !== (mode === FirewallMode.Existing)) {
    problems.push({
      path: `${path}.existingWebAclArn and ${path}.mode "${FirewallMode.Existing}"`,
      must: "be given together",
      got: mode,
    });
  }
  return [
    ...problems,
    ...checkEdgeArn(
      `${path}.existingWebAclArn`,
      existingWebAclArn,
      "wafv2",
      "global/webacl/",
      "web ACL of scope CLOUDFRONT",
    ),
  ];
}

function checkLogging(path: string, logging: LoggingArgs): Problem[] {
  const problems = checkMember(`${path}.accessLogs`, logging.accessLogs, AccessLogDestination);
  if (logging.retentionDays !== undefined && !LOG_RETENTION_DAYS.includes(logging.retentionDays)) {
    problems.push({
      path: `${path}.retentionDays`,
      must: `be one of ${LOG_RETENTION_DAYS.join(", ")}`,
      got: logging.retentionDays,
    });
  }
  return problems;
}

function checkEncryption(args: Partial<EdgeFrontDoorArgs>): Problem[] {
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
  if (typeof keyArn === "string" && !/^arn:[^:]+:kms:[^:]+:\d{12}:key\/.+$/.test(keyArn)) {
    problems.push({
      path: "encryptionKeyArn",
      must: "be the ARN of a key: an alias or the key's id would not do for every service that uses it",
      got: keyArn,
    });
  }
  return problems;
}
