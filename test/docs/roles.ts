// The tables of roles in the READMEs, and the children that previews have.

import type { PreviewedResource } from "../../docs/generate/previews";
import { tableRows } from "./markdown";

export interface Role {
  /** As the README writes it, such as `function-<part>`. */
  name: string;
  pattern: RegExp;
  types: string[];
  holdsData: boolean;
}

/** The section "What it creates" of a component's README. `place` is what stands before the role of a child that belongs to a part. */
export function readRoles(readme: string, place: string): Role[] {
  return tableRows(readme, "What it creates").flatMap(([roles = "", types = ""]) =>
    [...roles.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => ({
      name,
      pattern: new RegExp(`^${place}${name.replace(/<[a-z]+>/g, ".+")}$`),
      types: types.split(", "),
      holdsData: roles.includes("⛁"),
    })),
  );
}

export interface Child {
  component: string;
  /** Its name without that of the component. */
  role: string;
  /** As READMEs write it: `s3.Bucket`, and components by their class. */
  type: string;
  isProtected: boolean;
}

/** The children of this library's components, in whatever depth. */
export function readChildren(resources: readonly PreviewedResource[]): Child[] {
  return resources.flatMap(({ urn, type, parent, protect }) => {
    const component = /causeway:index:(\w+)::(.+)$/.exec(parent ?? "");
    if (component === null) return [];
    const [, name = "", prefix = ""] = component;
    const role = nameOf(urn).slice(prefix.length + 1);
    return [{ component: name, role, type: shortType(type), isProtected: protect === true }];
  });
}

function nameOf(urn: string): string {
  return urn.split("::").at(-1) ?? "";
}

/** `aws:s3/bucket:Bucket` is `s3.Bucket`, `causeway:index:EdgeFrontDoor` is `EdgeFrontDoor`. */
function shortType(token: string): string {
  const [library, module = "", name = ""] = token.split(":");
  return library === "aws" ? `${module.split("/")[0]}.${name}` : name;
}
