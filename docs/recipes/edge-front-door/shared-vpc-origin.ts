import { EdgeFrontDoor, vpcOrigin } from "../../../components";

const shop = new EdgeFrontDoor("shop", {
  origin: vpcOrigin({
    existing: {
      vpcOriginId: "vo_0123456789abcdefghijkl",
      ownerAccountId: "210987654321", // left out within one account
    },
    domainName: "orders.internal.example.com",
  }),
  domain: { name: "shop.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = shop.url;
