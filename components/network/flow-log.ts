import * as aws from "@pulumi/aws";
import { policyDocument, trustServices } from "../aws/iam-documents";
import type { RegionalNetworkSettings } from "./regional-network";

/** Who talked to whom, without contents. Children: `<name>-flow-log`, `-flow-log-group`, `-flow-log-role`, `-flow-log-writing`. */
export function createFlowLog(
  name: string,
  { parent, region, retentionDays, tags }: RegionalNetworkSettings,
  vpc: aws.ec2.Vpc,
): void {
  const group = new aws.cloudwatch.LogGroup(
    `${name}-flow-log-group`,
    { region, retentionInDays: retentionDays, tags },
    { parent },
  );
  const role = new aws.iam.Role(
    `${name}-flow-log-role`,
    { assumeRolePolicy: policyDocument([trustServices(["vpc-flow-logs.amazonaws.com"])]), tags },
    { parent },
  );
  const writing = new aws.iam.RolePolicy(
    `${name}-flow-log-writing`,
    {
      role: role.id,
      policy: group.arn.apply((arn) =>
        policyDocument([
          {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogGroups", "logs:DescribeLogStreams"],
            Resource: [arn, `${arn}:*`],
          },
        ]),
      ),
    },
    { parent },
  );
  new aws.ec2.FlowLog(
    `${name}-flow-log`,
    {
      region,
      vpcId: vpc.id,
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: group.arn,
      iamRoleArn: role.arn,
      tags,
    },
    { parent, dependsOn: writing },
  );
}
