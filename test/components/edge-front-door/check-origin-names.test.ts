// Names of routes end up in names of children, and those in names of buckets.

import {
  ContinuousDeploymentPhase,
  type EdgeFrontDoorArgs,
  HttpVersion,
  originGroup,
  s3Origin,
} from "../../../components";
import { checkEdgeFrontDoor } from "../../../components/edge-front-door/validate";

const staged = { phase: ContinuousDeploymentPhase.Prepare, weightPercent: 5 };

function pathsOf(args: Partial<EdgeFrontDoorArgs>, name = "site"): string[] {
  return checkEdgeFrontDoor(name, { origin: s3Origin(), httpVersion: HttpVersion.Http2, ...args }).map(
    ({ path }) => path,
  );
}

describe("names of routes", () => {
  const route = (name: string, pathPattern: string, of = s3Origin()) => ({ name, pathPattern, origin: of });
  const group = () => originGroup({ primary: s3Origin(), secondary: s3Origin() });

  test("that are those of another route's second origin are refused", () => {
    const routes = [route("a", "/a/*", group()), route("a-secondary", "/b/*")];
    expect(pathsOf({ routes })).toEqual(["routes[0].name and routes[1].name"]);
    expect(pathsOf({ routes: [...routes].reverse() })).toEqual(["routes[0].name and routes[1].name"]);
  });

  test("that look alike without such a group, or with one object behind both, are fine", () => {
    expect(pathsOf({ routes: [route("a", "/a/*"), route("a-secondary", "/b/*")] })).toEqual([]);
    const shared = group();
    expect(pathsOf({ routes: [route("a", "/a/*", shared), route("a-secondary", "/b/*", shared)] })).toEqual([]);
  });

  const longest = "a".repeat(24);
  const cases: [string, (name: string) => Partial<EdgeFrontDoorArgs>, number, string][] = [
    ["of a route", (name) => ({ routes: [route(name, "/d/*")] }), 16, "routes[0].name"],
    ["of a route with a group", (name) => ({ routes: [route(name, "/d/*", group())] }), 7, "routes[0].name"],
    [
      "of a route of the staging distribution",
      (name) => ({ continuousDeployment: { ...staged, routes: [route(name, "/d/*")] } }),
      9,
      "continuousDeployment.routes[0].name",
    ],
  ];
  test.each(cases)("leave room in the names of buckets %s", (_title, args, most, path) => {
    expect(pathsOf(args("r".repeat(most)), longest)).toEqual([]);
    expect(pathsOf(args("r".repeat(most + 1)), longest)).toEqual([most === 16 ? path : `name and ${path}`]);
  });
});
