import type * as pulumi from "@pulumi/pulumi";
import { parseArn } from "../../aws/arns";
import { EDGE_REGION } from "../../aws/regions";
import type { Problem } from "../../errors";

/** The ARN of something CloudFront uses and therefore takes from one Region only. */
export function checkEdgeArn(
  path: string,
  value: pulumi.Input<string> | undefined,
  service: "acm" | "wafv2",
  resourcePrefix: string,
  what: string,
): Problem[] {
  if (typeof value !== "string") {
    return [];
  }
  const arn = parseArn(value);
  if (arn?.service !== service || !arn.resource.startsWith(resourcePrefix)) {
    return [{ path, must: `be the ARN of a ${what}`, got: value }];
  }
  if (arn.region === EDGE_REGION) {
    return [];
  }
  return [{ path, must: `be a ${what} in ${EDGE_REGION}: CloudFront uses no other Region's`, got: value }];
}
