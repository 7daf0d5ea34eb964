import * as aws from "@pulumi/aws";
import { lambdaRoutes, PrivateApiOrigin } from "../../../components";

const stored = (versionStage: string) =>
  aws.secretsmanager.getSecretVersionOutput({ secretId: "orders/origin-secret", versionStage }).secretString;
const { arn, functionName } = aws.lambda.getFunctionOutput({ functionName: "orders" });

const orders = new PrivateApiOrigin("orders", {
  network: {
    vpcId: "vpc-0123456789abcdef0",
    internetGatewayId: "igw-0123456789abcdef0",
    subnets: [{ id: "subnet-0123456789abcdef0" }, { id: "subnet-0123456789abcdef1" }],
  },
  api: lambdaRoutes({ routes: { "ANY /{proxy+}": { arn, name: functionName } } }),
  certificate: { domainName: "orders-origin.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
  // The load balancer takes both, CloudFront sends the new one. Without `previousValue` in the next deployment.
  secretHeader: { value: stored("AWSCURRENT"), previousValue: stored("AWSPREVIOUS") },
  frontDoor: {},
});

export const url = orders.url;
