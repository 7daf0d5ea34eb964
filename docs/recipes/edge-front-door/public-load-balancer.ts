import * as aws from "@pulumi/aws";
import { EdgeFrontDoor, loadBalancerOrigin } from "../../../components";

const stored = aws.secretsmanager.getSecretVersionOutput({ secretId: "shop/origin-secret" });

const shop = new EdgeFrontDoor("shop", {
  origin: loadBalancerOrigin({
    domainName: "origin.shop.example.com", // covered by the certificate of the listener on 443
    secretHeader: { value: stored.secretString },
    // Its default action answers 403.
    listenerArn:
      "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2",
    targetGroupArn: "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/shop/73e2d6bc24d8a067",
    securityGroupId: "sg-0123456789abcdef0",
  }),
  domain: { name: "shop.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = shop.url;
