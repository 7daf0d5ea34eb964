import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EdgeFrontDoor, vpcOrigin } from "../../../components";

// The same secret as in the other account.
const secret = aws.secretsmanager.getSecretVersionOutput({ secretId: "orders/origin-secret" });

const shop = new EdgeFrontDoor("shop", {
  origin: vpcOrigin({
    existing: { vpcOriginId: "vo_0123456789abcdefghijkl", ownerAccountId: "123456789012" },
    domainName: "orders-origin.example.com", // as in `certificate`
    originPath: "/live", // the stage
    customHeaders: { "x-origin-verify": pulumi.secret(secret.secretString) },
  }),
  domain: { name: "shop.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = shop.url;
