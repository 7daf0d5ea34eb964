// What of a preview runs when nobody calls, in the terms of the files `idle-cost.json`: by service and usage type.

import type { PreviewedResource } from "../../docs/generate/previews";

type Quantities = Record<string, number>;

/** How many of it run all the time. Throws for a type of which nobody has said yet whether it does. */
export function idleQuantities(resources: readonly PreviewedResource[]): Quantities {
  const total: Quantities = {};
  const aws = resources.filter(({ type }) => type.startsWith("aws:"));
  for (const resource of aws) {
    for (const [usage, count] of Object.entries(quantitiesOf(resource, aws)))
      total[usage] = (total[usage] ?? 0) + count;
  }
  return total;
}

type Meter = (resource: PreviewedResource, all: readonly PreviewedResource[]) => Quantities;

function quantitiesOf(resource: PreviewedResource, all: readonly PreviewedResource[]): Quantities {
  const meter = METERS[resource.type];
  if (meter === undefined && !PAID_BY_USE_OR_FREE.has(resource.type)) {
    throw new Error(`Does ${resource.type} cost something when idle? Say so in ${__filename}`);
  }
  return meter?.(resource, all) ?? {};
}

const METERS: Readonly<Record<string, Meter>> = {
  "aws:lb/loadBalancer:LoadBalancer": ({ inputs }) => ({
    "AWSELB LoadBalancerUsage": 1,
    // An address in each subnet.
    ...(inputs.internal === true ? {} : { "AmazonVPC PublicIPv4:InUseAddress": sizeOf(inputs.subnets) }),
  }),
  "aws:ec2/vpcEndpoint:VpcEndpoint": ({ inputs }): Quantities =>
    inputs.vpcEndpointType === "Interface" ? { "AmazonVPC VpcEndpoint-Hours": sizeOf(inputs.subnetIds) } : {},
  "aws:ec2/natGateway:NatGateway": () => ({ "AmazonEC2 NatGateway-Hours": 1 }),
  "aws:ec2/eip:Eip": () => ({ "AmazonVPC PublicIPv4:InUseAddress": 1 }),
  "aws:kms/key:Key": () => ({ "awskms KMS-Keys": 1 }),
  "aws:wafv2/webAcl:WebAcl": ({ inputs }) => ({ "awswaf WebACLV2": 1, "awswaf RuleV2": sizeOf(inputs.rules) }),
  "aws:cloudwatch/metricAlarm:MetricAlarm": () => ({ "AmazonCloudWatch CW:AlarmMonitorUsage": 1 }),
  "aws:route53/healthCheck:HealthCheck": () => ({ "AmazonRoute53 alarm health check": 1 }),
  "aws:appautoscaling/policy:Policy": () => ({ "AmazonCloudWatch scaling policy": 1 }),
  "aws:autoscaling/group:Group": () => ({ "AmazonEC2 Spot instances": 1 }),
  "aws:ecs/cluster:Cluster": ({ inputs }): Quantities =>
    JSON.stringify(inputs.settings ?? []).includes("enabled") ? { "AmazonCloudWatch Container Insights": 1 } : {},
  "aws:ecs/service:Service": (service, all) => tasksOf(service, all),
  "aws:apigateway/stage:Stage": ({ inputs }): Quantities =>
    inputs.cacheClusterEnabled === true ? { "AmazonApiGateway response cache": 1 } : {},
};

/** Processors and gigabytes of the tasks of a service on Fargate; on instances they cost nothing beside these. */
function tasksOf({ inputs, parent }: PreviewedResource, all: readonly PreviewedResource[]): Quantities {
  const strategies = JSON.stringify(inputs.capacityProviderStrategies ?? []);
  if (!strategies.includes("FARGATE")) return {};
  const task = all.find((other) => other.type === "aws:ecs/taskDefinition:TaskDefinition" && other.parent === parent);
  const count = Number(inputs.desiredCount);
  return {
    "AmazonECS Fargate-ARM-vCPU-Hours:perCPU": (count * Number(task?.inputs.cpu)) / 1024,
    "AmazonECS Fargate-ARM-GB-Hours": (count * Number(task?.inputs.memory)) / 1024,
  };
}

/** Of a list whose length is known. */
function sizeOf(list: unknown): number {
  if (!Array.isArray(list)) throw new Error(`No list whose length is known: ${JSON.stringify(list)}`);
  return list.length;
}

/** Nothing by the hour or month: free, or paid by the request or the gigabyte. */
const PAID_BY_USE_OR_FREE: ReadonlySet<string> = new Set([
  "aws:acm/certificate:Certificate",
  "aws:acm/certificateValidation:CertificateValidation",
  "aws:apigateway/deployment:Deployment",
  "aws:apigateway/methodSettings:MethodSettings",
  "aws:apigateway/restApi:RestApi",
  "aws:apigateway/restApiPolicy:RestApiPolicy",
  "aws:appautoscaling/target:Target",
  "aws:cloudfront/distribution:Distribution",
  "aws:cloudfront/vpcOrigin:VpcOrigin",
  "aws:cloudwatch/logDelivery:LogDelivery",
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination",
  "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  "aws:cloudwatch/logGroup:LogGroup",
  "aws:dynamodb/table:Table",
  "aws:dynamodb/tableReplica:TableReplica",
  "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
  "aws:ec2/flowLog:FlowLog",
  "aws:ec2/internetGateway:InternetGateway",
  "aws:ec2/launchTemplate:LaunchTemplate",
  "aws:ec2/route:Route",
  "aws:ec2/routeTable:RouteTable",
  "aws:ec2/routeTableAssociation:RouteTableAssociation",
  "aws:ec2/securityGroup:SecurityGroup",
  "aws:ec2/subnet:Subnet",
  "aws:ec2/vpc:Vpc",
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy",
  "aws:ecr/replicationConfiguration:ReplicationConfiguration",
  "aws:ecr/repository:Repository",
  "aws:ecs/capacityProvider:CapacityProvider",
  "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders",
  "aws:ecs/taskDefinition:TaskDefinition",
  "aws:iam/instanceProfile:InstanceProfile",
  "aws:iam/role:Role",
  "aws:iam/rolePolicy:RolePolicy",
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
  "aws:kms/keyPolicy:KeyPolicy",
  "aws:lambda/permission:Permission",
  "aws:lb/listener:Listener",
  "aws:lb/listenerRule:ListenerRule",
  "aws:lb/targetGroup:TargetGroup",
  "aws:lb/targetGroupAttachment:TargetGroupAttachment",
  "aws:ram/principalAssociation:PrincipalAssociation",
  "aws:ram/resourceAssociation:ResourceAssociation",
  "aws:ram/resourceShare:ResourceShare",
  "aws:route53/record:Record",
  "aws:s3/bucket:Bucket",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  "aws:s3/bucketPolicy:BucketPolicy",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
  "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
]);
