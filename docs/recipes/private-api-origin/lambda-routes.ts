import * as aws from "@pulumi/aws";
import { lambdaRoutes, PrivateApiOrigin } from "../../../components";

const secret = aws.secretsmanager.getSecretVersionOutput({ secretId: "orders/origin-secret" });
const answering = aws.lambda.getFunctionOutput({ functionName: "orders" });
const handler = { arn: answering.arn, name: answering.functionName };

const orders = new PrivateApiOrigin("orders", {
  network: {
    vpcId: "vpc-0123456789abcdef0",
    internetGatewayId: "igw-0123456789abcdef0",
    subnets: [
      { id: "subnet-0123456789abcdef0", availabilityZoneId: "euc1-az1" },
      { id: "subnet-0123456789abcdef1", availabilityZoneId: "euc1-az2" },
    ],
  },
  api: lambdaRoutes({ routes: { "GET /orders/{id}": handler, "POST /orders": handler } }),
  certificate: { domainName: "orders-origin.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
  secretHeader: { value: secret.secretString },
  frontDoor: { domain: { name: "orders.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" } },
});

export const url = orders.url; // https://orders.example.com
