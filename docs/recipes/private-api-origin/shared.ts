import * as aws from "@pulumi/aws";
import { lambdaRoutes, PrivateApiOrigin } from "../../../components";

const secret = aws.secretsmanager.getSecretVersionOutput({ secretId: "orders/origin-secret" });
const { arn, functionName } = aws.lambda.getFunctionOutput({ functionName: "orders" });

const orders = new PrivateApiOrigin("orders", {
  network: {
    vpcId: "vpc-0123456789abcdef0",
    internetGatewayId: "igw-0123456789abcdef0",
    subnets: [{ id: "subnet-0123456789abcdef0" }, { id: "subnet-0123456789abcdef1" }],
  },
  api: lambdaRoutes({ routes: { "ANY /{proxy+}": { arn, name: functionName } } }),
  certificate: { domainName: "orders-origin.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
  secretHeader: { value: secret.secretString },
  shareWith: ["210987654321"],
});

export const vpcOriginId = orders.vpcOriginId;
