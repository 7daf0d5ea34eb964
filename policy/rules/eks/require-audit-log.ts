import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { clusterType } from "./cluster";

/** Clusters log who did what. */
export const requireAuditLog: Rule = {
  name: "eks-audit-log",
  severity: "medium",
  reason: "Clusters must keep an audit log of who did what, which is what an investigation begins with.",
  remediation: 'Set enabledClusterLogTypes to a list with "audit" in it.',
  url: "https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html",
  frameworks: [securityHub("EKS.8"), pciDss("10.2.1")],
  profile: "strict",
  types: [clusterType],
  *check({ properties }: Resource) {
    const types = properties.at("enabledClusterLogTypes");
    if (types.state === "unknown") yield undecided(types);
    else if (types.items.some(({ text }) => text === "audit")) return;
    else if (types.items.some(({ state }) => state === "unknown")) yield undecided(types);
    else yield violated(types, 'does not name "audit"', 'add "audit"');
  },
};
