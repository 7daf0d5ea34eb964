import * as pulumi from "@pulumi/pulumi";
import { createRegionalNetwork, type RegionalNetworkSettings } from "../../../components/network/regional-network";
import { createServiceEndpoints } from "../../../components/network/service-endpoints";
import { find, recordStack } from "../record-stack";

export const tags = { team: "network" };

/** A network called `shop` with endpoints of its own, and ways to look at what was made. */
export async function place(changes: Partial<RegionalNetworkSettings> = {}) {
  const { resources, outputs } = await recordStack(() => {
    const parent = new pulumi.ComponentResource("test:index:Place", "place");
    const settings = {
      parent,
      region: "eu-central-1",
      cidrBlock: "10.0.0.0/16",
      availabilityZoneIds: ["euc1-az1", "euc1-az2"],
      internetAccess: false,
      retentionDays: 90,
      tags,
      ...changes,
    };
    const network = createRegionalNetwork("shop", settings);
    const endpoints = createServiceEndpoints("shop", network, {
      parent,
      region: settings.region,
      interfaces: ["ecr.api", "logs"],
      gateways: ["s3", "dynamodb"],
      tags,
    });
    return { network, endpoints };
  });
  return {
    ...outputs,
    resources,
    namesOf: (type: string) => resources.filter((each) => each.type === type).map(({ name }) => name),
    inputsOf: (name: string) => find(resources, name).inputs,
    policyOf: (name: string) => JSON.parse(String(find(resources, name).inputs.policy)),
  };
}
