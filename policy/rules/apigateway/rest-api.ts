// The types of API Gateway that several rules look at, and which APIs are private.

import type { Property } from "../../aws/reading";

export const restApiType = "aws:apigateway/restApi:RestApi";
export const restStageType = "aws:apigateway/stage:Stage";
export const methodSettingsType = "aws:apigateway/methodSettings:MethodSettings";
export const httpApiType = "aws:apigatewayv2/api:Api";
export const httpStageType = "aws:apigatewayv2/stage:Stage";

/** `types` is one text in this version of the SDK and was a list before. Undefined while it is not known. */
export function isPrivate(restApi: Property): boolean | undefined {
  const types = restApi.at("endpointConfiguration", "types");
  const each = types.isList ? types.items : [types];
  if (each.some((type) => type.text?.toUpperCase() === "PRIVATE")) return true;
  return each.some((type) => type.state === "unknown") ? undefined : false;
}

/** "HTTP" or "WEBSOCKET" of an API of version 2. */
export function protocolOf(api: Property): string | undefined {
  return api.at("protocolType").text?.toUpperCase();
}

/**
 * What an argument of an API says, or the field of its OpenAPI document that can say it instead. One in a document of YAML is not read: then
 * it is the document, which is neither absent nor anything that a rule knows.
 */
export function argumentOrExtension(api: Property, argument: string, extension: string): Property {
  const beside = api.at(argument);
  const body = api.at("body");
  if (beside.state !== "absent" || body.state === "absent") return beside;
  if (body.state === "unknown") return body;
  const inside = body.parseJson()?.at(extension);
  if (inside !== undefined) return inside.state === "absent" ? beside : inside;
  return body.text?.includes(extension) === true ? body : beside;
}
