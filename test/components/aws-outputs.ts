import type * as pulumi from "@pulumi/pulumi";

const ACCOUNT = "123456789012";
const REGION = "eu-central-1";

type Outputs = Record<string, unknown>;

/** What AWS would compute for the resources the components make: just enough for their outputs to be real. */
export function awsOutputs(args: pulumi.runtime.MockResourceArgs): Outputs {
  const { name, inputs } = args;
  const region = inputs.region ?? REGION;
  const make = OUTPUTS[args.type];
  return make ? { region, ...make(name, region, inputs) } : {};
}

/** CloudFront's ids are upper-case letters and digits. */
export const distributionArn = (name: string): string => `arn:aws:cloudfront::${ACCOUNT}:distribution/${idOf(name)}`;

const idOf = (name: string): string => `E${name.toUpperCase().replaceAll("-", "")}`;

const logs = (region: string, resource: string): string => `arn:aws:logs:${region}:${ACCOUNT}:${resource}`;

const OUTPUTS: Record<string, (name: string, region: string, inputs: Outputs) => Outputs> = {
  "aws:s3/bucket:Bucket": (name, region) => ({
    bucket: `${name}-0123456`,
    arn: `arn:aws:s3:::${name}-0123456`,
    bucketDomainName: `${name}-0123456.s3.amazonaws.com`,
    bucketRegionalDomainName: `${name}-0123456.s3.${region}.amazonaws.com`,
  }),
  "aws:kms/key:Key": (name, region) => ({ arn: `arn:aws:kms:${region}:${ACCOUNT}:key/${name}-id` }),
  "aws:cloudfront/distribution:Distribution": (name) => ({
    arn: distributionArn(name),
    domainName: "d111111abcdef8.cloudfront.net",
    hostedZoneId: "Z2FDTNDATAQYW2",
  }),
  "aws:cloudfront/originAccessIdentity:OriginAccessIdentity": (name) => ({
    cloudfrontAccessIdentityPath: `origin-access-identity/cloudfront/${idOf(name)}`,
    iamArn: `arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity ${idOf(name)}`,
  }),
  "aws:cloudfront/vpcOrigin:VpcOrigin": (name) => ({ arn: `arn:aws:cloudfront::${ACCOUNT}:vpcorigin/vo_${name}` }),
  "aws:lb/loadBalancer:LoadBalancer": (name, region, { loadBalancerType }) => ({
    arn: `arn:aws:elasticloadbalancing:${region}:${ACCOUNT}:loadbalancer/${loadBalancerType === "network" ? "net" : "app"}/${name}/0`,
    arnSuffix: `${loadBalancerType === "network" ? "net" : "app"}/${name}/0`,
    dnsName: `internal-${name}-0.${region}.elb.amazonaws.com`,
    zoneId: `Z-ELB-${region}`,
    vpcId: "vpc-1",
  }),
  "aws:lb/listener:Listener": (name, region) => ({
    arn: `arn:aws:elasticloadbalancing:${region}:${ACCOUNT}:listener/app/${name}/0/1`,
  }),
  "aws:lb/targetGroup:TargetGroup": (name, region) => ({
    arn: `arn:aws:elasticloadbalancing:${region}:${ACCOUNT}:targetgroup/${name}/0`,
    arnSuffix: `targetgroup/${name}/0`,
  }),
  "aws:ec2/subnet:Subnet": (name, region) => ({ arn: `arn:aws:ec2:${region}:${ACCOUNT}:subnet/${name}` }),
  "aws:ec2/vpcEndpoint:VpcEndpoint": (name, _, inputs) => ({
    prefixListId: `pl-${name}`,
    subnetConfigurations: endpointAddresses(inputs),
  }),
  "aws:ec2/launchTemplate:LaunchTemplate": () => ({ latestVersion: 1 }),
  "aws:autoscaling/group:Group": (name, region) => ({
    arn: `arn:aws:autoscaling:${region}:${ACCOUNT}:autoScalingGroup:0:autoScalingGroupName/${name}`,
  }),
  "aws:ecs/cluster:Cluster": (name, region) => ({
    name: `${name}-0123456`,
    arn: `arn:aws:ecs:${region}:${ACCOUNT}:cluster/${name}-0123456`,
  }),
  "aws:ecs/capacityProvider:CapacityProvider": (name) => ({ name: `${name}-0123456` }),
  "aws:ecs/service:Service": (name) => ({ name: `${name}-0123456` }),
  "aws:ecs/taskDefinition:TaskDefinition": (_, region, { family }) => ({
    arn: `arn:aws:ecs:${region}:${ACCOUNT}:task-definition/${family}:1`,
  }),
  "aws:ecr/repository:Repository": (name, region, inputs) => {
    const repository = inputs.name ?? `${name}-0123456`;
    return {
      name: repository,
      arn: `arn:aws:ecr:${region}:${ACCOUNT}:repository/${repository}`,
      registryId: ACCOUNT,
      repositoryUrl: `${ACCOUNT}.dkr.ecr.${region}.amazonaws.com/${repository}`,
    };
  },
  "aws:dynamodb/table:Table": (name, region) => ({
    name: `${name}-0123456`,
    arn: `arn:aws:dynamodb:${region}:${ACCOUNT}:table/${name}-0123456`,
  }),
  "aws:dynamodb/tableReplica:TableReplica": (_, region, { globalTableArn }) => ({
    arn: String(globalTableArn).replace(/^(arn:aws:dynamodb):[^:]+/, `$1:${region}`),
  }),
  "aws:iam/role:Role": (name) => ({ name: `${name}-0123456`, arn: `arn:aws:iam::${ACCOUNT}:role/${name}-0123456` }),
  "aws:iam/instanceProfile:InstanceProfile": (name) => ({
    arn: `arn:aws:iam::${ACCOUNT}:instance-profile/${name}-0123456`,
  }),
  "aws:lambda/functionUrl:FunctionUrl": (name, region) => ({
    functionUrl: `https://${name}.lambda-url.${region}.on.aws/`,
  }),
  "aws:mediapackagev2/channelGroup:ChannelGroup": (name, region) => ({
    egressDomain: `${name}.egress.x1.mediapackagev2.${region}.amazonaws.com`,
  }),
  "aws:apigateway/restApi:RestApi": (name, region) => ({
    executionArn: `arn:aws:execute-api:${region}:${ACCOUNT}:${name}-id`,
  }),
  "aws:apigateway/domainName:DomainName": (name, region, inputs) => ({
    domainNameId: `${name}-0`,
    arn: `arn:aws:apigateway:${region}:${ACCOUNT}:/domainnames/${inputs.domainName}+${name}-0`,
  }),
  // Nothing but the Region and the id, which every resource has.
  "aws:apigatewayv2/api:Api": () => ({}),
  "aws:ram/resourceShare:ResourceShare": (name, region) => ({
    arn: `arn:aws:ram:${region}:${ACCOUNT}:resource-share/${name}`,
  }),
  "aws:cloudfront/multitenantDistribution:MultitenantDistribution": (name) => ({ arn: distributionArn(name) }),
  "aws:cloudfront/connectionGroup:ConnectionGroup": (name) => ({ routingEndpoint: `${name}.cloudfront.net` }),
  "aws:cloudfront/function:Function": (name) => ({ arn: `arn:aws:cloudfront::${ACCOUNT}:function/${name}-0123456` }),
  "aws:cloudfront/keyValueStore:KeyValueStore": (name) => ({
    arn: `arn:aws:cloudfront::${ACCOUNT}:key-value-store/${name}`,
  }),
  "aws:cloudfront/realtimeLogConfig:RealtimeLogConfig": (name) => ({
    arn: `arn:aws:cloudfront::${ACCOUNT}:realtime-log-config/${name}-0123456`,
  }),
  "aws:lambda/function:Function": (name, region) => ({
    qualifiedArn: `arn:aws:lambda:${region}:${ACCOUNT}:function:${name}-0123456:1`,
  }),
  "aws:kinesis/stream:Stream": (name, region) => ({
    arn: `arn:aws:kinesis:${region}:${ACCOUNT}:stream/${name}-0123456`,
  }),
  "aws:acm/certificate:Certificate": (name, region, inputs) => ({
    arn: `arn:aws:acm:${region}:${ACCOUNT}:certificate/${name}`,
    domainValidationOptions: validationOptions(inputs),
  }),
  "aws:route53/record:Record": (_, __, inputs) => ({ fqdn: inputs.name }),
  "aws:wafv2/webAcl:WebAcl": (name, region) => ({
    arn: `arn:aws:wafv2:${region}:${ACCOUNT}:global/webacl/${name}/0`,
  }),
  "aws:wafv2/ipSet:IpSet": (name, region) => ({ arn: `arn:aws:wafv2:${region}:${ACCOUNT}:global/ipset/${name}/0` }),
  "aws:cloudwatch/logGroup:LogGroup": (name, region, inputs) => ({
    name: `${inputs.namePrefix ?? `${name}-`}0123456`,
    arn: logs(region, `log-group:${inputs.namePrefix ?? `${name}-`}0123456`),
  }),
  "aws:cloudwatch/metricAlarm:MetricAlarm": (name, region) => ({
    name: `${name}-0123456`,
    arn: `arn:aws:cloudwatch:${region}:${ACCOUNT}:alarm:${name}-0123456`,
  }),
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": (name, region) => ({
    name: `${name}-0123456`,
    arn: logs(region, `delivery-source:${name}-0123456`),
  }),
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": (name, region) => ({
    arn: logs(region, `delivery-destination:${name}-0123456`),
  }),
};

/** As EC2: in no particular order. */
function endpointAddresses(inputs: Outputs): Outputs[] {
  const subnetIds = Array.isArray(inputs.subnetIds) ? inputs.subnetIds : [];
  return subnetIds.map((subnetId, index) => ({ subnetId, ipv4: `10.0.${index}.10` })).reverse();
}

/** As ACM: in no particular order, and a wildcard is proved by its apex's record. */
function validationOptions(inputs: Outputs): Outputs[] {
  const alternatives = Array.isArray(inputs.subjectAlternativeNames) ? inputs.subjectAlternativeNames : [];
  const names = [inputs.domainName, ...alternatives].map(String);
  return names.reverse().map((domainName) => {
    const proven = domainName.replace(/^\*\./, "");
    return {
      domainName,
      resourceRecordName: `_token.${proven}.`,
      resourceRecordType: "CNAME",
      resourceRecordValue: `_proof.${proven}.acm-validations.aws.`,
    };
  });
}
