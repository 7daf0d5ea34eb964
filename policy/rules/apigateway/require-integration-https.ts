import { securityHub } from "../../frameworks";
import type { Resource, Rule } from "../../rule";
import { mustNotBeTrue, undecided, violated } from "../../rule";

const httpApiIntegration = "aws:apigatewayv2/integration:Integration";
const restApiIntegration = "aws:apigateway/integration:Integration";

/** An API reaches what is behind it over HTTPS. */
export const requireIntegrationHttps: Rule = {
  name: "apigateway-integration-https",
  severity: "medium",
  reason: "An API must reach what is behind it over HTTPS: a VPC link is private, but it does not encrypt.",
  remediation:
    "Set tlsConfig.serverNameToVerify on private integrations of HTTP APIs, and use https:// addresses elsewhere.",
  url: "https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-private.html",
  // APIGateway.10 knows private integrations of HTTP APIs only.
  frameworks: [securityHub("APIGateway.10", "stricter")],
  profile: "baseline",
  types: [httpApiIntegration, restApiIntegration],
  *check({ type, properties }: Resource) {
    const isRest = type === restApiIntegration;
    const address = properties.at(isRest ? "uri" : "integrationUri");
    // The ARN of a listener or function is most often not known before it is made, and says nothing here.
    if (/^http:/i.test(address.text ?? "")) yield violated(address, "is a plain HTTP address", "use https://");
    const tls = properties.at("tlsConfig");
    yield* mustNotBeTrue(tls.at("insecureSkipVerification"), "leave it out");
    const connection = properties.at("connectionType");
    if (isRest) return;
    if (connection.state === "unknown") yield undecided(connection);
    // The integration of a WebSocket API is reached at its address, which is judged above.
    else if (connection.text === "VPC_LINK" && address.state !== "absent" && !/^https:/i.test(address.text ?? "")) {
      if (tls.state === "absent") yield violated(tls, "is not set", "set serverNameToVerify in it");
    }
  },
};
