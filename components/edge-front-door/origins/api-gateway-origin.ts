import * as pulumi from "@pulumi/pulumi";
import { checkGiven } from "../../argument-checks";
import { checkSound, input, object, text } from "../../argument-kinds";
import type { Problem } from "../../errors";
import { type CustomOriginOptions, SERVER_BEHAVIOR, serverOrigin } from "./custom-origin";
import { SERVER_OPTIONS } from "./kinds-of-options";
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
export function apiGatewayOrigin(given: ApiGatewayOriginOptions): Origin {
  const { api, stageName, ...options } = given ?? {};
  return serverOrigin({
    get domainName() {
      return pulumi.all([api.id, api.region]).apply(([id, region]) => `${id}.execute-api.${region}.amazonaws.com`);
    },
    // A name that is none is told as such, not as a path.
    options: { ...options, originPath: stageName === undefined || !isStage(stageName) ? undefined : `/${stageName}` },
    kinds: object<CustomOriginOptions>(SERVER_OPTIONS),
    behavior: SERVER_BEHAVIOR,
    check: (path) =>
      checkSound<OwnOptions>(path, given, OWN_KINDS, (sound) => [
        ...checkGiven<Partial<RegionalApi>>(`${path}.api`, sound.api ?? {}, ["id", "region"]),
        ...checkStage(`${path}.stageName`, sound.stageName),
      ]),
  });
}

type OwnOptions = Pick<ApiGatewayOriginOptions, "api" | "stageName">;

const OWN_KINDS = object<OwnOptions>({ api: object<RegionalApi>({ id: input, region: input }), stageName: text });

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
      got: stageName,
      use: '"prod"',
    },
  ];
}

// https://docs.aws.amazon.com/apigateway/latest/api/API_CreateStage.html
function isStage(stageName: string | undefined): boolean {
  return stageName === undefined || (typeof stageName === "string" && /^[A-Za-z0-9_-]{1,128}$/.test(stageName));
}
