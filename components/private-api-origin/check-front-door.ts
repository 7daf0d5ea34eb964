import { checkEmbedded } from "../edge-front-door/check-embedded";
import type { DomainArgs } from "../edge-front-door/domain/domain-args";
import type { Problem } from "../errors";
import { apiOrigin } from "./api-origin";
import { readsHost } from "./config";
import { ApiRouting, type PrivateApiOriginArgs } from "./private-api-origin-args";

/** What the front door itself would say, and what does not go with the APIs behind it. */
export function checkFrontDoor(name: string, args: Partial<PrivateApiOriginArgs>): Problem[] {
  const { frontDoor, routing, apis } = args;
  if (frontDoor === undefined) {
    return [];
  }
  const problems: Problem[] = [];
  // What the component puts in is checked by itself: here it only stands for its kind.
  const origin = apiOrigin({
    vpcOriginId: "vo_unknown",
    domainName: "origin.example.com",
    secretHeader: { value: "checked-by-itself" },
    routing: routing ?? ApiRouting.ListenerTransform,
    readsHost: readsHost(args),
    readTimeoutSeconds: 30,
    stageName: undefined,
    restApiId: "unknown",
  });
  if (routing === ApiRouting.ApiIdHeader && Object.keys(apis ?? {}).length > 1) {
    problems.push({
      path: "frontDoor and apis",
      must: "not be given together with this routing: each API has an origin of its own",
      got: routing,
      use: "an EdgeFrontDoor of your own with routes to origin(name)",
    });
  }
  return [
    ...problems,
    ...checkEmbedded("frontDoor", `${name}-edge`, { ...frontDoor, origin }),
    ...checkNames(frontDoor.domain, args),
  ];
}

/** APIs that are found by a name of the front door. */
function checkNames(
  domain: DomainArgs | undefined,
  { certificate, apis, routing }: Partial<PrivateApiOriginArgs>,
): Problem[] {
  const names = [domain?.name, ...(domain?.alternativeNames ?? [])];
  const problems: Problem[] = [];
  if (routing === ApiRouting.CustomDomain && !names.includes(certificate?.domainName)) {
    problems.push({
      path: "certificate.domainName and frontDoor.domain.name",
      must: "be the same: the API is found by the front door's own name",
      got: certificate?.domainName,
    });
  }
  for (const [api, mounted] of Object.entries(apis ?? {})) {
    const host = mounted.hostName;
    if (host !== undefined && !names.includes(host) && !names.includes(host.replace(/^[^.]+/, "*"))) {
      problems.push({
        path: `apis.${api}.hostName and frontDoor.domain`,
        must: "go together: it is none of the front door's names",
        got: host,
      });
    }
  }
  return problems;
}
