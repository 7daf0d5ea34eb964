import * as pulumi from "@pulumi/pulumi";
import { ApplicationLogLevel, EdgeFrontDoor, httpOrigin, lambdaAtEdge } from "../../../components";

const code = `export async function handler(event) {
  const { request } = event.Records[0].cf;
  console.debug({ uri: request.uri });
  request.headers["x-variant"] = [{ key: "x-variant", value: Math.random() < 0.1 ? "b" : "a" }];
  return request;
}
`;

const shop = new EdgeFrontDoor("shop", {
  origin: httpOrigin({ domainName: "shop.example.net" }),
  behavior: {
    functions: {
      originRequest: lambdaAtEdge({
        name: "variants",
        code: new pulumi.asset.AssetArchive({ "index.mjs": new pulumi.asset.StringAsset(code) }),
        applicationLogLevel: ApplicationLogLevel.Debug,
      }),
    },
  },
});

export const url = shop.url;
