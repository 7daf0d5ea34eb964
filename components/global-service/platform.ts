import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument, trustServices } from "../aws/iam-documents";
import type { GlobalServiceConfig } from "./config";

/** What exists once for all Regions: images and the roles of tasks. */
export class GlobalServicePlatform extends pulumi.ComponentResource {
  static readonly __pulumiType = "causeway:index:GlobalServicePlatform";

  /** Repositories of the same name, by Region. Images are pushed to the home Region's. */
  public readonly repositoryUrls: pulumi.Output<Record<string, string>>;
  /** What starts tasks: pulls images and writes logs. */
  public readonly executionRoleArn: pulumi.Output<string>;
  /** What tasks may do. */
  public readonly taskRoleArn: pulumi.Output<string>;
  public readonly taskRoleName: pulumi.Output<string>;

  constructor(name: string, config: GlobalServiceConfig, opts: pulumi.ComponentResourceOptions) {
    super(GlobalServicePlatform.__pulumiType, name, {}, opts);
    const { tags } = config;
    const repositories = createRepositories(name, config, this);
    const assumeRolePolicy = policyDocument([trustServices(["ecs-tasks.amazonaws.com"])]);
    const executionRole = new aws.iam.Role(`${name}-execution-role`, { assumeRolePolicy, tags }, { parent: this });
    new aws.iam.RolePolicy(
      `${name}-execution-policy`,
      {
        role: executionRole.id,
        policy: pulumi
          .all([...repositories.values()].map((repository) => repository.arn))
          .apply((arns) => policyDocument(startTasks(arns))),
      },
      { parent: this },
    );
    const taskRole = new aws.iam.Role(`${name}-task-role`, { assumeRolePolicy, tags }, { parent: this });

    this.repositoryUrls = pulumi.all(
      Object.fromEntries([...repositories].map(([region, repository]) => [region, repository.repositoryUrl])),
    );
    this.executionRoleArn = executionRole.arn;
    this.taskRoleArn = taskRole.arn;
    this.taskRoleName = taskRole.name;
    this.registerOutputs({
      repositoryUrls: this.repositoryUrls,
      executionRoleArn: this.executionRoleArn,
      taskRoleArn: this.taskRoleArn,
      taskRoleName: this.taskRoleName,
    });
  }
}

/** One repository of the same name in each Region, and the replication that fills the others from the home Region's. */
function createRepositories(
  name: string,
  config: GlobalServiceConfig,
  parent: pulumi.Resource,
): Map<string, aws.ecr.Repository> {
  const { homeRegion, deletionProtection } = config;
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
        tags: config.tags,
      },
      { parent, protect: deletionProtection || undefined },
    );
  const home = create(homeRegion);
  const others = config.regions.map(({ region }) => region).filter((region) => region !== homeRegion);
  const repositories = new Map([[homeRegion, home]]);
  for (const region of others) {
    repositories.set(region, create(region, home.name));
  }
  if (others.length > 0 && config.manageImageReplication) {
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

function startTasks(repositoryArns: readonly string[]) {
  return [
    {
      Sid: "LogIn",
      Effect: "Allow" as const,
      Action: "ecr:GetAuthorizationToken",
      Resource: "*",
    },
    {
      Sid: "PullImages",
      Effect: "Allow" as const,
      Action: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
      Resource: repositoryArns,
    },
    {
      Sid: "WriteLogs",
      Effect: "Allow" as const,
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: "arn:aws:logs:*:*:log-group:*",
    },
  ];
}
