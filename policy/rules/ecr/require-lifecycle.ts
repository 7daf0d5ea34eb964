import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { securityHub } from "../../frameworks";
import type { Rule } from "../../rule";
import { about, violated, wholeResource } from "../../rule";
import { repositoryType } from "./repository";

/** Old images go. */
export const requireLifecycle: Rule = {
  name: "ecr-lifecycle",
  severity: "low",
  reason: "Repositories must let old images expire, so that nobody runs one whose weaknesses are long known.",
  remediation: "Create an aws.ecr.LifecyclePolicy for the repository.",
  url: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html",
  frameworks: [securityHub("ECR.3")],
  profile: "strict",
  types: [repositoryType],
  *join(graph: ResourceGraph) {
    const repositories = new References(graph, [repositoryType], ["name", "id"]);
    for (const repository of repositories.without(
      graph.ofType("aws:ecr/lifecyclePolicy:LifecyclePolicy"),
      "repository",
    ))
      yield about(
        repository,
        violated(wholeResource, "has no lifecycle policy", "create an aws.ecr.LifecyclePolicy for it"),
      );
  },
};
