import type { TenantedFrontDoorArgs } from "../../../../components";
import { httpOrigin } from "../../../../components";
import { checkTenantedFrontDoor } from "../../../../components/edge-front-door/tenants/validate-tenants";
import type { Problem } from "../../../../components/errors";
import { certificateArn } from "../variants";

export const origin = httpOrigin({ domainName: "stores.example.com" });
/** A tenant that is sound beside one tier called `only`. */
export const acme = { tier: "only", domains: ["acme.example"], existingCertificateArn: certificateArn };

/** What is wrong with arguments beside one sound tier. */
export function problemsOf(args: Partial<TenantedFrontDoorArgs>, name = "stores"): Problem[] {
  return checkTenantedFrontDoor(name, { tiers: { only: { origin } }, ...args });
}

export function pathsOf(args: Partial<TenantedFrontDoorArgs>, name?: string): string[] {
  return problemsOf(args, name).map(({ path }) => path);
}

/** As a JavaScript program or a file would write it, where no compiler refuses. */
export function untyped(args: object): Partial<TenantedFrontDoorArgs> {
  return args;
}
