import { TenantedFrontDoor, type TenantedFrontDoorArgs } from "../../../../components";
import { find, type RecordedResource, recordStack } from "../../record-stack";
import { TENANTED_VARIANTS } from "./variants";

export const multitenantDistribution = "aws:cloudfront/multitenantDistribution:MultitenantDistribution";
export const distributionTenant = "aws:cloudfront/distributionTenant:DistributionTenant";

/** A tenanted front door called `stores`, with ways to look at what it made. */
export async function buildTenanted(args: TenantedFrontDoorArgs) {
  const { resources, outputs } = await recordStack(() => new TenantedFrontDoor("stores", args));
  return {
    stores: outputs,
    resources,
    inputsOf: (name: string) => find(resources, name).inputs,
    policyOf: (name: string) => JSON.parse(String(find(resources, name).inputs.policy)),
    namesOf: (type: string) => namesOf(resources, type),
  };
}

export function tenantedVariant(title: string): TenantedFrontDoorArgs {
  const make = TENANTED_VARIANTS[title];
  if (make === undefined) {
    throw new Error(`no tenanted variant is called ${title}`);
  }
  return make();
}

/** The resources of a type by name: registrations race, so their order says nothing. */
function namesOf(resources: readonly RecordedResource[], type: string): string[] {
  return resources
    .filter((resource) => resource.type === type)
    .map(({ name }) => name)
    .sort();
}
