// Services that together reach every branch of the component, and ways to look at what they made.

import { GlobalService, type GlobalServiceArgs, type ServiceRegionArgs } from "../../../components";
import { find, type RecordedResource, type RecordOptions, recordStack } from "../record-stack";

export const hostedZoneId = "Z0123456789ABCDEFGHIJ";
export const imageDigest = `sha256:${"4f53cda1".repeat(8)}`;
export const secret = "0123456789abcdef";
export const tags = { team: "checkout" };

export const frankfurt: ServiceRegionArgs = {
  region: "eu-central-1",
  cidrBlock: "10.0.0.0/16",
  availabilityZoneIds: ["euc1-az1", "euc1-az2"],
};
export const ireland: ServiceRegionArgs = {
  region: "eu-west-1",
  cidrBlock: "10.1.0.0/16",
  availabilityZoneIds: ["euw1-az1", "euw1-az2"],
};
export const stockholm: ServiceRegionArgs = {
  region: "eu-north-1",
  cidrBlock: "10.2.0.0/16",
  availabilityZoneIds: ["eun1-az1", "eun1-az2"],
};

/** Two Regions, one table, an image; no front door and no experiments. */
export function service(changes: Partial<GlobalServiceArgs> = {}): GlobalServiceArgs {
  return {
    regions: [frankfurt, ireland],
    homeRegion: "eu-central-1",
    container: { imageDigest, port: 8080 },
    tables: { orders: { partitionKey: { name: "id" } } },
    originDomain: { name: "shop-origin.example.com", hostedZoneId },
    secretHeader: { value: secret },
    ...changes,
  };
}

/** A service called `shop`. */
export async function serve(changes: Partial<GlobalServiceArgs> = {}, options: RecordOptions = {}) {
  const { resources, calls, outputs } = await recordStack(() => new GlobalService("shop", service(changes)), options);
  return {
    shop: outputs,
    resources,
    calls,
    resource: (name: string): RecordedResource => find(resources, name),
    inputsOf: (name: string) => find(resources, name).inputs,
    policyOf: (name: string) => JSON.parse(String(find(resources, name).inputs.policy)),
    /** By name: resources are registered in no particular order. */
    ofType: (type: string): RecordedResource[] =>
      resources.filter((each) => each.type === type).sort((left, right) => (left.name < right.name ? -1 : 1)),
  };
}

export type Served = Awaited<ReturnType<typeof serve>>;
