// What a web ACL's rules cost in capacity units, so that a sum above the quota is refused before AWS does.
// https://docs.aws.amazon.com/waf/latest/developerguide/aws-waf-capacity-units.html and the pages of the statements.

import { ANTI_DDOS, BOT_CONTROL, RULE_GROUPS } from "../../aws/waf-rule-groups";
import type { HotlinkPlan } from "./hotlink";
import type { ManagedFirewall } from "./plan-firewall";

const TEXT_TRANSFORMATION = 10;
const STARTS_WITH = 2;
const REGEX_MATCH = 3;
const SIZE_CONSTRAINT = 1;
const IP_SET = 1;
const RATE_BASED = 2;
const PATH_STARTS_WITH = STARTS_WITH + 3 * TEXT_TRANSFORMATION;

/**
 * At most: AWS's pages count every transformation, while the same one of the same part of a request may be charged once. Without custom
 * rules, whose statements only AWS can count.
 */
export function capacityOf(firewall: ManagedFirewall): number {
  const lists = [firewall.allowedAddresses, firewall.blockedAddresses];
  return sum([
    ...lists.map(
      (list) => IP_SET * ((list?.ipv4 ? 1 : 0) + (list?.ipv6 ? 1 : 0) + (list?.existingIpSetArns?.length ?? 0)),
    ),
    ...firewall.rateLimits.map(({ pathPrefix }) => RATE_BASED + (pathPrefix === undefined ? 0 : PATH_STARTS_WITH)),
    firewall.hotlink ? capacityOfHotlink(firewall.hotlink) : 0,
    firewall.antiDdos ? ANTI_DDOS.capacity : 0,
    firewall.botControl ? BOT_CONTROL.capacity + (firewall.botControl.pathPrefixes?.length ?? 0) * PATH_STARTS_WITH : 0,
    ...firewall.ruleGroups.map((group) => RULE_GROUPS[group]?.capacity ?? 0),
    ...firewall.ownRuleGroups.map(({ capacity }) => capacity ?? 0),
  ]);
}

function capacityOfHotlink({ pathPrefixes, sites, allowEmptyReferer, allowHttpSites }: HotlinkPlan): number {
  return sum([
    pathPrefixes.length * PATH_STARTS_WITH,
    allowEmptyReferer ? SIZE_CONSTRAINT : 0,
    ...sites.map((site) =>
      site.startsWith("*.")
        ? REGEX_MATCH + TEXT_TRANSFORMATION
        : (STARTS_WITH + TEXT_TRANSFORMATION) * (allowHttpSites ? 2 : 1),
    ),
  ]);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
