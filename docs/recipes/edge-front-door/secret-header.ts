import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { EdgeFrontDoor, httpOrigin } from "../../../components";

// The server reads the same one, and refuses requests without it.
const stored = aws.secretsmanager.getSecretVersionOutput({ secretId: "shop/origin-secret" });

const shop = new EdgeFrontDoor("shop", {
  origin: httpOrigin({
    domainName: "shop.example.net",
    customHeaders: { "x-origin-secret": pulumi.secret(stored.secretString) },
  }),
  domain: { name: "shop.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = shop.url;
