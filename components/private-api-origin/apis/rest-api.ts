import { createHash } from "node:crypto";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { allowThroughEndpoint, policyDocument } from "../../aws/iam-documents";
import { STAGE_DEFAULTS } from "../defaults";
import type { BoundApi, PrivateApiScope } from "./private-api";
import { type ApiStageArgs, createStage } from "./stage";

/** A private REST API made from an OpenAPI document. Children: `<name>-api`, `-api-policy`, `-api-deployment`, `-api-stage` and so on. */
export function createRestApi(
  scope: PrivateApiScope,
  body: pulumi.Output<string>,
  stageArgs: ApiStageArgs,
): BoundApi & { readonly restApi: aws.apigateway.RestApi } {
  const { parent, name, vpcEndpointId, tags } = scope;
  const text = pulumi.all([body, vpcEndpointId]).apply(([document, id]) => withEndpoint(document, id));
  const restApi = new aws.apigateway.RestApi(
    `${name}-api`,
    {
      body: text,
      // The document is all there is: what it no longer has must no longer answer.
      putRestApiMode: "overwrite",
      endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: [vpcEndpointId], ipAddressType: "dualstack" },
      // A document that API Gateway does not wholly understand is not deployed in part.
      failOnWarnings: true,
      tags,
    },
    { parent },
  );
  const policy = pulumi.output(vpcEndpointId).apply((id) => policyDocument(allowThroughEndpoint(id)));
  const restApiPolicy = new aws.apigateway.RestApiPolicy(
    `${name}-api-policy`,
    { restApiId: restApi.id, policy },
    { parent },
  );
  const deployment = new aws.apigateway.Deployment(
    `${name}-api-deployment`,
    {
      restApi: restApi.id,
      // What is deployed is a copy: it changes only when it is made anew, for the document and for the policy alike.
      triggers: { redeployment: pulumi.all([text, policy]).apply((texts) => hashOf(texts)) },
    },
    // API Gateway deploys no private API without a policy (hashicorp/terraform-provider-aws#14290).
    { parent, dependsOn: restApiPolicy },
  );
  const stage = createStage(scope, stageArgs, { restApi, deployment });
  return {
    restApi,
    restApiId: restApi.id,
    region: restApi.region,
    stageName: stageArgs.name ?? STAGE_DEFAULTS.name,
    executionArn: restApi.executionArn,
    policyIsElsewhere: false,
    ready: [stage],
  };
}

/**
 * The document with the endpoint in it. Overwriting an API takes away what its document does not say, the endpoint too, before the
 * provider gives it back. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-endpoint-configuration.html
 */
function withEndpoint(document: string, vpcEndpointId: string): string {
  const parsed: Record<string, unknown> = JSON.parse(document);
  const extension = { "x-amazon-apigateway-endpoint-configuration": { vpcEndpointIds: [vpcEndpointId] } };
  if ("swagger" in parsed) {
    return JSON.stringify({ ...parsed, ...extension });
  }
  const [server, ...others] = Array.isArray(parsed.servers) ? parsed.servers : [];
  return JSON.stringify({ ...parsed, servers: [{ url: "/", ...server, ...extension }, ...others] });
}

function hashOf(texts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(texts)).digest("hex");
}
