import { ContinuousDeploymentPhase, EdgeFrontDoor, HttpVersion, httpOrigin } from "../../../components";

const shop = new EdgeFrontDoor("shop", {
  origin: httpOrigin({ domainName: "shop.example.net" }),
  continuousDeployment: {
    phase: ContinuousDeploymentPhase.Active,
    weightPercent: 5,
    origin: httpOrigin({ domainName: "next.shop.example.net" }),
  },
  httpVersion: HttpVersion.Http2,
  domain: { name: "shop.example.com", hostedZoneId: "Z0123456789ABCDEFGHIJ" },
});

export const url = shop.url;
