import { isDomainName } from "../aws/domain-names";
import type { Problem } from "../errors";
import type { PrivateApi } from "./apis/private-api";
import { API_MAKERS } from "./kinds-of-arguments";
import { ApiRouting, type MountedApi, type PrivateApiOriginArgs } from "./private-api-origin-args";

const NAME_CHARACTERS = 12;
/** Of a pattern of a load balancer's rule, with room for a stage in front and `/*` behind. */
const PATH_CHARACTERS = 64;
const PATH_PREFIX = /^(\/[A-Za-z0-9._~-]+)+$/;
/** https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html#host-conditions */
const HOST_CHARACTERS = 128;

type ApiArgs = Pick<Partial<PrivateApiOriginArgs>, "api" | "apis" | "routing">;

/** `stackRegion` is left out where it is not known yet. */
export function checkApis({ api, apis, routing }: ApiArgs, stackRegion: string | undefined): Problem[] {
  const problems: Problem[] = [];
  const mounted = Object.entries(apis ?? {});
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
      use: "ApiRouting.ListenerTransform, or one PrivateApiOrigin for each",
    });
  }
  return [
    ...problems,
    ...(api === undefined ? [] : checkApi("api", api, stackRegion)),
    ...mounted.flatMap(([name, entry]) => checkMounted(`apis.${name}`, name, entry, stackRegion)),
    ...mounted.flatMap(([name, entry]) => checkPlace(`apis.${name}`, entry, routing, mounted.length)),
    ...checkOrder(mounted),
  ];
}

function checkApi(path: string, api: PrivateApi | undefined, stackRegion: string | undefined): Problem[] {
  return api?.check(path, stackRegion) ?? [{ path, must: "be an API", use: API_MAKERS }];
}

function checkMounted(path: string, name: string, mounted: MountedApi, stackRegion: string | undefined): Problem[] {
  const problems = checkApi(`${path}.api`, mounted.api, stackRegion);
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > NAME_CHARACTERS) {
    problems.push({
      path,
      must: `have a name of at most ${NAME_CHARACTERS} lower-case letters, digits and hyphens`,
      got: name,
    });
  }
  return problems;
}

/** Where the load balancer finds an API. */
function checkPlace(
  path: string,
  { pathPrefix, hostName }: MountedApi,
  routing: ApiRouting | undefined,
  count: number,
): Problem[] {
  const problems: Problem[] = [];
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
  if (pathPrefix !== undefined && (pathPrefix.length > PATH_CHARACTERS || !PATH_PREFIX.test(pathPrefix))) {
    problems.push({
      path: `${path}.pathPrefix`,
      must: `start with /, not end with /, have no wildcards and at most ${PATH_CHARACTERS} characters`,
      got: pathPrefix,
      use: '"/orders"',
    });
  }
  if (hostName !== undefined && (hostName.length > HOST_CHARACTERS || !isDomainName(hostName))) {
    problems.push({
      path: `${path}.hostName`,
      must: `be a full domain name in lower case of at most ${HOST_CHARACTERS} characters`,
      got: hostName,
    });
  }
  return problems;
}

/** The first that fits takes a request: what comes after an API that takes as much or more would never be called. */
function checkOrder(apis: readonly (readonly [string, MountedApi])[]): Problem[] {
  return apis.flatMap(([name, later], index) => {
    const [first] = apis.slice(0, index).find(([, earlier]) => takesAllOf(earlier, later)) ?? [];
    return first === undefined
      ? []
      : [
          {
            path: `apis.${first} and apis.${name}`,
            must: "be the other way round, or differ in path or host: the first takes every request of the second",
            got: later.pathPrefix ?? later.hostName,
          },
        ];
  });
}

function takesAllOf({ pathPrefix, hostName }: MountedApi, later: MountedApi): boolean {
  if (pathPrefix === undefined && hostName === undefined) {
    return false;
  }
  const path = later.pathPrefix ?? "";
  return (
    (hostName === undefined || hostName === later.hostName) &&
    (pathPrefix === undefined || path === pathPrefix || path.startsWith(`${pathPrefix}/`))
  );
}
