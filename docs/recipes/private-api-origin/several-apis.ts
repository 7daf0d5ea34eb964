import * as aws from "@pulumi/aws";
import { lambdaRoutes, OriginRequestPolicy, PrivateApiOrigin } from "../../../components";

const secret = aws.secretsmanager.getSecretVersionOutput({ secretId: "shop/origin-secret" });

function apiOf(functionName: string) {
  const { arn, functionName: name } = aws.lambda.getFunctionOutput({ functionName });
  return lambdaRoutes({ routes: { "ANY /": { arn, name }, "ANY /{proxy+}": { arn, name } } });
}

const shop = new PrivateApiOrigin("shop", {
  network: {
    vpcId: "vpc-0123456789abcdef0",
    internetGatewayId: "igw-0123456789abcdef0",
    subnets: [{ id: "subnet-0123456789abcdef0" }, { id: "subnet-0123456789abcdef1" }],
  },
  apis: {
    orders: { api: apiOf("orders"), pathPrefix: "/orders" },
    stock: { api: apiOf("stock"), pathPrefix: "/stock" },
    partners: { api: apiOf("partners"), hostName: "partners.example.com" },
  },
  certificate: { domainName: "shop.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
  secretHeader: { value: secret.secretString },
  frontDoor: {
    domain: {
      name: "shop.example.com",
      alternativeNames: ["partners.example.com"],
      hostedZoneId: "Z0123456789ABCDEFGHIJ",
    },
    // The load balancer has to see for which host a request is.
    behavior: { originRequestPolicyId: OriginRequestPolicy.AllViewer },
  },
});

export const url = shop.url;
