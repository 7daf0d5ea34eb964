import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeTrue, undecided, violated } from "../../rule";
import { clusterType } from "./cluster";

/** The Kubernetes API is reached from the VPC alone. */
export const requirePrivateEndpoint: Rule = {
  name: "eks-private-endpoint",
  severity: "medium",
  reason:
    "The Kubernetes API of a cluster must be reached from its VPC alone, so that stolen credentials are not enough.",
  remediation: "Set vpcConfig.endpointPublicAccess to false and endpointPrivateAccess to true.",
  url: "https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html",
  frameworks: [securityHub("EKS.1"), pciDss("1.4.4")],
  profile: "strict",
  types: [clusterType],
  *check({ properties }: Resource) {
    const access = properties.at("vpcConfig", "endpointPublicAccess");
    if (access.state === "unknown") yield undecided(access);
    else if (access.flag !== false)
      yield violated(access, access.state === "absent" ? "is not set, which is true" : "is true", "set it to false");
    else yield* mustBeTrue(properties.at("vpcConfig", "endpointPrivateAccess"), "set it to true");
  },
};
