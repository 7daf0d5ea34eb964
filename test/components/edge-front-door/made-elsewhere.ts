// What front doors of tests find in the account: nothing here is created.

export const hostedZoneId = "Z0123456789ABCDEFGHIJ";
export const tags = { team: "web" };

export const existingBucket = {
  bucket: "handmade",
  arn: "arn:aws:s3:::handmade",
  bucketRegionalDomainName: "handmade.s3.eu-west-1.amazonaws.com",
  region: "eu-west-1",
};

export const keyArn = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000";
export const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/handmade";
export const webAclArn = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/handmade/0";
export const topicArns = ["arn:aws:sns:us-east-1:123456789012:ops"];
export const caBundle = { bucket: "cas", key: "bundle.pem", region: "eu-central-1", version: "v1" };

const balancing = "arn:aws:elasticloadbalancing:eu-central-1:123456789012";

export const internalLoadBalancer = {
  arn: `${balancing}:loadbalancer/app/internal/0`,
  dnsName: "internal-lb-0.eu-central-1.elb.amazonaws.com",
  vpcId: "vpc-1",
  internal: true,
  loadBalancerType: "application",
};

export const instance = {
  arn: "arn:aws:ec2:eu-central-1:123456789012:instance/i-1",
  privateDns: "ip-10-0-0-1.eu-central-1.compute.internal",
  vpcId: "vpc-1",
};

export const network = { securityGroupId: "sg-1", internetGatewayId: "igw-1" };

export const publicLoadBalancer = {
  domainName: "lb.example.com",
  listenerArn: `${balancing}:listener/app/public/0/0`,
  targetGroupArn: `${balancing}:targetgroup/web/0`,
  securityGroupId: "sg-2",
};

export const functionUrl = {
  functionName: "render",
  functionUrl: "https://id.lambda-url.eu-central-1.on.aws/",
  authorizationType: "AWS_IAM",
};

export const channel = {
  egressDomain: "id.egress.a.mediapackagev2.eu-central-1.amazonaws.com",
  endpoint: {
    channelGroupName: "live",
    channelName: "one",
    originEndpointName: "hls",
    arn: "arn:aws:mediapackagev2:eu-central-1:123456789012:channelGroup/live/channel/one/originEndpoint/hls",
  },
};
