import * as aws from "@pulumi/aws";
import { ApiRouting, EdgeFrontDoor, lambdaRoutes, PrivateApiOrigin } from "../../../components";

const secret = aws.secretsmanager.getSecretVersionOutput({ secretId: "shop/origin-secret" });

function apiOf(functionName: string, path: string) {
  const { arn, functionName: name } = aws.lambda.getFunctionOutput({ functionName });
  return lambdaRoutes({ routes: { [`ANY ${path}/{proxy+}`]: { arn, name } } });
}

const apis = new PrivateApiOrigin("apis", {
  network: {
    vpcId: "vpc-0123456789abcdef0",
    internetGatewayId: "igw-0123456789abcdef0",
    subnets: [{ id: "subnet-0123456789abcdef0" }, { id: "subnet-0123456789abcdef1" }],
  },
  routing: ApiRouting.ApiIdHeader,
  apis: { orders: { api: apiOf("orders", "/orders") }, stock: { api: apiOf("stock", "/stock") } },
  certificate: { domainName: "apis-origin.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
  secretHeader: { value: secret.secretString },
});

// The front door's routes tell the APIs apart: each is an origin of its own.
const shop = new EdgeFrontDoor("shop", {
  origin: apis.origin("orders"),
  routes: [{ name: "stock", pathPattern: "/stock/*", origin: apis.origin("stock") }],
});

export const url = shop.url;
