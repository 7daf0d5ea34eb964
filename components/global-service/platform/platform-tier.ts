import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { accountOf, inAnyRegion } from "../../aws/arns";
import { type PolicyStatement, policyDocument, trustServices } from "../../aws/iam-documents";
import { afterAll } from "../../ordering";
import type { GlobalServiceConfig } from "../config";
import { inRegion } from "../in-region";
import { createRepositories } from "./repositories";

/** What exists once for all Regions: images and the roles of tasks. */
export class GlobalServicePlatform extends pulumi.ComponentResource {
  static readonly __pulumiType = "causeway:index:GlobalServicePlatform";

  /** What starts tasks: pulls images and writes logs. Known once it may. */
  public readonly executionRoleArn: pulumi.Output<string>;
  /** What tasks may do. */
  public readonly taskRole: aws.iam.Role;

  private readonly repositories: ReadonlyMap<string, aws.ecr.Repository>;

  constructor(name: string, config: GlobalServiceConfig, opts: pulumi.ComponentResourceOptions) {
    super(GlobalServicePlatform.__pulumiType, name, {}, opts);
    this.repositories = createRepositories(name, config, this);
    const home = inRegion(config.homeRegion, this.repositories);
    const role = (kind: string): aws.iam.Role =>
      new aws.iam.Role(
        `${name}-${kind}-role`,
        { assumeRolePolicy: policyDocument([trustServices(["ecs-tasks.amazonaws.com"])]), tags: config.tags },
        { parent: this },
      );
    const executionRole = role("execution");
    const executionPolicy = new aws.iam.RolePolicy(
      `${name}-execution-policy`,
      { role: executionRole.id, policy: home.arn.apply((arn) => policyDocument(startTasks(arn))) },
      { parent: this },
    );
    this.executionRoleArn = afterAll(executionRole.arn, [executionPolicy]);
    this.taskRole = role("task");
    this.registerOutputs();
  }

  /** Repositories have the same name everywhere. Images are pushed to the home Region's. */
  repositoryUrlIn(region: string): pulumi.Output<string> {
    return inRegion(region, this.repositories).repositoryUrl;
  }
}

/** In any Region: what one more of them needs is allowed already. */
function startTasks(repositoryArn: string): PolicyStatement[] {
  const { partition, account } = accountOf(repositoryArn);
  return [
    { Sid: "LogIn", Effect: "Allow", Action: "ecr:GetAuthorizationToken", Resource: "*" },
    {
      Sid: "PullImages",
      Effect: "Allow",
      Action: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
      Resource: inAnyRegion(repositoryArn),
    },
    {
      Sid: "WriteLogs",
      Effect: "Allow",
      Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
      Resource: `arn:${partition}:logs:*:${account}:log-group:*`,
    },
  ];
}
