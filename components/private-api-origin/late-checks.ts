// Values that are known only when the program runs are judged then: what uses them waits for the verdict.

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { ComponentInputError, type Problem } from "../errors";
import { checkSubnetZones } from "./check-network";
import type { PrivateApiNetworkArgs } from "./private-api-origin-args";

/** Throws what is wrong with arguments of the component `name`, if anything is. */
export function refuse(name: string, problems: readonly Problem[]): void {
  if (problems.length > 0) {
    throw new ComponentInputError("PrivateApiOrigin", name, problems);
  }
}

/** The network, whose subnets are known only if their zones are good. */
export function verifiedNetwork(name: string, network: PrivateApiNetworkArgs): PrivateApiNetworkArgs {
  const { vpcId, internetGatewayId, subnets, existingEndpoint } = network;
  const zones = pulumi.all(subnets.map(({ availabilityZoneId }) => availabilityZoneId));
  return {
    vpcId,
    internetGatewayId,
    existingEndpoint,
    subnets: subnets.map(({ id }) => ({
      id: pulumi.all([id, zones]).apply(([known, all]) => {
        refuse(name, checkSubnetZones("network.subnets", all));
        return known;
      }),
    })),
  };
}

/** The Region in which everything of the component is. */
export function regionOf(parent: pulumi.Resource): pulumi.Output<string> {
  return aws.getRegionOutput({}, { parent }).region;
}
