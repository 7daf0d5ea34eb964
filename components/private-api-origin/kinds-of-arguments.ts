// The kind of every argument of a private API origin. What the values say is checked after that.

import { flag, input, list, made, number, object, orLater, record, text } from "../argument-kinds";
import type { EdgeFrontDoorArgs } from "../edge-front-door/args";
import { FRONT_DOOR_ARGUMENTS } from "../edge-front-door/kinds-of-arguments";
import { SECRET_HEADER_KINDS } from "../load-balancing/secret-header";
import type { PrivateApi } from "./apis/private-api";
import type {
  EndpointAddress,
  ExistingEndpoint,
  MountedApi,
  OriginCertificateArgs,
  PrivateApiNetworkArgs,
  PrivateApiOriginArgs,
  PrivateSubnet,
} from "./private-api-origin-args";

/** What makes an API. */
export const API_MAKERS = "openApi({…}), lambdaRoutes({…}) or existingApi({…})";
const api = made<PrivateApi>("an API", ["check", "bind"], API_MAKERS);

const network = object<PrivateApiNetworkArgs>({
  vpcId: input,
  internetGatewayId: input,
  subnets: list(object<PrivateSubnet>({ id: input, availabilityZoneId: input })),
  existingEndpoint: object<ExistingEndpoint>({
    id: input,
    subnetConfigurations: orLater(list(orLater(object<EndpointAddress>({ subnetId: input, ipv4: input })))),
    securityGroupId: input,
  }),
});

export const PRIVATE_API_KINDS = object<Partial<PrivateApiOriginArgs>>({
  network,
  api,
  apis: record(object<MountedApi>({ api, pathPrefix: text, hostName: text })),
  certificate: object<OriginCertificateArgs>({ domainName: text, hostedZoneId: input, existingCertificateArn: input }),
  secretHeader: SECRET_HEADER_KINDS,
  routing: text,
  ingress: text,
  // What the front door says of the rest is its own.
  frontDoor: object<Pick<EdgeFrontDoorArgs, "domain">>({ domain: FRONT_DOOR_ARGUMENTS.domain }),
  shareWith: list(text),
  readTimeoutSeconds: number,
  manageAccountLogging: flag,
  retentionDays: number,
  deletionProtection: flag,
  tags: record(input),
});
