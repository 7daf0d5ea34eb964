// Names of front door, distribution and route stand one behind the other in names of buckets.

import {
  ContinuousDeploymentPhase,
  type EdgeFrontDoorArgs,
  HttpVersion,
  originGroup,
  s3Origin,
} from "../../../components";
import { checkEdgeFrontDoor } from "../../../components/edge-front-door/validate";

const route = (name: string, origin = s3Origin()) => ({ name, pathPattern: "/d/*", origin });
const group = () => originGroup({ primary: s3Origin(), secondary: s3Origin() });
const staging =
  (origin = s3Origin()) =>
  (name: string) => ({
    continuousDeployment: {
      phase: ContinuousDeploymentPhase.Prepare,
      weightPercent: 5,
      routes: [route(name, origin)],
    },
  });

function pathsOf(args: Partial<EdgeFrontDoorArgs>): string[] {
  const longest = "a".repeat(24);
  return checkEdgeFrontDoor(longest, { origin: s3Origin(), httpVersion: HttpVersion.Http2, ...args }).map(
    ({ path }) => path,
  );
}

const cases: [string, (name: string) => Partial<EdgeFrontDoorArgs>, number, string][] = [
  ["of a route with a group", (name) => ({ routes: [route(name, group())] }), 7, "routes[0].name"],
  ["of a route of the staging distribution", staging(), 9, "continuousDeployment.routes[0].name"],
];

test.each(cases)("the name %s leaves room for the role and the random suffix", (_title, args, most, path) => {
  expect(pathsOf(args("r".repeat(most)))).toEqual([]);
  expect(pathsOf(args("r".repeat(most + 1)))).toEqual([`name and ${path}`]);
});

test("the longest names of front door and route go together", () => {
  expect(pathsOf({ routes: [route("r".repeat(16))] })).toEqual([]);
});

test("a route of the staging distribution may have any name where its origin has another already", () => {
  const shared = s3Origin();
  expect(pathsOf({ origin: shared, ...staging(shared)("r".repeat(16)) })).toEqual([]);
});
