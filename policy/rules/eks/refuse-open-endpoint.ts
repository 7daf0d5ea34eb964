import { isEverywhere } from "../../aws/address-ranges";
import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { clusterType } from "./cluster";

const fix = "name the addresses that administer the cluster, or set endpointPublicAccess to false";

/** Not everybody reaches the Kubernetes API. */
export const refuseOpenEndpoint: Rule = {
  name: "eks-no-open-endpoint",
  severity: "high",
  reason: "The Kubernetes API of a cluster must not be open to every address, which is what EKS takes by itself.",
  remediation:
    "Set vpcConfig.endpointPublicAccess to false and endpointPrivateAccess to true, or narrow publicAccessCidrs.",
  url: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
  // EKS.1 refuses every public endpoint: eks-private-endpoint.
  frameworks: [securityHub("EKS.1", "looser"), pciDss("1.4.4")],
  profile: "baseline",
  types: [clusterType],
  *check({ properties }: Resource) {
    const access = properties.at("vpcConfig", "endpointPublicAccess");
    const ranges = properties.at("vpcConfig", "publicAccessCidrs");
    if (access.flag === false) return;
    if (access.state === "unknown") yield undecided(access);
    else if (ranges.state === "unknown") yield undecided(ranges);
    else if (ranges.items.length === 0) yield violated(ranges, "is not set, which is every address", fix);
    for (const range of access.state === "unknown" ? [] : ranges.items) {
      if (range.state === "unknown") yield undecided(range);
      else if (isEverywhere(range.text ?? "")) yield violated(range, "is every address", fix);
    }
  },
};
