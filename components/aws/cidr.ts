// Ranges of IPv4 addresses in CIDR notation, as plain numbers.

import { isIPv4 } from "node:net";

export interface Cidr {
  /** The first address as a number. */
  readonly first: number;
  readonly prefix: number;
}

/** Nothing where the text is no range, or has bits beyond its prefix. */
export function parseCidr(text: string): Cidr | undefined {
  const [address = "", length = "", ...more] = text.split("/");
  const prefix = Number(length);
  if (more.length > 0 || !isIPv4(address) || !/^\d{1,2}$/.test(length) || prefix > 32) {
    return undefined;
  }
  const first = address.split(".").reduce((number, octet) => number * 256 + Number(octet), 0);
  return first % sizeOf(prefix) === 0 ? { first, prefix } : undefined;
}

/** How many addresses a range has. */
export function sizeOf(prefix: number): number {
  return 2 ** (32 - prefix);
}

export function overlap(left: Cidr, right: Cidr): boolean {
  return left.first < right.first + sizeOf(right.prefix) && right.first < left.first + sizeOf(left.prefix);
}

/** The range number `index` of those into which `bits` more bits split a range. */
export function subrange({ first, prefix }: Cidr, bits: number, index: number): string {
  const start = first + index * sizeOf(prefix + bits);
  const octets = [24, 16, 8, 0].map((shift) => Math.floor(start / 2 ** shift) % 256);
  return `${octets.join(".")}/${prefix + bits}`;
}

// https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
const PRIVATE: readonly Cidr[] = [
  { first: 10 * 2 ** 24, prefix: 8 },
  { first: 172 * 2 ** 24 + 16 * 2 ** 16, prefix: 12 },
  { first: 192 * 2 ** 24 + 168 * 2 ** 16, prefix: 16 },
  { first: 100 * 2 ** 24 + 64 * 2 ** 16, prefix: 10 },
];

/** Addresses that nobody has on the internet: RFC 1918 and RFC 6598. */
export function isPrivateRange(cidr: Cidr): boolean {
  return PRIVATE.some((range) => cidr.prefix >= range.prefix && overlap(range, cidr));
}
