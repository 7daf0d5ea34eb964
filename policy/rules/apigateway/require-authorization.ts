import type { Property } from "../../aws/reading";
import { References } from "../../aws/references";
import type { ResourceGraph, StackResource } from "../../aws/resource-graph";
import { securityHub } from "../../frameworks";
import type { Finding, Resource, Rule } from "../../rule";
import { about, undecided, violated } from "../../rule";
import { httpApiType, isPrivate, protocolOf, restApiType } from "./rest-api";

const routeType = "aws:apigatewayv2/route:Route";
const methodType = "aws:apigateway/method:Method";
const fix = "set it to AWS_IAM, JWT or CUSTOM";

/** Every route and method asks who calls. */
export const requireAuthorization: Rule = {
  name: "apigateway-authorization",
  severity: "high",
  reason: "Routes and methods of an API must ask who calls, or everybody on the internet may call what is behind them.",
  remediation:
    "Set authorizationType (routes) or authorization (methods) to AWS_IAM, JWT, CUSTOM or COGNITO_USER_POOLS; a route that is meant for everybody has a waiver.",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control.html",
  // APIGateway.8 asks it of preflight routes and of messages after the connection as well; it knows no methods of REST APIs.
  frameworks: [securityHub("APIGateway.8", "looser")],
  profile: "baseline",
  types: [routeType],
  *check({ properties }: Resource) {
    const key = properties.at("routeKey");
    if (key.state === "unknown") yield undecided(key);
    else if (asksByItself(key.text ?? "")) yield* checkAuthorization(properties.at("authorizationType"), fix);
  },
  *join(graph: ResourceGraph) {
    const apis = new References(graph, [httpApiType], ["id"]);
    for (const route of graph.ofType(routeType)) {
      if (route.properties.at("routeKey").text !== "$default") continue;
      const kinds = apis.from(route, "apiId").map((api) => protocolOf(api.properties));
      if (kinds.includes("WEBSOCKET")) continue;
      const findings = [...checkAuthorization(route.properties.at("authorizationType"), fix)];
      // Of which kind an API elsewhere is, nobody here knows.
      if (kinds.includes("HTTP")) yield* aboutEach(route, findings);
      else if (findings.length > 0) yield about(route, undecided(route.properties.at("apiId")));
    }
    // With `target` the API makes a route for everything by itself, and that one asks nobody.
    for (const api of apis.all)
      if (protocolOf(api.properties) === "HTTP" && api.properties.at("target").state !== "absent")
        yield about(
          api,
          violated("target", "makes a route without authorization", "create an aws.apigatewayv2.Route with one"),
        );
    const privateApis = new References(
      graph,
      [restApiType],
      ["id"],
      ({ properties }) => isPrivate(properties) !== false,
    );
    for (const method of graph.ofType(methodType)) {
      // Who may call a private API is said by its policy; browsers send nothing with a preflight request.
      if (method.properties.at("httpMethod").text?.toUpperCase() === "OPTIONS") continue;
      if (privateApis.from(method, "restApi").length > 0) continue;
      yield* aboutEach(
        method,
        checkAuthorization(
          method.properties.at("authorization"),
          "set it to AWS_IAM, COGNITO_USER_POOLS or CUSTOM with an authorizer",
        ),
      );
    }
  },
};

/** A WebSocket API asks when a client connects and no more. `$default` is a route of either kind: the API says of which. */
function asksByItself(routeKey: string): boolean {
  return routeKey === "$connect" || (/^[A-Z]+ \//.test(routeKey) && !routeKey.startsWith("OPTIONS "));
}

function* checkAuthorization(authorization: Property, fix: string): Iterable<Finding> {
  if (authorization.state === "unknown") yield undecided(authorization);
  else if (authorization.state === "absent" || authorization.isEmpty) yield violated(authorization, "is not set", fix);
  else if (authorization.text?.toUpperCase() === "NONE") yield violated(authorization, 'is "NONE"', fix);
}

function* aboutEach(resource: StackResource, findings: Iterable<Finding>) {
  for (const finding of findings) yield about(resource, finding);
}
