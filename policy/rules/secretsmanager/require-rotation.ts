import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { pciDss, securityHub } from "../../frameworks";
import type { Rule } from "../../rule";
import { about, violated, wholeResource } from "../../rule";
import { secretType } from "./refuse-public-policy";

const rotationType = "aws:secretsmanager/secretRotation:SecretRotation";

/** Secrets rotate by themselves. */
export const requireRotation: Rule = {
  name: "secretsmanager-rotation",
  severity: "medium",
  reason: "A secret must rotate by itself: whoever has read it once could use it for as long as it stays the same.",
  remediation:
    "Create an aws.secretsmanager.SecretRotation for the secret with rotationRules and, unless AWS manages it, rotationLambdaArn.",
  url: "https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html",
  frameworks: [securityHub("SecretsManager.1"), pciDss("8.6.3"), pciDss("8.3.9")],
  profile: "strict",
  types: [rotationType],
  *join(graph: ResourceGraph) {
    // Without rotationEnabled a rotation is on.
    const rotations = graph
      .ofType(rotationType)
      .filter(({ properties }) => properties.at("rotationEnabled").flag !== false);
    for (const secret of new References(graph, [secretType], ["arn", "id", "name"]).without(rotations, "secretId"))
      yield about(
        secret,
        violated(wholeResource, "does not rotate", "create an aws.secretsmanager.SecretRotation for it"),
      );
  },
};
