import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument, trustServices } from "../aws/iam-documents";
import type { PrivateApiOriginScope } from "./scope";

/**
 * The role with which API Gateway writes logs. An account has one in a Region, for all its APIs: without any, stages with logs are
 * refused. It stays when this component goes, because others may use it by then. Children: `<name>-logging-role`,
 * `-logging-role-policy`, `-api-gateway-account`.
 */
export function createAccountLogging(
  { parent, name, tags }: PrivateApiOriginScope,
  wanted: boolean,
): pulumi.Resource[] {
  if (!wanted) {
    return [];
  }
  const role = new aws.iam.Role(
    `${name}-logging-role`,
    { assumeRolePolicy: policyDocument([trustServices(["apigateway.amazonaws.com"])]), tags },
    { parent, retainOnDelete: true },
  );
  const policy = new aws.iam.RolePolicyAttachment(
    `${name}-logging-role-policy`,
    { role: role.name, policyArn: "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs" },
    { parent, retainOnDelete: true },
  );
  return [
    new aws.apigateway.Account(
      `${name}-api-gateway-account`,
      { cloudwatchRoleArn: role.arn },
      { parent, dependsOn: policy, retainOnDelete: true },
    ),
  ];
}
