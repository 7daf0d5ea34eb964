import { EdgeFrontDoor, httpOrigin } from "../../../components";

const shop = new EdgeFrontDoor("shop", {
  origin: httpOrigin({
    domainName: "shop.example.net",
    clientCertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/1234abcd-12ab-34cd-56ef-1234567890ab",
  }),
});

export const url = shop.url;
