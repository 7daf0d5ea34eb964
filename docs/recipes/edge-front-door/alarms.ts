import { EdgeFrontDoor, httpOrigin } from "../../../components";

const shop = new EdgeFrontDoor("shop", {
  origin: httpOrigin({ domainName: "shop.example.net" }),
  monitoring: {
    additionalMetrics: true,
    alarms: {
      topicArns: ["arn:aws:sns:us-east-1:123456789012:on-call"],
      serverErrorPercent: 2,
      originLatencyMilliseconds: 2_000,
      blockedRequests: 10_000,
    },
  },
});

export const url = shop.url;
