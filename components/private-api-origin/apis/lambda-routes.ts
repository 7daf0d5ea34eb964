import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { checkSound, input, object, text as plainText, record } from "../../argument-kinds";
import { refuse } from "../late-checks";
import { checkFunctionArn, checkRoutes } from "./check-routes";
import type { PrivateApi, PrivateApiScope } from "./private-api";
import { createRestApi } from "./rest-api";
import { readRoute, roleOf } from "./route";
import { type ApiStageArgs, checkStage, STAGE_KINDS } from "./stage";

/** A function that answers. An `aws.lambda.Function` fits as it is, and so does an `aws.lambda.Alias`. */
export interface RouteFunction {
  /** With the alias or version that is called, if it is not the latest. */
  arn: pulumi.Input<string>;
  /** Name, for the permission; not looked at where the ARN has an alias or version. */
  name: pulumi.Input<string>;
}

export interface LambdaRoutesOptions {
  /**
   * Functions by method and path: `"GET /orders/{id}"`, `"ANY /orders/{proxy+}"`. `{name}` stands for one part of a path, `{name+}` for
   * the rest, which is not empty: `/` needs a route of its own.
   */
  routes: Record<string, RouteFunction>;
  /** @default - a stage "live" with access logs, tracing and throttling */
  stage?: ApiStageArgs;
}

/** An API of Lambda functions, which get whole requests and give whole answers (proxy integration). */
export function lambdaRoutes(options: LambdaRoutesOptions): PrivateApi {
  return {
    options,
    check: (path) =>
      checkSound(path, options, KINDS, ({ routes, stage }) => [
        ...checkRoutes(`${path}.routes`, routes),
        ...checkStage(`${path}.stage`, stage),
      ]),
    bind: (scope) => {
      const { routes, stage } = options;
      const { restApi, ...api } = createRestApi(scope, describeRoutes(scope, routes), stage ?? {});
      // Without the permissions the API answers 500.
      return { ...api, ready: [...api.ready, ...allowInvocations(scope, routes, restApi)] };
    },
  };
}

const KINDS = object<LambdaRoutesOptions>({
  routes: record(object<RouteFunction>({ arn: input, name: input })),
  stage: STAGE_KINDS,
});

function listRoutes(routes: LambdaRoutesOptions["routes"]) {
  return Object.entries(routes).flatMap(([text, target]) => {
    const route = readRoute(text);
    return route === undefined ? [] : [{ text, target, ...route }];
  });
}

/** The OpenAPI document of the routes. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html */
function describeRoutes(
  { name, argument }: PrivateApiScope,
  routes: Record<string, RouteFunction>,
): pulumi.Output<string> {
  const listed = listRoutes(routes);
  const arns = pulumi.all(listed.map(({ target }) => target.arn));
  return arns.apply((known) => {
    const paths: Record<string, Record<string, object>> = {};
    for (const [index, { text, method, path }] of listed.entries()) {
      const where = `${argument.path}.routes["${text}"].arn`;
      const arn = known[index] ?? "";
      refuse(argument.of, [...plainText(where, arn), ...checkFunctionArn(where, arn)]);
      const operation = method === "ANY" ? "x-amazon-apigateway-any-method" : method.toLowerCase();
      paths[path] = { ...paths[path], [operation]: describeOperation(path, arn) };
    }
    return JSON.stringify({ openapi: "3.0.1", info: { title: name, version: "1" }, paths });
  });
}

function describeOperation(path: string, functionArn: string) {
  const parameters = [...path.matchAll(/\{([^}+]+)\+?\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const [, partition, , region] = functionArn.split(":");
  return {
    ...(parameters.length > 0 ? { parameters } : {}),
    responses: {},
    "x-amazon-apigateway-integration": {
      type: "aws_proxy",
      // Lambda is always called with POST.
      httpMethod: "POST",
      uri: `arn:${partition}:apigateway:${region}:lambda:path/2015-03-31/functions/${functionArn}/invocations`,
    },
  };
}

/** Each function may be called by its own routes only. */
function allowInvocations(
  { parent, name }: PrivateApiScope,
  routes: Record<string, RouteFunction>,
  restApi: aws.apigateway.RestApi,
): pulumi.Resource[] {
  return listRoutes(routes).map(({ method, path, target }) => {
    const called = pulumi.all([target.arn, target.name]).apply(([arn, given]) => calledFunction(arn, given));
    return new aws.lambda.Permission(
      `${name}-invoke-${method.toLowerCase()}${roleOf(path)}`,
      {
        action: "lambda:InvokeFunction",
        function: called.name,
        qualifier: called.qualifier,
        principal: "apigateway.amazonaws.com",
        sourceArn: pulumi.interpolate`${restApi.executionArn}/*/${method === "ANY" ? "*" : method}${sourcePath(path)}`,
      },
      { parent },
    );
  });
}

/** Aliases and versions have permissions of their own. `arn:aws:lambda:<region>:<account>:function:<name>:<qualifier>` */
function calledFunction(arn: string, givenName: string): { name: string; qualifier: string | undefined } {
  const [, , , , , , name = givenName, qualifier] = arn.split(":");
  return { name: qualifier === undefined ? givenName : name, qualifier };
}

/** In ARNs of methods a parameter is a wildcard. */
function sourcePath(path: string): string {
  return path.replace(/\{[^}]+\}/g, "*");
}
