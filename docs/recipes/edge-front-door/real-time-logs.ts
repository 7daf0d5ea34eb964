import { EdgeFrontDoor, httpOrigin } from "../../../components";

const shop = new EdgeFrontDoor("shop", {
  origin: httpOrigin({ domainName: "shop.example.net" }),
  logging: {
    realTime: { samplingPercent: 10, fields: ["timestamp", "cs-uri-stem", "sc-status", "time-taken", "c-country"] },
  },
});

export const url = shop.url;
