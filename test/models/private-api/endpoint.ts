// The `execute-api` interface endpoint, and the policies behind it.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-test-invoke-url.html

import { type ApiCall, callByDomain, callById } from "./apis";
import { evaluatePolicy } from "./iam";
import { NotModelled } from "./inputs";
import { type HttpRequest, headerOf, type Outcome, refuse } from "./request";
import type { InterfaceEndpoint, Stack } from "./stack";

/** The endpoints that the program made or knows. */
export function endpointsOf(stack: Stack): InterfaceEndpoint[] {
  const made = stack.all("ec2/vpcEndpoint:VpcEndpoint").map((endpoint) => {
    const id = endpoint.output("id");
    endpoint.inputs.required("vpcEndpointType").oneOf("Interface");
    const [policy] = stack.with("ec2/vpcEndpointPolicy:VpcEndpointPolicy", "vpcEndpointId", id);
    return {
      id,
      addresses: stack.addressesOf(endpoint),
      securityGroupIds: endpoint.inputs.required("securityGroupIds").texts(),
      policy: policy?.inputs.required("policy").text(),
    };
  });
  return [...made, ...(stack.elsewhere.endpoints ?? [])];
}

/** Through the endpoint to the API. Its security group has been passed. */
export function enter(stack: Stack, endpoint: InterfaceEndpoint, request: HttpRequest): Outcome {
  const call = callOf(stack, endpoint, request);
  if (call === undefined) {
    return refuse("endpoint", `no API is called ${headerOf(request, API_ID_HEADER) ?? request.host}`);
  }
  const { api, stage, path, host, domain } = call;
  const apiArn = `${api.executionArn}/${stage}/${request.method ?? "GET"}${path.split("?")[0]}`;
  const gates = [
    ...(domain ? [{ gate: "endpoint policy", document: endpoint.policy, arn: domain.executionArn, ownArn: "" }] : []),
    { gate: "endpoint policy", document: endpoint.policy, arn: apiArn, ownArn: "" },
    ...(domain ? [{ gate: "domain policy", document: domain.policy, arn: apiArn, ownArn: api.executionArn }] : []),
    { gate: "API policy", document: api.policy, arn: apiArn, ownArn: api.executionArn },
  ];
  for (const { gate, document, arn, ownArn } of gates) {
    const decision =
      document === undefined
        ? ({ allowed: true } as const)
        : evaluatePolicy(document, {
            action: "execute-api:Invoke",
            resourceArn: arn,
            ownArn,
            context: { "aws:sourcevpce": endpoint.id },
          });
    if (!decision.allowed) {
      return refuse(gate, decision.why);
    }
  }
  return api.stages.includes(stage)
    ? { reached: { restApiId: api.id, stage, path, host } }
    : refuse("stage", `the API has no stage ${stage}`);
}

const API_ID_HEADER = "x-apigw-api-id";

function callOf(stack: Stack, endpoint: InterfaceEndpoint, request: HttpRequest): ApiCall | undefined {
  const header = headerOf(request, API_ID_HEADER);
  const named = idInHost(stack, endpoint, request.host);
  const byDomain = callByDomain(stack, endpoint.id, request);
  if (header !== undefined && (byDomain !== undefined || (named !== undefined && named !== header))) {
    throw new NotModelled(`${request.host}: whether Host or ${API_ID_HEADER} wins is not known`);
  }
  const id = header ?? named;
  return id === undefined ? byDomain : callById(stack, id, request);
}

/** `<api>.execute-api.<region>.amazonaws.com` or `<api>-<endpoint>.execute-api.…`, in the Region of the stack. */
function idInHost(stack: Stack, endpoint: InterfaceEndpoint, host: string): string | undefined {
  const suffix = `.execute-api.${stack.region}.amazonaws.com`;
  return host.endsWith(suffix) ? host.slice(0, -suffix.length).replace(new RegExp(`-${endpoint.id}$`), "") : undefined;
}
