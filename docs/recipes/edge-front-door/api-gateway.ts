import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { apiGatewayOrigin, EdgeFrontDoor } from "../../../components";

const api = new aws.apigatewayv2.Api("orders", { protocolType: "HTTP" });
const stored = aws.secretsmanager.getSecretVersionOutput({ secretId: "orders/origin-secret" });

const orders = new EdgeFrontDoor("orders", {
  origin: apiGatewayOrigin({
    api,
    stageName: "prod",
    customHeaders: { "x-origin-secret": pulumi.secret(stored.secretString) }, // an authorizer looks for it
  }),
  domain: { name: "orders.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = orders.url;
