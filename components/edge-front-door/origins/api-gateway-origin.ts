import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../../errors";
import { checkText } from "../../inputs";
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
    // A name that is none is told as such, not as a path.
    options: { ...options, originPath: stageName === undefined || !isStage(stageName) ? undefined : `/${stageName}` },
    behavior: SERVER_BEHAVIOR,
    check: (path) => [
      ...(["id", "region"] as const).flatMap((key) => checkText(`${path}.api.${key}`, api?.[key])),
      ...checkStage(`${path}.stageName`, stageName),
    ],
  });
}

function checkStage(path: string, stageName: string | undefined): Problem[] {
  if (isStage(stageName)) {
    return [];
  }
  if (stageName === "$default") {
    return [{ path, must: "be left out for $default: the API serves that stage without a path" }];
  }
  return [
    {
      path,
      must: "be the name of a stage, without slashes",
      got: typeof stageName === "string" ? stageName : typeof stageName,
      use: '"prod"',
    },
  ];
}

// https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html
function isStage(stageName: string | undefined): boolean {
  return stageName === undefined || (typeof stageName === "string" && /^[A-Za-z0-9_-]{1,128}$/.test(stageName));
}
