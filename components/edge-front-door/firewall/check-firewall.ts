import { checkMember } from "../../argument-checks";
import type { Problem } from "../../errors";
import type { Quotas } from "../compatibility/quotas";
import { checkEdgeArn } from "../domain/check-edge-arn";
import { capacityOf } from "./capacity";
import { checkAddresses, checkAllowedAddresses } from "./check-addresses";
import { checkGroups } from "./check-groups";
import { checkHotlink } from "./check-hotlink";
import { checkOwnRules } from "./check-own-rules";
import { checkDistinctRules } from "./check-rule-names";
import { type FirewallArgs, type FirewallLogArgs, FirewallMode, FirewallPreset, LoggedRequests } from "./firewall-args";
import { countPlanned, isManaged, planFirewall } from "./plan-firewall";

export interface FirewallContext {
  readonly quotas: Quotas;
  readonly domainNames: readonly string[];
}

/** Every problem of a firewall's arguments, whose kinds have been checked. */
export function checkFirewall(path: string, firewall: FirewallArgs, context: FirewallContext): Problem[] {
  return [
    ...checkMember(`${path}.mode`, firewall.mode, FirewallMode),
    ...checkMember(`${path}.preset`, firewall.preset, FirewallPreset),
    ...checkMode(path, firewall),
    ...checkGroups(path, firewall),
    ...checkAllowedAddresses(`${path}.allowedAddresses`, firewall.allowedAddresses),
    ...checkAddresses(`${path}.blockedAddresses`, firewall.blockedAddresses),
    ...checkOwnRules(path, firewall),
    ...(firewall.hotlinkProtection
      ? checkHotlink(`${path}.hotlinkProtection`, firewall.hotlinkProtection, context.domainNames)
      : []),
    ...checkDistinctRules(path, firewall),
    ...checkBodyInspection(`${path}.bodyInspectionKilobytes`, firewall.bodyInspectionKilobytes),
    ...(firewall.log ? checkLog(`${path}.log`, firewall.log) : []),
    ...checkEdgeArn(
      `${path}.existingWebAclArn`,
      firewall.existingWebAclArn,
      "wafv2",
      "global/webacl/",
      "web ACL of scope CLOUDFRONT",
    ),
    ...checkCapacity(path, firewall, context),
  ];
}

/** Only a managed web ACL has rules, and only an existing one an ARN. */
function checkMode(path: string, firewall: FirewallArgs): Problem[] {
  const { mode, existingWebAclArn, ...rules } = firewall;
  const problems: Problem[] = Object.entries(rules)
    .filter(([, value]) => value !== undefined && !isManaged(firewall))
    .map(([argument]) => ({
      path: `${path}.${argument} and ${path}.mode`,
      must: `not contradict each other: only mode "${FirewallMode.Managed}" has rules of its own`,
      got: mode,
    }));
  if ((existingWebAclArn !== undefined) !== (mode === FirewallMode.Existing)) {
    problems.push({
      path: `${path}.existingWebAclArn and ${path}.mode "${FirewallMode.Existing}"`,
      must: "be given together",
      got: mode,
    });
  }
  return problems;
}

const BODY_KILOBYTES = [16, 32, 48, 64];

function checkBodyInspection(path: string, kilobytes: number | undefined): Problem[] {
  return kilobytes === undefined || BODY_KILOBYTES.includes(kilobytes)
    ? []
    : [{ path, must: `be one of ${BODY_KILOBYTES.join(", ")}`, got: kilobytes }];
}

/** One less than AWS WAF redacts: the query string may come to them. */
const MOST_REDACTED_HEADERS = 99;

function checkLog(path: string, { requests, ...redaction }: FirewallLogArgs): Problem[] {
  const problems = checkMember(`${path}.requests`, requests, LoggedRequests);
  const headers = redaction.redactedHeaders ?? [];
  for (const [index, header] of headers.entries()) {
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,64}$/.test(header)) {
      problems.push({ path: `${path}.redactedHeaders[${index}]`, must: "be the name of a header", got: header });
    }
  }
  if (headers.length > MOST_REDACTED_HEADERS) {
    problems.push({
      path: `${path}.redactedHeaders`,
      must: `have at most ${MOST_REDACTED_HEADERS} entries`,
      got: headers.length,
    });
  }
  const given = Object.entries(redaction).filter(([, value]) => value !== undefined);
  for (const [argument] of requests === LoggedRequests.None ? given : []) {
    problems.push({
      path: `${path}.${argument} and ${path}.requests`,
      must: "not contradict each other: nothing is logged",
      got: requests,
    });
  }
  return problems;
}

/** A web ACL without any rule lets everything through and says nothing; too many rules AWS refuses. */
function checkCapacity(path: string, firewall: FirewallArgs, { quotas, domainNames }: FirewallContext): Problem[] {
  const plan = planFirewall(firewall, domainNames);
  if (plan.kind !== "managed") {
    return [];
  }
  const capacity = capacityOf(plan);
  if (capacity > quotas.webAclCapacity) {
    return [
      {
        path,
        must: `take at most ${quotas.webAclCapacity} capacity units`,
        got: capacity,
        use: "fewer groups, sites or paths",
      },
    ];
  }
  if (countPlanned(plan) === 0) {
    return [
      { path: `${path}.ruleGroups`, must: "name at least one group", use: `mode "${FirewallMode.None}" instead` },
    ];
  }
  return [];
}
