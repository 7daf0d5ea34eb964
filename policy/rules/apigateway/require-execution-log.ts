import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { securityHub } from "../../frameworks";
import type { Rule } from "../../rule";
import { about, mustBeOneOf, violated, wholeResource } from "../../rule";
import { httpApiType, httpStageType, methodSettingsType, protocolOf, restApiType, restStageType } from "./rest-api";

const levels = new Set(["ERROR", "INFO"]);
const fix = "set it to ERROR, which logs no more than what failed";

/** Stages of REST and WebSocket APIs log what fails; HTTP APIs have no such log. */
export const requireExecutionLog: Rule = {
  name: "apigateway-execution-log",
  severity: "medium",
  reason: "Stages of REST and WebSocket APIs must log what API Gateway itself refused or failed at.",
  remediation:
    'Create an aws.apigateway.MethodSettings with methodPath "*/*" and settings.loggingLevel "ERROR", or set defaultRouteSettings.loggingLevel.',
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html",
  frameworks: [securityHub("APIGateway.1")],
  profile: "strict",
  types: [restStageType, methodSettingsType, httpStageType],
  *join(graph: ResourceGraph) {
    const everyMethod = graph
      .ofType(methodSettingsType)
      .filter(({ properties }) => properties.at("methodPath").text === "*/*");
    for (const settings of everyMethod) {
      const level = settings.properties.at("settings", "loggingLevel");
      for (const finding of mustBeOneOf(level, levels, fix)) yield about(settings, finding);
    }
    // Settings name the stage, or the API while the stage's name is written as text.
    const stages = graph.ofType(restStageType);
    const named = new Set(everyMethod.flatMap((each) => graph.sourcesOf(each, "stageName")));
    const apis = new References(graph, [restApiType], ["id"]);
    const keyOf = (api: string, stage: string | undefined) => JSON.stringify([api, stage]);
    const byText = new Set(
      everyMethod.flatMap((each) =>
        apis.from(each, "restApi").map(({ urn }) => keyOf(urn, each.properties.at("stageName").text)),
      ),
    );
    for (const stage of stages) {
      const name = stage.properties.at("stageName").text;
      if (named.has(stage) || apis.from(stage, "restApi").some(({ urn }) => byText.has(keyOf(urn, name)))) continue;
      yield about(
        stage,
        violated(wholeResource, "has no execution log", 'create an aws.apigateway.MethodSettings for it and "*/*"'),
      );
    }
    const webSockets = new References(
      graph,
      [httpApiType],
      ["id"],
      ({ properties }) => protocolOf(properties) === "WEBSOCKET",
    );
    for (const stage of graph.ofType(httpStageType)) {
      if (webSockets.from(stage, "apiId").length === 0) continue;
      const level = stage.properties.at("defaultRouteSettings", "loggingLevel");
      for (const finding of mustBeOneOf(level, levels, fix)) yield about(stage, finding);
    }
  },
};
