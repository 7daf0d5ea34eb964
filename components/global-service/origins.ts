import { httpOrigin } from "../edge-front-door/origins/http-origin";
import type { Origin } from "../edge-front-door/origins/origin";
import { originGroup } from "../edge-front-door/origins/origin-group";
import { acceptedValues, secretHeaderName } from "../load-balancing/secret-header";
import { fallbackName, type GlobalServiceConfig } from "./config";

export interface ServiceOrigins {
  /** The nearest Region that is healthy. */
  readonly nearest: Origin;
  /** The same, and its neighbour where it fails. For reading only. */
  readonly nearestOrNeighbour: Origin;
}

/** Route 53 takes a minute to notice that a Region fails; a read need not wait for it. */
export function serviceOrigins(config: Pick<GlobalServiceConfig, "originDomain" | "secretHeader" | "regions">) {
  const { originDomain, secretHeader, regions } = config;
  const [secret = secretHeader.value] = acceptedValues(secretHeader);
  const server = (domainName: string, connectionAttempts?: number): Origin =>
    httpOrigin({ domainName, connectionAttempts, customHeaders: { [secretHeaderName(secretHeader)]: secret } });
  const nearest = server(originDomain.name);
  const nearestOrNeighbour =
    regions.length > 1
      ? // The neighbour is asked instead of the same Region again.
        originGroup({ primary: server(originDomain.name, 1), secondary: server(fallbackName(originDomain)) })
      : nearest;
  return { nearest, nearestOrNeighbour };
}
