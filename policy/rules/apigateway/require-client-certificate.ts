import { References } from "../../aws/references";
import type { ResourceGraph } from "../../aws/resource-graph";
import { securityHub } from "../../frameworks";
import type { Rule } from "../../rule";
import { about, mustBeSet } from "../../rule";
import { restApiType, restStageType } from "./rest-api";

/** A stage whose API calls HTTP servers shows them a certificate. */
export const requireClientCertificate: Rule = {
  name: "apigateway-client-certificate",
  severity: "medium",
  reason:
    "A stage whose API calls HTTP servers must show a client certificate, so that they can refuse everybody else.",
  remediation: "Create an aws.apigateway.ClientCertificate and set the stage's clientCertificateId to its id.",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-client-side-ssl-authentication.html",
  // APIGateway.2 asks it of every stage. AWS services that an API calls directly ask for no certificate.
  frameworks: [securityHub("APIGateway.2", "looser")],
  profile: "strict",
  types: [restStageType],
  *join(graph: ResourceGraph) {
    const apis = new References(graph, [restApiType], ["id"]);
    const calling = new Set(
      graph
        .ofType("aws:apigateway/integration:Integration")
        .filter(({ properties }) => /^HTTP(_PROXY)?$/.test(properties.at("type").text ?? ""))
        .flatMap((integration) => apis.from(integration, "restApi")),
    );
    for (const stage of graph.ofType(restStageType)) {
      if (!apis.from(stage, "restApi").some((api) => calling.has(api))) continue;
      const certificate = stage.properties.at("clientCertificateId");
      for (const finding of mustBeSet(certificate, "set it to the id of an aws.apigateway.ClientCertificate"))
        yield about(stage, finding);
    }
  },
};
