// The tables of roles in the READMEs, and the children that previews show.

import { tableRows } from "./markdown";

export interface Role {
  /** As the README writes it, such as `function-<part>`. */
  name: string;
  pattern: RegExp;
  types: string[];
  holdsData: boolean;
}

/** The section "What it creates" of a component's README. */
export function readRoles(readme: string): Role[] {
  return tableRows(readme, "What it creates").flatMap(([roles = "", types = ""]) =>
    [...roles.matchAll(/`([^`]+)`/g)].map(([, name = ""]) => ({
      name,
      pattern: new RegExp(`^${PLACE}${name.replace(/<[a-z]+>/g, ".+")}$`),
      types: types.split(", "),
      holdsData: roles.includes("⛁"),
    })),
  );
}

/** What stands before the role of a child that belongs to a part of the front door: a tier, a staging distribution, a route, a group. */
const PLACE = "(?:(?:bronze|silver|gold|standard|staging)-)?(?:route-[a-z-]+?-)?(?:secondary-)?";

export interface Child {
  component: string;
  /** Its name without that of the component. */
  role: string;
  /** As READMEs write it: `s3.Bucket`. */
  type: string;
  isProtected: boolean;
}

/** The children of components in what a preview prints. */
export function readChildren(report: string): Child[] {
  const children: Child[] = [];
  let parent: { name: string; type: string } | undefined;
  for (const line of report.split("\n")) {
    const [, branch = "", name = "", type = "", note] = /^ {2}[+>] ([├└] )?(\S+) +(\S+)(?: {2}(.+))?$/.exec(line) ?? [];
    if (name === "") continue;
    if (branch === "") parent = { name, type };
    else if (parent?.type.startsWith("causeway:")) {
      const role = name.slice(parent.name.length + 1);
      const [, , component = ""] = parent.type.split(":");
      const isProtected = note?.includes("protected") ?? false;
      children.push({ component, role, type: type.replace(/^aws:/, "").replace(":", "."), isProtected });
    }
  }
  return children;
}
