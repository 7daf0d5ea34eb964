// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-ipset-match.html

import { BlockList, isIP } from "node:net";
import { compileForwardedIp } from "./forwarded-ip";
import type { Place } from "./inputs";
import type { Matcher, RuleContext } from "./matcher";
import { clientIpOf } from "./web-request";
import { entry } from "./world";

export function compileIpSetMatch(statement: Place, context: RuleContext): Matcher {
  statement.only("arn", "ipSetForwardedIpConfig");
  const arn = statement.required("arn");
  const ranges = entry(context.world.ipSets, arn.text());
  if (ranges === undefined) {
    throw arn.notInWorld("this IP set");
  }
  const ipSet = new BlockList();
  for (const range of ranges) {
    addRange(ipSet, range, arn);
  }
  const contains = (address: string): boolean => ipSet.check(address, familyOf(address));

  const config = statement.optional("ipSetForwardedIpConfig");
  if (config === undefined) {
    return ({ request }) => contains(clientIpOf(request));
  }
  const forwarded = compileForwardedIp(config, true);
  return ({ request }) => {
    const addresses = forwarded(request);
    return typeof addresses === "boolean" ? addresses : addresses.some(contains);
  };
}

/** "AWS WAF supports all IPv4 and IPv6 CIDR ranges except for /0." */
function addRange(ipSet: BlockList, range: string, arn: Place): void {
  const [network = "", prefix = "", ...rest] = range.split("/");
  const bits = isIP(network) === 6 ? 128 : 32;
  if (rest.length > 0 || isIP(network) === 0 || !/^[1-9][0-9]*$/.test(prefix) || Number(prefix) > bits) {
    throw arn.refused(`must hold ranges in CIDR notation, none with /0; got ${range}`);
  }
  ipSet.addSubnet(network, Number(prefix), familyOf(network));
}

const familyOf = (address: string): "ipv4" | "ipv6" => (isIP(address) === 6 ? "ipv6" : "ipv4");
