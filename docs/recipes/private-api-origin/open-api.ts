import * as aws from "@pulumi/aws";
import { ExecutionLogLevel, openApi, PrivateApiOrigin } from "../../../components";

const secret = aws.secretsmanager.getSecretVersionOutput({ secretId: "orders/origin-secret" });

const orders = new PrivateApiOrigin("orders", {
  network: {
    vpcId: "vpc-0123456789abcdef0",
    internetGatewayId: "igw-0123456789abcdef0",
    subnets: [{ id: "subnet-0123456789abcdef0" }, { id: "subnet-0123456789abcdef1" }],
  },
  api: openApi({
    // Or the text of a file. API Gateway must understand all of it: warnings fail the deployment.
    document: {
      openapi: "3.0.1",
      info: { title: "orders", version: "1" },
      paths: {
        "/status": {
          get: {
            responses: { "200": { description: "open or closed" } },
            "x-amazon-apigateway-integration": {
              type: "http_proxy",
              httpMethod: "GET",
              uri: "https://status.example.net/orders",
            },
          },
        },
      },
    },
    stage: { name: "v1", throttlingRateLimit: 200, executionLogLevel: ExecutionLogLevel.Error },
  }),
  // The account has no role for API Gateway's logs in this Region yet.
  manageAccountLogging: true,
  certificate: { domainName: "orders-origin.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
  secretHeader: { value: secret.secretString },
  frontDoor: {},
});

export const url = orders.url; // the cloudfront.net name
