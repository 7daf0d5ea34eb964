import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { createLoadBalancer, shortPrefix } from "../../load-balancing/load-balancer";
import { acceptedValues, secretHeaderName } from "../../load-balancing/secret-header";
import type { RegionalNetwork } from "../../network/regional-network";
import { DEREGISTRATION_DELAY_SECONDS, IDLE_TIMEOUT_SECONDS } from "../defaults";
import type { RegionalGroups } from "./groups";
import type { RegionalScope } from "./scope";

export interface RegionalLoadBalancer {
  readonly loadBalancer: aws.lb.LoadBalancer;
  readonly targetGroup: aws.lb.TargetGroup;
  /** Tasks can be registered once it exists. */
  readonly rule: aws.lb.ListenerRule;
}

/** A public load balancer that answers to one front door: CloudFront's addresses, and the secret header. */
export function createRegionalLoadBalancer(
  { parent, name, place: { region }, config }: RegionalScope,
  network: RegionalNetwork,
  groups: RegionalGroups,
  certificateArn: pulumi.Input<string>,
): RegionalLoadBalancer {
  const { container, secretHeader, deletionProtection, retentionDays, tags } = config;
  const { loadBalancer, listener } = createLoadBalancer(name, {
    parent,
    region,
    internal: false,
    subnetIds: network.publicSubnetIds,
    securityGroupId: groups.loadBalancer.id,
    certificateArn,
    idleTimeoutSeconds: IDLE_TIMEOUT_SECONDS,
    retentionDays,
    deletionProtection,
    tags,
  });
  const targetGroup = new aws.lb.TargetGroup(
    `${name}-target-group`,
    {
      region,
      namePrefix: shortPrefix(name),
      vpcId: network.vpc.id,
      targetType: "ip",
      protocol: "HTTP",
      port: container.port,
      deregistrationDelay: DEREGISTRATION_DELAY_SECONDS,
      healthCheck: {
        path: container.healthCheckPath,
        matcher: "200",
        interval: 10,
        healthyThreshold: 2,
        unhealthyThreshold: 2,
      },
      tags: { Name: name, ...tags },
    },
    { parent },
  );
  const rule = new aws.lb.ListenerRule(
    `${name}-listener-rule`,
    {
      region,
      listenerArn: listener.arn,
      priority: 10,
      conditions: [
        { httpHeader: { httpHeaderName: secretHeaderName(secretHeader), values: acceptedValues(secretHeader) } },
      ],
      actions: [{ type: "forward", targetGroupArn: targetGroup.arn }],
      tags,
    },
    { parent },
  );
  return { loadBalancer, targetGroup, rule };
}
