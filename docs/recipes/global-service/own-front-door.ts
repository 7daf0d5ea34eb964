import * as aws from "@pulumi/aws";
import { CachePolicy, EdgeFrontDoor, GlobalService, s3Origin } from "../../../components";

const secret = aws.secretsmanager.getSecretVersionOutput({ secretId: "checkout/origin-secret" });

const checkout = new GlobalService("checkout", {
  regions: [
    { region: "eu-central-1", cidrBlock: "10.0.0.0/16", availabilityZoneIds: ["euc1-az1", "euc1-az2"] },
    { region: "eu-west-1", cidrBlock: "10.1.0.0/16", availabilityZoneIds: ["euw1-az1", "euw1-az2"] },
  ],
  homeRegion: "eu-central-1",
  container: {
    imageDigest: "sha256:7d1a0c3f5b2e9d8466f1c2a3b4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f7",
    port: 8080,
  },
  originDomain: { name: "checkout-origin.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
  secretHeader: { value: secret.secretString },
});

const shop = new EdgeFrontDoor(
  "shop",
  {
    origin: s3Origin(),
    routes: [
      {
        name: "catalogue",
        pathPattern: "/api/catalogue/*",
        origin: checkout.readOrigin(),
        cachePolicyId: CachePolicy.UseOriginCacheControlHeadersAndQueryStrings,
      },
      { name: "api", pathPattern: "/api/*", origin: checkout.origin() },
    ],
  },
  // Requests have somewhere to go before there are any.
  { dependsOn: checkout },
);

export const url = shop.url;
