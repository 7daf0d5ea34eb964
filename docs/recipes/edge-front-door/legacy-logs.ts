import { AccessLogDestination, EdgeFrontDoor, httpOrigin } from "../../../components";

const shop = new EdgeFrontDoor("shop", {
  origin: httpOrigin({ domainName: "shop.example.net" }),
  logging: { legacyAccessLogs: true, accessLogs: AccessLogDestination.LogGroup },
});

export const url = shop.url;
