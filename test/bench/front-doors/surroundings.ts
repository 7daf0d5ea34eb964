// What front doors stand before: made by any program that has them, so it is not counted as theirs.

import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export function createSurroundings() {
  const vpc = new aws.ec2.Vpc("network", { cidrBlock: "10.0.0.0/16" });
  const internetGateway = new aws.ec2.InternetGateway("internet", { vpcId: vpc.id });
  const subnet = new aws.ec2.Subnet("private", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" });
  const securityGroup = new aws.ec2.SecurityGroup("balancer", { vpcId: vpc.id });
  const loadBalancer = new aws.lb.LoadBalancer("balancer", {
    internal: true,
    subnets: [subnet.id],
    securityGroups: [securityGroup.id],
  });
  const render = new aws.lambda.Function("render", {
    role: "arn:aws:iam::123456789012:role/render",
    handler: "index.handler",
    runtime: "nodejs22.x",
    code: new pulumi.asset.AssetArchive({ "index.js": new pulumi.asset.StringAsset("exports.handler = () => {};") }),
  });
  const functionUrl = new aws.lambda.FunctionUrl("render", {
    functionName: render.name,
    authorizationType: "AWS_IAM",
  });
  const api = new aws.apigateway.RestApi("orders", {});
  return { internetGateway, securityGroup, loadBalancer, functionUrl, api };
}

export type Surroundings = ReturnType<typeof createSurroundings>;
