import { type FirewallArgs, QUOTAS } from "../../../../components";
import { checkFirewall } from "../../../../components/edge-front-door/firewall/check-firewall";
import type { Problem } from "../../../../components/errors";

/** What is wrong with the firewall of a front door at www.example.com, unless other names are given. */
export function problemsOf(firewall: FirewallArgs, domainNames: readonly string[] = ["www.example.com"]): Problem[] {
  return checkFirewall("firewall", firewall, { quotas: QUOTAS, domainNames });
}

export function pathsOf(firewall: FirewallArgs, domainNames?: readonly string[]): string[] {
  return problemsOf(firewall, domainNames).map(({ path }) => path);
}
