import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { lambdaRoutes, PrivateApiOrigin, type Tags } from "../../components";

/** What a stack's config says of it. */
export interface OrdersConfig {
  readonly domainName: string;
  /** Name that the load balancer's certificate has; nobody resolves it. */
  readonly originDomainName: string;
  /** Secret of Secrets Manager: what CloudFront proves itself by to the load balancer. */
  readonly originSecretId: string;
  /** The function that answers, which is deployed elsewhere. */
  readonly functionName: string;
  /** CloudFront insists on one in the VPC, though nothing is routed through it. */
  readonly internetGatewayId: string;
  /** Private subnets in two zones or more. */
  readonly subnets: { id: string; availabilityZoneId: string }[];
}

export interface PrivateApiSettings extends OrdersConfig {
  readonly hostedZoneId: string;
  /** Where the load balancer and the API's endpoint are. */
  readonly vpcId: string;
  readonly logRetentionDays: number;
  readonly deletionProtection: boolean;
  readonly tags: Tags;
}

export interface PrivateApiOutputs {
  url: pulumi.Output<string | undefined>;
  restApiIds: pulumi.Output<Record<string, string>>;
}

/** An API that exists nowhere on the internet but behind its front door. */
export function deployPrivateApi(name: string, settings: PrivateApiSettings): PrivateApiOutputs {
  const { domainName, hostedZoneId, vpcId, internetGatewayId, subnets, deletionProtection, tags } = settings;
  const answering = aws.lambda.getFunctionOutput({ functionName: settings.functionName });
  const api = new PrivateApiOrigin(name, {
    network: { vpcId, internetGatewayId, subnets },
    api: lambdaRoutes({
      routes: {
        "GET /orders/{id}": { arn: answering.arn, name: answering.functionName },
        "POST /orders": { arn: answering.arn, name: answering.functionName },
      },
    }),
    certificate: { domainName: settings.originDomainName, hostedZoneId },
    secretHeader: {
      value: aws.secretsmanager.getSecretVersionOutput({ secretId: settings.originSecretId }).secretString,
    },
    frontDoor: {
      domain: { name: domainName, hostedZoneId },
      logging: { retentionDays: settings.logRetentionDays },
      deletionProtection,
      tags,
    },
    retentionDays: settings.logRetentionDays,
    deletionProtection,
    tags,
  });
  return { url: api.url, restApiIds: api.restApiIds };
}
