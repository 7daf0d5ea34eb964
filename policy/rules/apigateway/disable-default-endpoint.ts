import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import type { Rule } from "../../rule";
import { about, mustBeTrue } from "../../rule";
import { httpApiType, isPrivate, restApiType } from "./rest-api";

/** An API with a custom domain name answers at no other. */
export const disableDefaultEndpoint: Rule = {
  name: "apigateway-default-endpoint",
  severity: "medium",
  reason:
    "An API with a custom domain name must not answer at its execute-api name as well, which goes round the domain's TLS policy and mutual TLS.",
  remediation: "Set disableExecuteApiEndpoint to true on the API.",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-disable-default-endpoint.html",
  frameworks: [],
  profile: "strict",
  types: [restApiType, httpApiType],
  *join(graph: ResourceGraph) {
    // A private API is called by that name unless it has a private domain name; its policy closes it either way.
    const apis = new References(
      graph,
      [restApiType, httpApiType],
      ["id"],
      ({ properties }) => isPrivate(properties) === false,
    );
    const mapped = new Set([
      ...graph
        .ofType("aws:apigateway/basePathMapping:BasePathMapping")
        .flatMap((mapping) => apis.from(mapping, "restApi")),
      ...graph.ofType("aws:apigatewayv2/apiMapping:ApiMapping").flatMap((mapping) => apis.from(mapping, "apiId")),
    ]);
    for (const api of mapped)
      for (const finding of mustBeTrue(api.properties.at("disableExecuteApiEndpoint"), "set it to true"))
        yield about(api, finding);
  },
};
