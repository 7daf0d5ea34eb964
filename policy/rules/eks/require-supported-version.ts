import { oldestKubernetesVersion } from "../../dated/lists";
import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { clusterType } from "./cluster";

/** Clusters and their nodes run a Kubernetes version in standard support. Without a version EKS takes the newest. */
export const requireSupportedVersion: Rule = {
  name: "eks-version",
  severity: "high",
  reason:
    "Clusters and nodes must run a Kubernetes version in standard support; older ones cost extra and are forced up.",
  remediation: `Set version to ${oldestKubernetesVersion} or newer, one minor version at a time.`,
  url: "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
  frameworks: [securityHub("EKS.2"), securityHub("EKS.9"), pciDss("12.3.4")],
  profile: "baseline",
  types: [clusterType, "aws:eks/nodeGroup:NodeGroup"],
  *check({ properties }: Resource) {
    const version = properties.at("version");
    if (version.state === "unknown") yield undecided(version);
    else if (version.state === "known" && !version.isEmpty && isOlder(String(version.whole)))
      yield violated(version, "is not in standard support", `set it to "${oldestKubernetesVersion}" or newer`);
  },
};

/** As numbers: "1.9" is older than "1.33". */
function isOlder(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = oldestKubernetesVersion.split(".").map(Number);
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor);
}
