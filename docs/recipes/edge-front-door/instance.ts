import * as aws from "@pulumi/aws";
import { EdgeFrontDoor, vpcOrigin } from "../../../components";

const securityGroupId = "sg-0123456789abcdef0";

const server = new aws.ec2.Instance("wiki", {
  ami: "ami-0123456789abcdef0",
  instanceType: "t4g.small",
  subnetId: "subnet-0123456789abcdef0",
  vpcSecurityGroupIds: [securityGroupId],
  metadataOptions: { httpTokens: "required" },
});

const wiki = new EdgeFrontDoor("wiki", {
  origin: vpcOrigin({
    endpoint: {
      instance: { arn: server.arn, privateDns: server.privateDns, vpcId: "vpc-0123456789abcdef0" },
      securityGroupId,
      internetGatewayId: "igw-0123456789abcdef0",
    },
    domainName: "wiki.internal.example.com", // covered by the server's certificate
  }),
  domain: { name: "wiki.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = wiki.url;
