// Addresses that a proxy wrote into a header, instead of the one that sent the request.
// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-forwarded-ip-address.html

import { isIP } from "node:net";
import type { Place } from "./inputs";
import { headerOf, type WebRequest } from "./web-request";

const POSITIONS = ["FIRST", "LAST", "ANY"] as const;
type Position = (typeof POSITIONS)[number];

/** The valid addresses in that position, or whether the request matches without any. */
export type Addresses = (request: WebRequest) => readonly string[] | boolean;

/** Geo match and rate-based statements use the first address; IP set statements say which. */
export function compileForwardedIp(config: Place, choosesPosition: boolean): Addresses {
  config.only("headerName", "fallbackBehavior", ...(choosesPosition ? ["position"] : []));
  const headerName = config.required("headerName").textLike(/^[0-9A-Za-z-]{1,255}$/);
  const fallback = config.required("fallbackBehavior").oneOf(["MATCH", "NO_MATCH"]);
  const position = choosesPosition ? config.required("position").oneOf(POSITIONS) : "FIRST";
  return (request) => {
    const header = headerOf(request, headerName);
    if (header === undefined) {
      // "Missing headers don't trigger fallback behavior": no match, which a NOT statement turns into a match.
      return false;
    }
    const valid = inPosition(position, header).filter((address) => isIP(address) !== 0);
    // With ANY, one valid address is taken to be enough: the fallback is for requests that have none "in the specified position".
    return valid.length > 0 ? valid : fallback === "MATCH";
  };
}

/** Only a comma separates. "If the header contains more than 10 addresses, AWS WAF inspects the last 10." */
function inPosition(position: Position, header: string): string[] {
  const addresses = header.split(",").map((address) => address.trim());
  switch (position) {
    case "FIRST":
      return addresses.slice(0, 1);
    case "LAST":
      return addresses.slice(-1);
    case "ANY":
      return addresses.slice(-10);
    default:
      return unreachable(position);
  }
}

function unreachable(position: never): never {
  throw new Error(`Unknown position ${position}`);
}
