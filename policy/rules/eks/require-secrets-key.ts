import { pciDss, securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustBeSet } from "../../rule";
import { clusterType } from "./cluster";

/** Kubernetes secrets are encrypted with a key of the account. */
export const requireSecretsKey: Rule = {
  name: "eks-secrets-key",
  severity: "low",
  reason: "Clusters must encrypt Kubernetes secrets with a key of the account, so that reading can be denied and seen.",
  remediation: 'Set encryptionConfig with provider.keyArn and resources ["secrets"]; it cannot be taken away later.',
  url: "https://docs.aws.amazon.com/eks/latest/userguide/enable-kms.html",
  frameworks: [securityHub("EKS.3"), pciDss("8.3.2")],
  profile: "strict",
  types: [clusterType],
  check: ({ properties }: Resource) =>
    mustBeSet(properties.at("encryptionConfig", "provider", "keyArn"), "set it to the ARN of a key of the account"),
};
