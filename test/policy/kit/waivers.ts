import type { Waiver } from "../../../policy/waivers/waiver";

const sound: Omit<Waiver, "id"> = {
  policy: "cloudfront-waf",
  resource: "site",
  reason: "the firewall is being moved",
  owner: "edge-team",
  ticket: "OPS-123",
  expires: "2027-01-31",
};

/** A waiver as it stands in a config file, with whatever a test puts in. */
export function terms(change: Record<string, unknown> = {}): Record<string, unknown> {
  return { ...sound, ...change };
}

export function waiver(change: Partial<Waiver> = {}): Waiver {
  return { id: "waf-move", ...sound, ...change };
}
