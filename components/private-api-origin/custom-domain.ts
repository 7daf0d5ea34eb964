import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { allowThroughEndpoint, policyDocument } from "../aws/iam-documents";
import type { Endpoint } from "./endpoint";
import type { RoutedApi } from "./listener-rules";
import type { PrivateApiOriginScope } from "./scope";

export interface CustomDomain {
  /** As the endpoint's policy names it. */
  readonly arns: readonly pulumi.Output<string>[];
  /** What must exist before the first request. */
  readonly ready: readonly pulumi.Resource[];
}

/**
 * A private custom domain name: the endpoint finds the API by the front door's own name. It takes a quarter of an hour, and its
 * association with the endpoint another one. Its TLS policy is fixed at TLS_1_2 (Security Hub APIGateway.11).
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-custom-domains.html
 * Children: `<name>-api-domain`, `<name>-api-domain-mapping`, `<name>-api-domain-access`.
 */
export function createCustomDomain(
  { parent, name, tags }: PrivateApiOriginScope,
  domainName: string,
  certificateArn: pulumi.Input<string>,
  endpoint: Endpoint,
  [api]: readonly RoutedApi[],
): CustomDomain {
  if (api === undefined) {
    throw new Error("A custom domain has no API");
  }
  const { restApiId, stageName, ready } = api.bound;
  const domain = new aws.apigateway.DomainName(
    `${name}-api-domain`,
    {
      domainName,
      certificateArn,
      endpointConfiguration: { types: "PRIVATE", ipAddressType: "dualstack" },
      securityPolicy: "TLS_1_2",
      policy: pulumi.output(endpoint.id).apply((id) => policyDocument(allowThroughEndpoint(id))),
      tags,
    },
    { parent },
  );
  const mapping = new aws.apigateway.BasePathMapping(
    `${name}-api-domain-mapping`,
    {
      domainName: domain.domainName,
      // Without it a public domain of the same name could be meant.
      domainNameId: domain.domainNameId,
      restApi: restApiId,
      stageName,
    },
    { parent, dependsOn: [...ready] },
  );
  const access = new aws.apigateway.DomainNameAccessAssociation(
    `${name}-api-domain-access`,
    {
      domainNameArn: domain.arn,
      accessAssociationSource: endpoint.id,
      accessAssociationSourceType: "VPCE",
      tags,
    },
    { parent },
  );
  return { arns: [domain.arn.apply(toExecutionArn)], ready: [mapping, access] };
}

/** A domain has an ARN for whoever manages it, and one of the service that answers. */
function toExecutionArn(arn: string): string {
  return arn.replace(":apigateway:", ":execute-api:");
}
