// Programs whose outputs turn out to name what does not go together.

import * as pulumi from "@pulumi/pulumi";
import { existingApi, lambdaRoutes, openApi, PrivateApiOrigin, type PrivateApiOriginArgs } from "../../../components";
import { argsWith, certificateArn, handler, handmadeApi, network, originName, REGION } from "./variants";

function make(changes: Partial<PrivateApiOriginArgs>): void {
  new PrivateApiOrigin("orders", argsWith(changes));
}

const there = (text: string) => pulumi.output(text.replace(REGION, "eu-west-1"));

export const certificateElsewhere = (): void =>
  make({ certificate: { domainName: originName, existingCertificateArn: there(certificateArn) } });

export const anotherApi = (): void =>
  make({ api: existingApi({ restApi: { ...handmadeApi, id: pulumi.output("f6g7h8i9j0") }, stageName: "live" }) });

export const apiElsewhere = (): void => {
  const restApi = { id: handmadeApi.id, region: there(REGION), executionArn: there(handmadeApi.executionArn) };
  make({ apis: { orders: { api: existingApi({ restApi, stageName: "live" }), pathPrefix: "/o" } } });
};

export const noFunction = (): void => {
  const routes = { "GET /": { ...handler, arn: pulumi.output("orders-handler") } };
  make({ api: lambdaRoutes({ routes }) });
};

export const noDocument = (): void => make({ api: openApi({ document: pulumi.output("paths: {}") }) });

export const zoneWithoutVpcOrigins = (): void => {
  const subnets = [
    { id: "subnet-a", availabilityZoneId: "euc1-az1" },
    { id: "subnet-b", availabilityZoneId: pulumi.output("use1-az3") },
  ];
  make({ network: { ...network, subnets } });
};

export const endpointInOneSubnet = (): void => {
  const existingEndpoint = {
    id: "vpce-1",
    securityGroupId: "sg-endpoint",
    subnetConfigurations: pulumi.output([{ subnetId: "subnet-a", ipv4: "10.0.0.20" }]),
  };
  make({ network: { ...network, existingEndpoint } });
};

export const shortSecret = (): void => make({ secretHeader: { value: pulumi.secret("0123456789abcde") } });

/** Nothing is wrong with it: the others fail for what they say, not for how they are run. */
export const sound = (): void => {
  const restApi = { ...handmadeApi, id: pulumi.output(handmadeApi.id) };
  make({ api: existingApi({ restApi, stageName: "live" }) });
};
