import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import type { Problem } from "../../errors";
import type { PrivateApi, PrivateApiScope } from "./private-api";
import { createRestApi } from "./rest-api";
import { type ApiStageArgs, checkStage } from "./stage";

/** A function that answers. An `aws.lambda.Function` fits as it is. */
export interface RouteFunction {
  arn: pulumi.Input<string>;
  /** Name, for the permission. */
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
  const { routes, stage } = options;
  return {
    options,
    check: (path) => [...checkRoutes(`${path}.routes`, routes ?? {}), ...checkStage(`${path}.stage`, stage ?? {})],
    bind: (scope) => {
      const api = createRestApi(scope, describeRoutes(scope, routes), stage ?? {});
      allowInvocations(scope, routes, api.restApi);
      return api;
    },
  };
}

const ROUTE = /^(GET|HEAD|OPTIONS|PUT|POST|PATCH|DELETE|ANY) (\/\S*)$/;

interface Route {
  readonly method: string;
  readonly path: string;
  readonly target: RouteFunction;
}

function listRoutes(routes: Record<string, RouteFunction>): Route[] {
  return Object.entries(routes).map(([route, target]) => {
    const [, method = "", path = ""] = ROUTE.exec(route) ?? [];
    return { method, path, target };
  });
}

/** The OpenAPI document of the routes. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html */
function describeRoutes({ name }: PrivateApiScope, routes: Record<string, RouteFunction>): pulumi.Output<string> {
  const listed = listRoutes(routes);
  const arns = pulumi.all(listed.map(({ target }) => target.arn));
  return arns.apply((known) => {
    const paths: Record<string, Record<string, object>> = {};
    for (const [index, { method, path }] of listed.entries()) {
      const operation = method === "ANY" ? "x-amazon-apigateway-any-method" : method.toLowerCase();
      paths[path] = { ...paths[path], [operation]: describeOperation(path, known[index] ?? "") };
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
): void {
  for (const { method, path, target } of listRoutes(routes)) {
    new aws.lambda.Permission(
      `${name}-invoke-${method.toLowerCase()}${roleOf(path)}`,
      {
        action: "lambda:InvokeFunction",
        function: target.name,
        principal: "apigateway.amazonaws.com",
        sourceArn: pulumi.interpolate`${restApi.executionArn}/*/${method === "ANY" ? "*" : method}${sourcePath(path)}`,
      },
      { parent },
    );
  }
}

/** In ARNs of methods a parameter is a wildcard. */
function sourcePath(path: string): string {
  return path.replace(/\{[^}]+\}/g, "*");
}

/** `/orders/{id}` is `-orders-id` in the names of children. */
function roleOf(path: string): string {
  return path
    .replace(/[{}+]/g, "")
    .replace(/[^A-Za-z0-9]+/g, "-")
    .replace(/-$/, "");
}

function checkRoutes(path: string, routes: Record<string, RouteFunction>): Problem[] {
  const problems: Problem[] = [];
  const roles = new Map<string, string>();
  for (const [route, target] of Object.entries(routes)) {
    const where = `${path}["${route}"]`;
    const [, method = "", resource = ""] = ROUTE.exec(route) ?? [];
    if (method === "" || !isResourcePath(resource)) {
      problems.push({ path: where, must: 'be a method, a blank and a path, such as "GET /orders/{id}"', got: route });
      continue;
    }
    for (const key of ["arn", "name"] as const) {
      if (target?.[key] === undefined) {
        problems.push({ path: `${where}.${key}`, must: "be given" });
      }
    }
    const role = `${method}${roleOf(resource)}`;
    const other = roles.get(role);
    if (other !== undefined) {
      problems.push({
        path: `${path}["${other}"] and ${where}`,
        must: "differ in more than signs: children are named after them",
      });
    }
    roles.set(role, route);
  }
  return Object.keys(routes).length === 0 ? [{ path, must: "name at least one route" }] : problems;
}

/** Parts of letters, digits and `.-_~`, or `{parameter}`; `{parameter+}` only at the end. */
function isResourcePath(path: string): boolean {
  const parts = path.split("/").slice(1);
  return (
    path === "/" ||
    parts.every(
      (part, index) =>
        /^[A-Za-z0-9._~:-]+$/.test(part) ||
        /^\{[A-Za-z0-9._-]+\}$/.test(part) ||
        (index === parts.length - 1 && /^\{[A-Za-z0-9._-]+\+\}$/.test(part)),
    )
  );
}
