// Everything that can be known to be wrong about the arguments before anything is created.

import { checkMember, checkRange } from "../argument-checks";
import { parseArn } from "../aws/arns";
import { isDomainName } from "../aws/domain-names";
import { checkRetention } from "../aws/log-retention";
import { checkTags } from "../aws/tags";
import { checkEmbedded } from "../edge-front-door/check-embedded";
import { ComponentInputError, type Problem } from "../errors";
import { checkSecretHeader } from "../load-balancing/secret-header";
import { checkZones } from "../vpc-origin/check-endpoint";
import { checkShare } from "../vpc-origin/share-vpc-origin";
import { VpcOriginIngress } from "../vpc-origin/vpc-origin-args";
import { apiOrigin } from "./api-origin";
import type { PrivateApi } from "./apis/private-api";
import {
  ApiRouting,
  type MountedApi,
  type OriginCertificateArgs,
  type PrivateApiNetworkArgs,
  type PrivateApiOriginArgs,
} from "./private-api-origin-args";

export function validatePrivateApiOrigin(name: string, args: PrivateApiOriginArgs | undefined): void {
  const problems = checkPrivateApiOrigin(name, args);
  if (problems.length > 0) {
    throw new ComponentInputError("PrivateApiOrigin", name, problems);
  }
}

/** Every problem, in the order of the arguments. */
export function checkPrivateApiOrigin(name: string, args: Partial<PrivateApiOriginArgs> = {}): Problem[] {
  return [
    ...checkName(name),
    ...checkNetwork("network", args.network),
    ...checkApis(args),
    ...checkCertificate("certificate", args.certificate),
    ...checkSecretHeader("secretHeader", args.secretHeader),
    ...checkMember("routing", args.routing, ApiRouting),
    ...checkMember("ingress", args.ingress, VpcOriginIngress),
    ...checkFrontDoor(name, args),
    ...checkShare("shareWith", args.shareWith),
    ...checkRange("readTimeoutSeconds", args.readTimeoutSeconds, { min: 1, max: 120 }),
    ...checkRetention("retentionDays", args.retentionDays),
    ...checkTags("tags", args.tags),
  ];
}

const NAME_CHARACTERS = 16;

/** Leaves room for the roles within the names of buckets and, with `frontDoor`, for its own. */
function checkName(name: string): Problem[] {
  return name.length <= NAME_CHARACTERS && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)
    ? []
    : [
        {
          path: "name",
          must: `be at most ${NAME_CHARACTERS} lower-case letters, digits and single hyphens, starting with a letter: bucket names start with it`,
          got: name,
          use: '"orders"',
        },
      ];
}

function checkNetwork(path: string, network: PrivateApiNetworkArgs | undefined): Problem[] {
  if (network === undefined) {
    return [{ path, must: "be given" }];
  }
  const subnets = network.subnets ?? [];
  const problems: Problem[] = (["vpcId", "internetGatewayId"] as const)
    .filter((argument) => network[argument] === undefined)
    .map((argument) => ({ path: `${path}.${argument}`, must: "be given" }));
  const zones = subnets.map(({ availabilityZoneId }) => availabilityZoneId);
  const known = zones.filter((zone) => typeof zone === "string");
  if (subnets.length < 2) {
    problems.push({ path: `${path}.subnets`, must: "be two or more, in different zones", got: subnets.length });
  } else if (known.length === zones.length && new Set(known).size < 2) {
    problems.push({ path: `${path}.subnets`, must: "be in two zones or more", got: known });
  }
  for (const key of ["id", "subnetConfigurations", "securityGroupId"] as const) {
    if (network.existingEndpoint !== undefined && network.existingEndpoint[key] === undefined) {
      problems.push({ path: `${path}.existingEndpoint.${key}`, must: "be given" });
    }
  }
  return [
    ...problems,
    ...checkZones(`${path}.subnets`, known),
    ...subnets.flatMap((subnet, index) =>
      subnet?.id === undefined ? [{ path: `${path}.subnets[${index}].id`, must: "be given" }] : [],
    ),
  ];
}

function checkApis({ api, apis, routing }: Partial<PrivateApiOriginArgs>): Problem[] {
  const mounted = Object.entries(apis ?? {});
  const problems: Problem[] = [];
  if ((api === undefined) === (apis === undefined)) {
    problems.push({ path: "api and apis", must: "be given one without the other" });
  }
  if (apis !== undefined && mounted.length === 0) {
    problems.push({ path: "apis", must: "name at least one API" });
  }
  if (routing === ApiRouting.CustomDomain && mounted.length > 1) {
    problems.push({
      path: "routing and apis",
      must: "not contradict each other: a custom domain leads to one API",
      got: routing,
      use: `ApiRouting.ListenerTransform, or one PrivateApiOrigin for each`,
    });
  }
  return [
    ...problems,
    ...(api === undefined ? [] : checkApi("api", api)),
    ...mounted.flatMap(([name, entry]) => checkMounted(`apis.${name}`, name, entry, routing, mounted.length)),
    ...checkPlaces(mounted),
  ];
}

function checkApi(path: string, api: PrivateApi | undefined): Problem[] {
  return typeof api?.bind === "function"
    ? api.check(path)
    : [{ path, must: "be an API", use: "openApi({…}), lambdaRoutes({…}) or existingApi({…})" }];
}

function checkMounted(
  path: string,
  name: string,
  { api, pathPrefix, hostName }: MountedApi,
  routing: ApiRouting | undefined,
  count: number,
): Problem[] {
  const problems: Problem[] = checkApi(`${path}.api`, api);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 12) {
    problems.push({ path, must: "have a name of at most 12 lower-case letters, digits and hyphens", got: name });
  }
  const isByTransform = (routing ?? ApiRouting.ListenerTransform) === ApiRouting.ListenerTransform;
  if (isByTransform && count > 1 && pathPrefix === undefined && hostName === undefined) {
    problems.push({
      path: `${path}.pathPrefix and ${path}.hostName`,
      must: "be given one or both, to tell the APIs apart",
    });
  }
  if (!isByTransform && (pathPrefix !== undefined || hostName !== undefined)) {
    problems.push({
      path: `${path}.pathPrefix or ${path}.hostName and routing`,
      must: "not contradict each other: with this routing the front door's routes tell the APIs apart",
      got: routing,
    });
  }
  if (pathPrefix !== undefined && !/^(\/[A-Za-z0-9._~-]+)+$/.test(pathPrefix)) {
    problems.push({
      path: `${path}.pathPrefix`,
      must: "start with /, not end with / and have no wildcards",
      got: pathPrefix,
      use: '"/orders"',
    });
  }
  if (hostName !== undefined && !isDomainName(hostName)) {
    problems.push({ path: `${path}.hostName`, must: "be a full domain name in lower case", got: hostName });
  }
  return problems;
}

/** Two APIs in one place: the second would never be called. */
function checkPlaces(apis: readonly (readonly [string, MountedApi])[]): Problem[] {
  const first = new Map<string, string>();
  return apis.flatMap(([name, { pathPrefix, hostName }]) => {
    const place = `${hostName ?? ""} ${pathPrefix ?? ""}`;
    const present = first.get(place);
    first.set(place, present ?? name);
    return present === undefined || place === " "
      ? []
      : [{ path: `apis.${present} and apis.${name}`, must: "differ in path or host", got: pathPrefix ?? hostName }];
  });
}

function checkCertificate(path: string, certificate: OriginCertificateArgs | undefined): Problem[] {
  const { domainName, hostedZoneId, existingCertificateArn } = certificate ?? {};
  const problems: Problem[] = [];
  if (typeof domainName !== "string" || !isDomainName(domainName)) {
    problems.push({
      path: `${path}.domainName`,
      must: "be a full domain name in lower case, without scheme, path or wildcard",
      got: domainName,
      use: '"orders-origin.example.com"',
    });
  }
  if ((hostedZoneId === undefined) === (existingCertificateArn === undefined)) {
    problems.push({
      path: `${path}.hostedZoneId and ${path}.existingCertificateArn`,
      must: "be given one without the other",
    });
  }
  if (typeof existingCertificateArn === "string" && parseArn(existingCertificateArn)?.service !== "acm") {
    problems.push({
      path: `${path}.existingCertificateArn`,
      must: "be the ARN of a certificate",
      got: existingCertificateArn,
    });
  }
  return problems;
}

/** What the front door itself would say, about this origin in its place. */
function checkFrontDoor(name: string, args: Partial<PrivateApiOriginArgs>): Problem[] {
  const { frontDoor, certificate, secretHeader } = args;
  if (frontDoor === undefined || certificate === undefined || secretHeader?.value === undefined) {
    return [];
  }
  const origin = apiOrigin({
    vpcOriginId: "vo_unknown",
    domainName: certificate.domainName,
    secretHeader,
    routing: args.routing ?? ApiRouting.ListenerTransform,
    readTimeoutSeconds: args.readTimeoutSeconds ?? 30,
    stageName: undefined,
    restApiId: "unknown",
  });
  const problems = checkEmbedded("frontDoor", `${name}-edge`, { ...frontDoor, origin });
  const names = [frontDoor.domain?.name, ...(frontDoor.domain?.alternativeNames ?? [])];
  if (args.routing === ApiRouting.CustomDomain && !names.includes(certificate.domainName)) {
    problems.push({
      path: "certificate.domainName and frontDoor.domain.name",
      must: "be the same: the API is found by the front door's own name",
      got: certificate.domainName,
    });
  }
  return problems;
}
