import * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";
import { type PolicyStatement, policyDocument } from "../aws/iam-documents";
import type { Tags } from "../aws/tags";
import type { RegionalNetwork } from "./regional-network";

export interface ServiceEndpointSettings {
  readonly parent: pulumi.Resource;
  readonly region: string;
  /** Services with an address in each private subnet, such as `logs`. Priced by the hour and zone. */
  readonly interfaces: readonly string[];
  /** Services that are a route: `s3` and `dynamodb`. Free. */
  readonly gateways: readonly string[];
  readonly tags: Tags | undefined;
}

export interface ServiceEndpoints {
  /** Of the interface endpoints: lets in whoever is allowed by a rule. */
  readonly securityGroup: aws.ec2.SecurityGroup;
  /** Prefix lists of the gateway endpoints, by service. */
  readonly prefixListIds: Readonly<Record<string, pulumi.Output<string>>>;
  /** Whoever calls the services comes after these. */
  readonly endpoints: readonly aws.ec2.VpcEndpoint[];
}

/** Ways from private subnets to AWS services without the internet. Children: `<name>-endpoints-security-group`, `<name>-endpoint-<service>`. */
export function createServiceEndpoints(
  name: string,
  { vpc, privateSubnetIds, routeTableIds }: RegionalNetwork,
  { parent, region, interfaces, gateways, tags }: ServiceEndpointSettings,
): ServiceEndpoints {
  const securityGroup = new aws.ec2.SecurityGroup(
    `${name}-endpoints-security-group`,
    { region, vpcId: vpc.id, description: `Service endpoints of ${name}`, tags },
    { parent },
  );
  const account = aws.getCallerIdentityOutput({}, { parent }).accountId;
  const policyOf = (service: string) => account.apply((known) => policyDocument(whoMayCall(service, region, known)));
  const addressed = interfaces.map(
    (service) =>
      new aws.ec2.VpcEndpoint(
        `${name}-endpoint-${service.replace(".", "-")}`,
        {
          region,
          vpcId: vpc.id,
          vpcEndpointType: "Interface",
          serviceName: `com.amazonaws.${region}.${service}`,
          subnetIds: privateSubnetIds,
          securityGroupIds: [securityGroup.id],
          privateDnsEnabled: true,
          policy: policyOf(service),
          tags,
        },
        { parent },
      ),
  );
  const routed = gateways.map((service): [string, aws.ec2.VpcEndpoint] => [
    service,
    new aws.ec2.VpcEndpoint(
      `${name}-endpoint-${service}`,
      {
        region,
        vpcId: vpc.id,
        vpcEndpointType: "Gateway",
        serviceName: `com.amazonaws.${region}.${service}`,
        routeTableIds,
        policy: policyOf(service),
        tags,
      },
      { parent },
    ),
  ]);
  return {
    securityGroup,
    prefixListIds: Object.fromEntries(routed.map(([service, { prefixListId }]) => [service, prefixListId])),
    endpoints: [...addressed, ...routed.map(([, endpoint]) => endpoint)],
  };
}

/**
 * Principals of this account alone, so that nobody carries data out with the credentials of another one. What they may do is said by
 * their roles. Layers of images are read from a bucket of AWS with URLs that ECR signs:
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html#ecr-minimum-s3-perms
 */
function whoMayCall(service: string, region: string, account: string): PolicyStatement[] {
  const own: PolicyStatement = {
    Sid: "OwnAccount",
    Effect: "Allow",
    Principal: "*",
    Action: "*",
    Resource: "*",
    Condition: { StringEquals: { "aws:PrincipalAccount": account } },
  };
  const layers: PolicyStatement = {
    Sid: "LayersOfImages",
    Effect: "Allow",
    Principal: "*",
    Action: "s3:GetObject",
    Resource: `arn:aws:s3:::prod-${region}-starport-layer-bucket/*`,
  };
  return service === "s3" ? [own, layers] : [own];
}
