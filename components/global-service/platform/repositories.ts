import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import type { GlobalServiceConfig } from "../config";

/**
 * One repository of the same name in each Region, and the replication that fills the others from the home Region's. By Region. Children:
 * `<name>-repository-<region>`, `<name>-replication`.
 */
export function createRepositories(
  name: string,
  { regions, homeRegion, manageImageReplication, deletionProtection, tags }: GlobalServiceConfig,
  parent: pulumi.Resource,
): ReadonlyMap<string, aws.ecr.Repository> {
  const create = (region: string, repositoryName?: pulumi.Output<string>): aws.ecr.Repository =>
    new aws.ecr.Repository(
      `${name}-repository-${region}`,
      {
        region,
        name: repositoryName,
        // A tag that cannot move, and images that are named by their digest anyway.
        imageTagMutability: "IMMUTABLE",
        imageScanningConfiguration: { scanOnPush: true },
        encryptionConfigurations: [{ encryptionType: "AES256" }],
        forceDelete: !deletionProtection,
        tags,
      },
      { parent, protect: deletionProtection || undefined },
    );
  const home = create(homeRegion);
  const others = regions.map(({ region }) => region).filter((region) => region !== homeRegion);
  const repositories = new Map([[homeRegion, home]]);
  for (const region of others) {
    repositories.set(region, create(region, home.name));
  }
  if (others.length > 0 && manageImageReplication) {
    new aws.ecr.ReplicationConfiguration(
      `${name}-replication`,
      {
        region: homeRegion,
        replicationConfiguration: {
          rules: [
            {
              destinations: others.map((region) => ({ region, registryId: home.registryId })),
              repositoryFilters: [{ filter: home.name, filterType: "PREFIX_MATCH" }],
            },
          ],
        },
      },
      // ECR would make what is not there, with settings of its own.
      { parent, dependsOn: [...repositories.values()] },
    );
  }
  return repositories;
}
