// Ranges of addresses in CIDR notation.

/** Everything, or a half of it, which two rules make whole again. Of IPv6 an eighth, `2000::/3`, is all that is given out. */
export function isEverywhere(range: string): boolean {
  const [, address = "", bits] = /^(.*)\/(\d+)$/.exec(range.trim()) ?? [];
  return bits !== undefined && Number(bits) <= (address.includes(":") ? 3 : 1);
}
