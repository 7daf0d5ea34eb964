// A profile sets the levels of all rules at once: those that it has keep theirs, the others are disabled.

import type { Rule } from "../rule";

export const profileNames = ["baseline", "pci", "strict"] as const;
export type ProfileName = (typeof profileNames)[number];

export function isInProfile(profile: ProfileName, rule: Rule): boolean {
  switch (profile) {
    case "baseline":
      return rule.profile === "baseline";
    case "pci":
      return rule.profile === "baseline" || rule.frameworks.some(({ framework }) => framework === "PCI DSS");
    case "strict":
      return true;
    default:
      return unreachable(profile);
  }
}

function unreachable(profile: never): never {
  throw new Error(`no such profile: ${JSON.stringify(profile)}`);
}
