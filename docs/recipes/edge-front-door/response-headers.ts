import { EdgeFrontDoor, FrameOption, httpOrigin } from "../../../components";

const api = new EdgeFrontDoor("api", {
  origin: httpOrigin({ domainName: "api.example.net" }),
  responseHeaders: {
    contentSecurityPolicy: "default-src 'none'",
    frameOption: FrameOption.Deny,
    corsOrigins: ["https://app.example.com"],
    customHeaders: { "x-robots-tag": "noindex" },
    removedHeaders: ["server", "x-powered-by"],
  },
});

export const url = api.url;
