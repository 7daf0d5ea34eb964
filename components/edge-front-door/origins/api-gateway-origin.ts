import * as pulumi from "@pulumi/pulumi";
import { type CustomOriginOptions, SERVER_BEHAVIOR, serverOrigin } from "./custom-origin";
import type { Origin } from "./origin";

/** A Regional API of API Gateway. An `aws.apigateway.RestApi` or `aws.apigatewayv2.Api` fits as it is. */
export interface RegionalApi {
  id: pulumi.Input<string>;
  region: pulumi.Input<string>;
}

export interface ApiGatewayOriginOptions extends Omit<CustomOriginOptions, "originPath" | "httpsPort"> {
  api: RegionalApi;
  /** @default - none, for an HTTP API with the stage `$default` */
  stageName?: string;
}

/**
 * An API of API Gateway by its stage. There is no origin access control for API Gateway, so its own URL stays open: check a
 * secret in `customHeaders` with a web ACL on the stage or an authorizer, or make the API private (`PrivateApiOrigin`).
 */
export function apiGatewayOrigin({ api, stageName, ...options }: ApiGatewayOriginOptions): Origin {
  return serverOrigin({
    domainName: pulumi.all([api?.id, api?.region]).apply(([id, region]) => `${id}.execute-api.${region}.amazonaws.com`),
    options: { ...options, originPath: stageName === undefined ? undefined : `/${stageName}` },
    behavior: SERVER_BEHAVIOR,
    check: (path) => [
      ...(["id", "region"] as const)
        .filter((key) => api?.[key] === undefined)
        .map((key) => ({ path: `${path}.api.${key}`, must: "be given" })),
      // https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html
      ...(stageName === undefined || /^[A-Za-z0-9_-]{1,128}$/.test(stageName)
        ? []
        : [
            {
              path: `${path}.stageName`,
              must: "be the name of a stage, without slashes",
              got: stageName,
              use: '"prod"',
            },
          ]),
    ],
  });
}
