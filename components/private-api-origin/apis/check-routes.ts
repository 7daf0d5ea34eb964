import type * as pulumi from "@pulumi/pulumi";
import { checkGiven } from "../../argument-checks";
import { parseArn } from "../../aws/arns";
import type { Problem } from "../../errors";
import type { LambdaRoutesOptions, RouteFunction } from "./lambda-routes";
import { type Route, readRoute, roleOf } from "./route";

export function checkRoutes(path: string, routes: LambdaRoutesOptions["routes"] = {}): Problem[] {
  const entries = Object.entries(routes);
  const problems = entries.length === 0 ? [{ path, must: "name at least one route" }] : [];
  const read = entries.map(([text, target]) => ({ text, target, route: readRoute(text) }));
  return [
    ...problems,
    ...read.flatMap(({ text, target, route }) =>
      isRoute(route)
        ? checkFunction(`${path}["${text}"]`, target)
        : [
            {
              path: `${path}["${text}"]`,
              must: 'be a method, a blank and a path, such as "GET /orders/{id}"',
              got: text,
            },
          ],
    ),
    ...checkTree(
      path,
      read.flatMap(({ text, route }) => (isRoute(route) ? [{ text, ...route }] : [])),
    ),
  ];
}

function isRoute(route: Route | undefined): route is Route {
  return route !== undefined && isResourcePath(route.path);
}

/** Parts of letters, digits and `.-_:`, or `{parameter}`; `{parameter+}` only at the end. */
function isResourcePath(path: string): boolean {
  const parts = path.split("/").slice(1);
  return (
    path === "/" ||
    parts.every(
      (part, index) =>
        /^[A-Za-z0-9._:-]+$/.test(part) ||
        /^\{[A-Za-z0-9._-]+\}$/.test(part) ||
        (index === parts.length - 1 && /^\{[A-Za-z0-9._-]+\+\}$/.test(part)),
    )
  );
}

function checkFunction(path: string, target: RouteFunction): Problem[] {
  return [...checkGiven(path, target, ["arn", "name"]), ...checkFunctionArn(`${path}.arn`, target.arn)];
}

export function checkFunctionArn(path: string, arn: pulumi.Input<string> | undefined): Problem[] {
  return typeof arn === "string" && parseArn(arn)?.service !== "lambda"
    ? [{ path, must: "be the ARN of a function", got: arn }]
    : [];
}

interface NamedRoute extends Route {
  readonly text: string;
}

/** What API Gateway makes of the paths is a tree, in which a part has one parameter below it; and children are named after routes. */
function checkTree(path: string, routes: readonly NamedRoute[]): Problem[] {
  const problems: Problem[] = [];
  const roles = new Map<string, string>();
  const parameters = new Map<string, { readonly name: string; readonly text: string }>();
  for (const { text, method, path: resource } of routes) {
    const role = `${method}${roleOf(resource)}`;
    const other = roles.get(role);
    if (other !== undefined) {
      problems.push({
        path: `${path}["${other}"] and ${path}["${text}"]`,
        must: "differ in more than signs: children are named after them",
      });
    }
    roles.set(role, text);
    for (const { parent, name } of parametersOf(resource)) {
      const present = parameters.get(parent) ?? { name, text };
      parameters.set(parent, present);
      if (present.name !== name) {
        problems.push({
          path: `${path}["${present.text}"] and ${path}["${text}"]`,
          must: `have the same parameter below ${parent || "/"}: API Gateway takes one in a place`,
          got: name,
          use: present.name,
        });
      }
    }
  }
  return problems;
}

/** The parameters of a path, with what stands before them. */
function parametersOf(path: string): { readonly parent: string; readonly name: string }[] {
  const parts = path.split("/");
  return parts.flatMap((name, index) =>
    name.startsWith("{") ? [{ parent: parts.slice(0, index).join("/"), name }] : [],
  );
}
