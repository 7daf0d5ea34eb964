import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { EdgeFrontDoor, loadBalancerOrigin, type Tags } from "../../components";

export interface GrpcServiceSettings {
  readonly domainName: string;
  readonly hostedZoneId: string;
  /** Of the servers. */
  readonly vpcId: string;
  /** Public subnets in two zones or more. */
  readonly subnetIds: string[];
  /** Certificate in the Region of the stack that covers `originDomainName`. */
  readonly certificateArn: string;
  /** Name under which CloudFront finds the load balancer. */
  readonly originDomainName: string;
  /** Secret of Secrets Manager: what CloudFront proves itself by to the load balancer. */
  readonly originSecretId: string;
  readonly logRetentionDays: number;
  readonly deletionProtection: boolean;
  readonly tags: Tags;
}

export interface GrpcServiceOutputs {
  url: pulumi.Output<string>;
  /** Where the service registers its tasks. */
  targetGroupArn: pulumi.Output<string>;
  /** What its tasks belong to: open to the load balancer, and with no way out yet. */
  taskSecurityGroupId: pulumi.Output<string>;
}

const SERVICE_PORT = 50_051;

/** A gRPC service on containers behind a load balancer that answers only to CloudFront. VPC origins do not speak gRPC, so it is public. */
export function deployGrpcService(name: string, settings: GrpcServiceSettings): GrpcServiceOutputs {
  const { domainName, hostedZoneId, originDomainName, originSecretId, deletionProtection, tags } = settings;
  const { loadBalancer, listener, targetGroup, securityGroup, taskSecurityGroup } = createLoadBalancer(name, settings);
  new aws.route53.Record(`${name}-origin`, {
    zoneId: hostedZoneId,
    name: originDomainName,
    type: "A",
    aliases: [{ name: loadBalancer.dnsName, zoneId: loadBalancer.zoneId, evaluateTargetHealth: true }],
  });
  const service = new EdgeFrontDoor(name, {
    domain: { name: domainName, hostedZoneId },
    origin: loadBalancerOrigin({
      domainName: originDomainName,
      listenerArn: listener.arn,
      targetGroupArn: targetGroup.arn,
      securityGroupId: securityGroup.id,
      secretHeader: { value: aws.secretsmanager.getSecretVersionOutput({ secretId: originSecretId }).secretString },
      // Bounds how long a stream may be silent.
      readTimeoutSeconds: 120,
    }),
    behavior: { grpc: true },
    logging: { retentionDays: settings.logRetentionDays },
    deletionProtection,
    tags,
  });
  return { url: service.url, targetGroupArn: targetGroup.arn, taskSecurityGroupId: taskSecurityGroup.id };
}

function createLoadBalancer(name: string, settings: GrpcServiceSettings) {
  const { vpcId, subnetIds, certificateArn, deletionProtection, tags } = settings;
  const { securityGroup, taskSecurityGroup } = createSecurityGroups(name, settings);
  const loadBalancer = new aws.lb.LoadBalancer(`${name}-lb`, {
    loadBalancerType: "application",
    subnets: subnetIds,
    securityGroups: [securityGroup.id],
    dropInvalidHeaderFields: true,
    enableDeletionProtection: deletionProtection,
    tags,
  });
  const targetGroup = new aws.lb.TargetGroup(`${name}-lb`, {
    vpcId,
    targetType: "ip",
    port: SERVICE_PORT,
    protocol: "HTTP",
    protocolVersion: "GRPC",
    healthCheck: { path: "/AWS.ALB/healthcheck", matcher: "0-99" },
    tags,
  });
  const listener = new aws.lb.Listener(`${name}-lb`, {
    loadBalancerArn: loadBalancer.arn,
    port: 443,
    protocol: "HTTPS",
    certificateArn,
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "403" } }],
    tags,
  });
  return { loadBalancer, listener, targetGroup, securityGroup, taskSecurityGroup };
}

/** One for the load balancer, which the front door opens to CloudFront, and one for the service's tasks behind it. */
function createSecurityGroups(name: string, { vpcId, tags }: GrpcServiceSettings) {
  const securityGroup = new aws.ec2.SecurityGroup(`${name}-lb`, {
    vpcId,
    description: `Load balancer of ${name}`,
    tags,
  });
  const taskSecurityGroup = new aws.ec2.SecurityGroup(`${name}-tasks`, {
    vpcId,
    description: `Tasks of ${name}`,
    tags,
  });
  const port = { ipProtocol: "tcp", fromPort: SERVICE_PORT, toPort: SERVICE_PORT, tags };
  new aws.vpc.SecurityGroupEgressRule(`${name}-lb-to-tasks`, {
    ...port,
    securityGroupId: securityGroup.id,
    referencedSecurityGroupId: taskSecurityGroup.id,
    description: "the service's tasks",
  });
  new aws.vpc.SecurityGroupIngressRule(`${name}-tasks-from-lb`, {
    ...port,
    securityGroupId: taskSecurityGroup.id,
    referencedSecurityGroupId: securityGroup.id,
    description: "the load balancer",
  });
  return { securityGroup, taskSecurityGroup };
}
