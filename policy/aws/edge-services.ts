// What AWS serves from its edge locations all over the world, whatever Region a program names.

import { isUnset, type Property } from "./reading";

export type EdgeUse = "yes" | "no" | Property;

export interface EdgeService {
  /** A property where that depends on a value that is not known yet. */
  readonly isAtEdge: (inputs: Property) => EdgeUse;
  /** Continues "the resource ...". */
  readonly what: string;
  /** What it serves is kept at the edge, and no setting that is judged elsewhere turns that off. */
  readonly keepsCopies?: true;
  /** What IAM calls its creation, where a service control policy can forbid that as a whole. */
  readonly createdBy?: string;
  /** Where to say so, if not about the resource as a whole. */
  readonly path?: string;
  readonly fix: string;
}

const always = () => "yes" as const;

function whereSet(name: string): EdgeService["isAtEdge"] {
  return (inputs) => {
    const property = inputs.at(name);
    return property.state === "unknown" ? property : isUnset(property) ? "no" : "yes";
  };
}

/** API Gateway takes EDGE where nothing is set: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html */
export function byEndpointType(inputs: Property): EdgeUse {
  const types = inputs.at("endpointConfiguration", "types");
  if (types.state === "unknown") return types;
  const [first = types] = types.items;
  if (first.state === "unknown") return first;
  return first.text === undefined || first.text.toUpperCase() === "EDGE" ? "yes" : "no";
}

const cloudfront: EdgeService = {
  isAtEdge: always,
  createdBy: "cloudfront:CreateDistribution*",
  what: "is served from edge locations all over the world",
  fix: "serve it from a load balancer or a regional API in an allowed Region, or let cloudfrontUnderResidency be waive or allow-no-cache",
};
const accelerator: EdgeService = {
  isAtEdge: always,
  what: "takes connections at edge locations all over the world",
  createdBy: "globalaccelerator:Create*Accelerator",
  fix: "name the endpoints in DNS, in allowed Regions",
};
const api: EdgeService = {
  isAtEdge: byEndpointType,
  what: "is edge-optimised, so that TLS ends at edge locations all over the world",
  path: "endpointConfiguration.types",
  fix: 'set it to "REGIONAL" or "PRIVATE"',
};
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/transfer-acceleration.html */
const acceleration = (path: string): EdgeService => ({
  isAtEdge: (inputs) => {
    const status = inputs.at(path);
    return status.state === "unknown" ? status : isUnset(status) || status.text === "Suspended" ? "no" : "yes";
  },
  what: "lets objects travel through edge locations all over the world",
  createdBy: "s3:PutAccelerateConfiguration",
  path,
  fix: 'set it to "Suspended"',
});
const ownDistribution = "is served by a CloudFront distribution of AWS's own";

export const distributionTypes = [
  "aws:cloudfront/distribution:Distribution",
  "aws:cloudfront/multitenantDistribution:MultitenantDistribution",
] as const;

export const edgeServices: Readonly<Record<string, EdgeService>> = {
  [distributionTypes[0]]: cloudfront,
  [distributionTypes[1]]: cloudfront,
  "aws:cloudfront/distributionTenant:DistributionTenant": cloudfront,
  // https://docs.aws.amazon.com/global-accelerator/latest/dg/introduction-how-it-works.html
  "aws:globalaccelerator/accelerator:Accelerator": accelerator,
  "aws:globalaccelerator/customRoutingAccelerator:CustomRoutingAccelerator": accelerator,
  "aws:apigateway/restApi:RestApi": api,
  "aws:apigateway/domainName:DomainName": {
    ...api,
    // Private domains have their certificate there, too.
    isAtEdge: (inputs) => {
      const use = byEndpointType(inputs);
      return use === "yes" ? whereSet("certificateArn")(inputs) : use;
    },
    path: "certificateArn",
    fix: 'set regionalCertificateArn instead, and endpointConfiguration.types to "REGIONAL"',
  },
  "aws:s3/bucketAccelerateConfiguration:BucketAccelerateConfiguration": acceleration("status"),
  "aws:s3/bucket:Bucket": acceleration("accelerationStatus"),
  // https://docs.aws.amazon.com/amplify/latest/userguide/welcome.html
  "aws:amplify/app:App": {
    isAtEdge: always,
    what: ownDistribution,
    keepsCopies: true,
    createdBy: "amplify:CreateApp",
    fix: "serve it from a Region",
  },
  // https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-content-delivery-network-distributions.html
  "aws:lightsail/distribution:Distribution": {
    isAtEdge: always,
    what: ownDistribution,
    keepsCopies: true,
    createdBy: "lightsail:CreateDistribution",
    fix: "serve it from a Region",
  },
  // https://docs.aws.amazon.com/appsync/latest/devguide/custom-domain-name.html
  "aws:appsync/domainName:DomainName": {
    isAtEdge: always,
    what: ownDistribution,
    createdBy: "appsync:CreateDomainName",
    fix: "let clients call the API's own name",
  },
  // https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-add-custom-domain.html
  "aws:cognito/userPoolDomain:UserPoolDomain": {
    isAtEdge: whereSet("certificateArn"),
    what: ownDistribution,
    path: "certificateArn",
    fix: "use a prefix of Cognito's own domain",
  },
};
