import * as aws from "@pulumi/aws";
import type { Problem } from "../../errors";
import { checkPartName } from "../routes/part";
import type { FrontDoorScope } from "../scope";
import type { TenantedFrontDoorArgs } from "./tenanted-front-door-args";
import type { ConnectionGroupPlan } from "./tenants-config";

/** A group that tenants' domains lead to. Its routing endpoint is what DNS records point at. */
export interface ConnectionGroup {
  readonly group: aws.cloudfront.ConnectionGroup;
  readonly ipv6: boolean;
}

export function createConnectionGroups(
  { parent, name, tags }: FrontDoorScope,
  plans: readonly ConnectionGroupPlan[],
): ReadonlyMap<string, ConnectionGroup> {
  return new Map(
    plans.map((plan) => [
      plan.name,
      {
        ipv6: plan.ipv6,
        group: new aws.cloudfront.ConnectionGroup(
          `${name}-connection-group-${plan.name}`,
          { enabled: true, ipv6Enabled: plan.ipv6, anycastIpListId: plan.anycastIpListId, tags },
          { parent },
        ),
      },
    ]),
  );
}

export function checkConnectionGroups({ connectionGroups }: Partial<TenantedFrontDoorArgs>): Problem[] {
  return Object.entries(connectionGroups ?? {}).flatMap(([name, { ipv6, anycastIpListId }]) => {
    const path = `connectionGroups.${name}`;
    const contradicts = anycastIpListId !== undefined && ipv6 !== false;
    return [
      ...checkPartName(path, name),
      ...(contradicts
        ? [
            {
              path: `${path}.anycastIpListId and ${path}.ipv6`,
              must: "not contradict each other: an Anycast list has IPv4 addresses",
              use: "ipv6: false",
            },
          ]
        : []),
    ];
  });
}
