import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { RegionalNetwork } from "../../network/regional-network";
import { CapacityKind } from "../global-service-args";
import type { RegionalGroups } from "./groups";
import type { RegionalScope } from "./scope";
import { createSpotInstances } from "./spot-instances";

type Strategy = aws.types.input.ecs.ServiceCapacityProviderStrategy;

export interface Capacity {
  readonly strategies: Strategy[];
  /** Those that a zone's failure takes along; none for Fargate. */
  readonly instances: aws.autoscaling.Group | undefined;
  /** Services come after it and go before it. */
  readonly association: aws.ecs.ClusterCapacityProviders;
}

/** Where tasks run. Children: `<name>-<kind of capacity>-capacity`, and those of the instances. */
export function createCapacity(
  scope: RegionalScope,
  cluster: aws.ecs.Cluster,
  network: RegionalNetwork,
  groups: RegionalGroups,
): Capacity {
  const { parent, name, place, config } = scope;
  const { kind, onDemandBase, spotPercent } = config.capacity;
  const associate = (capacityProviders: pulumi.Input<string>[]): aws.ecs.ClusterCapacityProviders =>
    new aws.ecs.ClusterCapacityProviders(
      `${name}-${kind}-capacity`,
      { region: place.region, clusterName: cluster.name, capacityProviders },
      { parent },
    );
  switch (kind) {
    case CapacityKind.Fargate:
      return {
        strategies: [
          { capacityProvider: "FARGATE", base: onDemandBase, weight: 100 - spotPercent },
          { capacityProvider: "FARGATE_SPOT", weight: spotPercent },
        ],
        instances: undefined,
        association: associate(["FARGATE", "FARGATE_SPOT"]),
      };
    case CapacityKind.Ec2Spot: {
      const { provider, instances } = createSpotInstances(scope, cluster, network, groups);
      return {
        strategies: [{ capacityProvider: provider.name, weight: 100 }],
        instances,
        association: associate([provider.name]),
      };
    }
    default:
      return unreachable(kind);
  }
}

function unreachable(kind: never): never {
  throw new Error(`Unknown kind of capacity ${JSON.stringify(kind)}`);
}
