import * as aws from "@pulumi/aws";
import { EdgeFrontDoor, existingApi, PrivateApiOrigin } from "../../../components";

const secret = aws.secretsmanager.getSecretVersionOutput({ secretId: "orders/origin-secret" });

const orders = new PrivateApiOrigin("orders", {
  network: {
    vpcId: "vpc-0123456789abcdef0",
    internetGatewayId: "igw-0123456789abcdef0",
    subnets: [{ id: "subnet-0123456789abcdef0" }, { id: "subnet-0123456789abcdef1" }],
  },
  // An aws.apigateway.RestApi fits as it is.
  api: existingApi({
    restApi: {
      id: "a1b2c3d4e5",
      region: "eu-central-1",
      executionArn: "arn:aws:execute-api:eu-central-1:123456789012:a1b2c3d4e5",
    },
    stageName: "prod",
  }),
  certificate: {
    domainName: "orders.internal.example.com",
    existingCertificateArn: "arn:aws:acm:eu-central-1:123456789012:certificate/0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d",
  },
  secretHeader: { value: secret.secretString },
});

const shop = new EdgeFrontDoor("shop", {
  origin: orders.origin(),
  domain: { name: "shop.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = shop.url;
// What the API's own resource policy must contain. Deploy the API again after changing it.
export const requiredGrants = orders.requiredGrants;
