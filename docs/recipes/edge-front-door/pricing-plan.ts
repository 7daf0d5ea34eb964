import { EdgeFrontDoor, PricingPlan, s3Origin, WebsiteRouting } from "../../../components";

const site = new EdgeFrontDoor("site", {
  origin: s3Origin(),
  websiteRouting: WebsiteRouting.SinglePageApp,
  pricingPlan: PricingPlan.Pro,
  domain: { name: "www.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = site.url;
export const distributionArn = site.distributionArn; // subscribe it and the web ACL to the plan
export const webAclArn = site.webAclArn;
