import * as aws from "@pulumi/aws";
import { EdgeFrontDoor, lambdaRoutes, PrivateApiOrigin } from "../../../components";

const secret = aws.secretsmanager.getSecretVersionOutput({ secretId: "orders/origin-secret" });
const { arn, functionName } = aws.lambda.getFunctionOutput({ functionName: "orders" });

const orders = new PrivateApiOrigin("orders", {
  network: {
    vpcId: "vpc-0123456789abcdef0",
    internetGatewayId: "igw-0123456789abcdef0",
    subnets: [{ id: "subnet-0123456789abcdef0" }, { id: "subnet-0123456789abcdef1" }],
    // An aws.ec2.VpcEndpoint fits with its group beside it: { ...endpoint, securityGroupId }.
    existingEndpoint: {
      id: "vpce-0123456789abcdef0",
      securityGroupId: "sg-0123456789abcdef0",
      subnetConfigurations: [
        { subnetId: "subnet-0123456789abcdef0", ipv4: "10.0.128.10" },
        { subnetId: "subnet-0123456789abcdef1", ipv4: "10.0.144.10" },
      ],
    },
  },
  api: lambdaRoutes({ routes: { "ANY /{proxy+}": { arn, name: functionName } } }),
  certificate: { domainName: "orders-origin.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
  secretHeader: { value: secret.secretString },
});

const shop = new EdgeFrontDoor("shop", { origin: orders.origin() });

export const url = shop.url;
