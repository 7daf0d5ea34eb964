import type { ResourceGraph } from "../../aws/resource-graph";
import { pciDss, securityHub } from "../../frameworks";
import type { Rule } from "../../rule";
import { about, mustBeTrue } from "../../rule";
import { repositoryType } from "./repository";

const scanning = new Set(["SCAN_ON_PUSH", "CONTINUOUS_SCAN"]);

/** Images are scanned for known weaknesses, by their repository's setting or by their registry's. */
export const requireImageScan: Rule = {
  name: "ecr-image-scan",
  severity: "medium",
  reason: "Images must be scanned when they are pushed, so that known weaknesses are seen before they run.",
  remediation:
    "Set imageScanningConfiguration.scanOnPush to true, or create an aws.ecr.RegistryScanningConfiguration for all repositories.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html",
  frameworks: [securityHub("ECR.1"), pciDss("6.2.3"), pciDss("6.2.4")],
  profile: "strict",
  types: [repositoryType],
  *join(graph: ResourceGraph) {
    // Rules of the registry name repositories by patterns; that there is one is taken for an answer.
    const registryScans = graph
      .ofType("aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration")
      .flatMap(({ properties }) => properties.at("rules").items)
      .some((rule) => scanning.has(rule.at("scanFrequency").text ?? ""));
    if (registryScans) return;
    for (const repository of graph.ofType(repositoryType)) {
      const scan = repository.properties.at("imageScanningConfiguration", "scanOnPush");
      for (const finding of mustBeTrue(scan, "set it to true")) yield about(repository, finding);
    }
  },
};
