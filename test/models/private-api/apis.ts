// Which API a request means, by its id or by a private custom domain.

import type { HttpRequest } from "./request";
import type { Emitted, PrivateRestApi, Stack } from "./stack";

export interface ApiCall {
  readonly api: PrivateRestApi;
  readonly stage: string;
  /** What the API sees: without the stage, with the query string. */
  readonly path: string;
  readonly host: string;
  readonly domain?: CustomDomain;
}

export interface CustomDomain {
  /** `arn:aws:execute-api:…:/domainnames/<name>+<id>`: the resource that policies name. */
  readonly executionArn: string;
  readonly policy: string;
}

/** "The stage is always the first path segment" of a call by id. */
export function callById(stack: Stack, id: string, request: HttpRequest): ApiCall | undefined {
  const api = findApi(stack, id);
  const [, stage = "", rest = ""] = /^\/([^/?]*)(.*)$/s.exec(request.path) ?? [];
  return api && { api, stage, path: rest.startsWith("/") ? rest : `/${rest}`, host: request.host };
}

/** The domain leads to a stage, and needs an association with the endpoint. */
export function callByDomain(stack: Stack, endpointId: string, request: HttpRequest): ApiCall | undefined {
  const domain = stack
    .with("apigateway/domainName:DomainName", "domainName", request.host.toLowerCase())
    .find((each) => isAssociated(stack, each, endpointId));
  const [mapping] = domain
    ? stack.with("apigateway/basePathMapping:BasePathMapping", "domainNameId", domain.output("domainNameId"))
    : [];
  if (domain === undefined || mapping === undefined) {
    return undefined;
  }
  // Without a base path everything below the domain is the API's.
  mapping.inputs.only("domainName", "domainNameId", "restApi", "stageName");
  const api = findApi(stack, mapping.inputs.required("restApi").text());
  return (
    api && {
      api,
      stage: mapping.inputs.required("stageName").text(),
      path: request.path,
      host: request.host,
      domain: {
        executionArn: domain.output("arn").replace(":apigateway:", ":execute-api:"),
        policy: domain.inputs.required("policy").text(),
      },
    }
  );
}

function isAssociated(stack: Stack, domain: Emitted, endpointId: string): boolean {
  return stack
    .with("apigateway/domainNameAccessAssociation:DomainNameAccessAssociation", "domainNameArn", domain.output("arn"))
    .some(({ inputs }) => {
      inputs.required("accessAssociationSourceType").oneOf("VPCE");
      return inputs.required("accessAssociationSource").is(endpointId);
    });
}

function findApi(stack: Stack, id: string): PrivateRestApi | undefined {
  const made = stack.find("apigateway/restApi:RestApi", "id", id);
  if (made === undefined) {
    return stack.elsewhere.apis?.find((api) => api.id === id);
  }
  made.inputs.required("endpointConfiguration").required("types").oneOf("PRIVATE");
  const [policy] = stack.with("apigateway/restApiPolicy:RestApiPolicy", "restApiId", id);
  const [deployment] = stack.with("apigateway/deployment:Deployment", "restApi", id);
  if (policy === undefined || deployment === undefined) {
    throw new Error(`${made.name}: an API without a policy cannot be deployed`);
  }
  return {
    id,
    executionArn: made.output("executionArn"),
    policy: policy.inputs.required("policy").text(),
    stages: stack
      .with("apigateway/stage:Stage", "restApi", id)
      .map(({ inputs }) => inputs.required("stageName").text()),
  };
}
