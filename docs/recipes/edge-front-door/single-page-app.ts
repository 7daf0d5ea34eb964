import {
  EdgeFrontDoor,
  httpOrigin,
  ManagedRuleGroup,
  RuleAction,
  s3Origin,
  ViewerProtocolPolicy,
  WebsiteRouting,
} from "../../../components";

const shop = new EdgeFrontDoor("shop", {
  origin: s3Origin(),
  websiteRouting: WebsiteRouting.SinglePageApp,
  routes: [
    {
      name: "api",
      pathPattern: "/api/*",
      origin: httpOrigin({ domainName: "api.example.com" }),
      viewerProtocolPolicy: ViewerProtocolPolicy.HttpsOnly,
    },
  ],
  // Bodies over 8 KB are blocked otherwise.
  firewall: { ruleOverrides: { [ManagedRuleGroup.Core]: { SizeRestrictions_BODY: RuleAction.Count } } },
  domain: { name: "shop.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = shop.url;
export const bucket = shop.bucketName;
