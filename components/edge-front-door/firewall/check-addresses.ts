import { isIP } from "node:net";
import type * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../../errors";
import { checkEdgeArn } from "../domain/check-edge-arn";
import type { AddressListArgs } from "./firewall-args";

// https://docs.aws.amazon.com/waf/latest/developerguide/limits.html
const MOST_ADDRESSES = 10_000;

export function checkAddresses(path: string, addresses: AddressListArgs | undefined): Problem[] {
  if (addresses === undefined) {
    return [];
  }
  const { ipv4, ipv6, existingIpSetArns } = addresses;
  const problems = [
    ...checkFamily(`${path}.ipv4`, ipv4 ?? [], 4),
    ...checkFamily(`${path}.ipv6`, ipv6 ?? [], 6),
    ...(existingIpSetArns ?? []).flatMap((arn, index) =>
      checkEdgeArn(`${path}.existingIpSetArns[${index}]`, arn, "wafv2", "global/ipset/", "IP set of scope CLOUDFRONT"),
    ),
  ];
  if (ipv4 === undefined && ipv6 === undefined && (existingIpSetArns ?? []).length === 0) {
    problems.push({ path, must: "name addresses", use: "ipv4, ipv6 or existingIpSetArns" });
  }
  return problems;
}

/** An empty list beside a full one says that nobody of that family may come; empty lists alone would lock everybody out. */
export function checkAllowedAddresses(path: string, addresses: AddressListArgs | undefined): Problem[] {
  const { ipv4, ipv6, existingIpSetArns } = addresses ?? {};
  const isEmpty = [ipv4, ipv6, existingIpSetArns].every((list) => (list ?? []).length === 0);
  return isEmpty && (ipv4 ?? ipv6) !== undefined
    ? [{ path, must: "name at least one address: everybody else is blocked" }]
    : checkAddresses(path, addresses);
}

function checkFamily(path: string, list: readonly pulumi.Input<string>[], version: 4 | 6): Problem[] {
  const problems: Problem[] = [];
  for (const [index, entry] of list.entries()) {
    if (typeof entry === "string" && !isCidr(entry, version)) {
      problems.push({
        path: `${path}[${index}]`,
        must: `be IPv${version} addresses in CIDR notation`,
        got: entry,
        use: version === 4 ? '"192.0.2.0/24", or "/32" for one address' : '"2001:db8::/32", or "/128" for one address',
      });
    }
  }
  if (list.length > MOST_ADDRESSES) {
    problems.push({ path, must: `have at most ${MOST_ADDRESSES} entries`, got: list.length });
  }
  return problems;
}

/** AWS WAF takes every length but /0. */
function isCidr(text: string, version: 4 | 6): boolean {
  const [address = "", length = "", ...more] = text.split("/");
  const bits = Number(length);
  // Node.js takes addresses with a zone, such as fe80::1%eth0, AWS WAF does not.
  return (
    more.length === 0 &&
    isIP(address) === version &&
    !address.includes("%") &&
    /^[1-9]\d*$/.test(length) &&
    bits <= (version === 4 ? 32 : 128)
  );
}
