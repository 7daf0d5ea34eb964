// Two origins, the second for when the first fails: what the distribution declares, and what their children are called.

import {
  AllowedMethods,
  BucketAccess,
  grpcOrigin,
  httpOrigin,
  type Origin,
  OriginRequestPolicy,
  originGroup,
  s3Origin,
} from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { known } from "../../record-stack";
import { existingBucket } from "../variants";
import { pathsOf, problemsOf, serve } from "./serve";

const api = () => httpOrigin({ domainName: "api.example.com" });
const backup = () => httpOrigin({ domainName: "backup.example.com" });
const bucket = () => s3Origin({ existingBucket });

test("both origins are declared, and the behavior targets the group", async () => {
  const { distribution, origins, children } = await serve(() => originGroup({ primary: api(), secondary: backup() }));
  expect(origins).toEqual([
    expect.objectContaining({ originId: "default", domainName: "api.example.com" }),
    expect.objectContaining({ originId: "default-secondary", domainName: "backup.example.com" }),
  ]);
  expect(distribution.originGroups).toEqual([
    {
      originId: "default-group",
      failoverCriteria: { statusCodes: [500, 502, 503, 504] },
      members: [{ originId: "default" }, { originId: "default-secondary" }],
    },
  ]);
  expect(distribution.defaultCacheBehavior).toMatchObject({
    targetOriginId: "default-group",
    allowedMethods: ["GET", "HEAD", "OPTIONS"],
    originRequestPolicyId: OriginRequestPolicy.AllViewerExceptHostHeader,
  });
  expect(children).toEqual([]);
});

test("without a group none is declared", async () => {
  const { distribution } = await serve(api);
  expect(distribution).not.toHaveProperty("originGroups");
});

test("the failures are the ones that are asked for", async () => {
  const failoverStatusCodes = [403, 404, 500];
  const { distribution } = await serve(() =>
    originGroup({ primary: bucket(), secondary: backup(), failoverStatusCodes }),
  );
  expect(distribution.originGroups).toMatchObject([{ failoverCriteria: { statusCodes: failoverStatusCodes } }]);
});

describe("names", () => {
  test("the primary's children keep theirs when a group is put around it", async () => {
    const alone = await serve(() => s3Origin());
    const grouped = await serve(() => originGroup({ primary: s3Origin(), secondary: s3Origin() }));
    expect(grouped.children.filter((role) => !role.startsWith("secondary-"))).toEqual(alone.children);
    expect(grouped.children.filter((role) => role.startsWith("secondary-"))).toEqual(
      alone.children.map((role) => `secondary-${role}`),
    );
    expect(grouped.origins[0]).toEqual(alone.origins[0]);
    expect(await known(grouped.site.bucketName)).toBe("site-bucket-0123456");
  });

  test("the secondary's carry its role, on a route after the route's", async () => {
    const { children, origins, distribution } = await serve(api, {
      routes: [
        { name: "media", pathPattern: "/media/*", origin: originGroup({ primary: bucket(), secondary: s3Origin() }) },
      ],
    });
    expect(children.filter((role) => !role.includes("secondary"))).toEqual([
      "route-media-bucket-policy",
      "route-media-oac",
    ]);
    expect(children).toContain("route-media-secondary-bucket");
    expect(children).toContain("route-media-secondary-oac");
    expect(origins.map(({ originId }) => originId)).toEqual(["default", "route-media", "route-media-secondary"]);
    expect(distribution.originGroups).toMatchObject([{ originId: "route-media-group" }]);
  });

  test("a secondary that a route uses by itself is made once, under the route's name, whichever comes first", async () => {
    const media = s3Origin();
    const { children, origins, distribution } = await serve(() => originGroup({ primary: api(), secondary: media }), {
      routes: [{ name: "media", pathPattern: "/media/*", origin: media }],
    });
    expect(children).toContain("route-media-bucket");
    expect(children.filter((role) => role.includes("secondary"))).toEqual([]);
    expect(origins.map(({ originId }) => originId)).toEqual(["default", "route-media"]);
    expect(distribution.originGroups).toMatchObject([
      { originId: "default-group", members: [{ originId: "default" }, { originId: "route-media" }] },
    ]);
    expect(distribution.orderedCacheBehaviors).toMatchObject([{ targetOriginId: "route-media" }]);
  });

  test("a primary that a route uses by itself keeps the group's, as if the group were not there", async () => {
    const files = s3Origin();
    const routes = [{ name: "media", pathPattern: "/media/*", origin: files }];
    const before = await serve(() => files, { routes });
    const after = await serve(() => originGroup({ primary: files, secondary: backup() }), { routes });
    expect(after.children).toEqual(before.children);
    expect(after.children).toContain("bucket");
    expect(after.distribution.orderedCacheBehaviors).toMatchObject([{ targetOriginId: "default" }]);
  });

  test("one secondary of two groups is made once", async () => {
    const shared = backup();
    const { origins, distribution } = await serve(() => originGroup({ primary: api(), secondary: shared }), {
      routes: [
        { name: "media", pathPattern: "/media/*", origin: originGroup({ primary: bucket(), secondary: shared }) },
      ],
    });
    expect(origins.map(({ originId }) => originId)).toEqual(["default", "default-secondary", "route-media"]);
    expect(distribution.originGroups).toMatchObject([
      { members: [{ originId: "default" }, { originId: "default-secondary" }] },
      { members: [{ originId: "route-media" }, { originId: "default-secondary" }] },
    ]);
  });

  test("one group of two behaviors is declared once", async () => {
    const group = originGroup({ primary: api(), secondary: backup() });
    const { origins, distribution } = await serve(() => group, {
      routes: [{ name: "media", pathPattern: "/media/*", origin: group }],
    });
    expect(origins).toHaveLength(2);
    expect(distribution.originGroups).toHaveLength(1);
    expect(distribution.orderedCacheBehaviors).toMatchObject([{ targetOriginId: "default-group" }]);
  });

  test.each(["media-secondary", "media-group"])(
    "a route called %s would be mistaken for a part of the route media",
    (name) => {
      const routes = [
        { name: "media", pathPattern: "/media/*", origin: originGroup({ primary: api(), secondary: backup() }) },
        { name, pathPattern: "/other/*", origin: api() },
      ];
      const clash = "routes[0].name and routes[1].name";
      expect(checkEdgeFrontDoor("site", { origin: api(), routes }).map(({ path }) => path)).toEqual([clash]);
      expect(checkEdgeFrontDoor("site", { origin: api(), routes: routes.slice(1) })).toEqual([]);
    },
  );
});

test("both members of a group are open to the distribution", async () => {
  const { policyOf, children } = await serve(() =>
    originGroup({ primary: s3Origin(), secondary: s3Origin({ access: [BucketAccess.List] }) }),
  );
  expect(children).toContain("bucket-policy");
  expect(children).toContain("secondary-bucket-policy");
  expect(policyOf("site-secondary-bucket-policy").Statement).toHaveLength(3);
});

describe("is refused", () => {
  const group = originGroup({ primary: api(), secondary: backup() });
  const NESTED = "not be a group itself: a group has two origins";

  test.each([
    ["primary", { primary: group, secondary: backup() }],
    ["secondary", { primary: api(), secondary: group }],
  ])("with a group for its %s", (member, options) => {
    expect(problemsOf(originGroup(options))).toEqual([`origin.${member}: ${NESTED}`]);
  });

  test("at every level of three", () => {
    const two = originGroup({ primary: group, secondary: backup() });
    expect(problemsOf(originGroup({ primary: two, secondary: backup() }))).toEqual([
      `origin.primary.primary: ${NESTED}`,
      `origin.primary: ${NESTED}`,
    ]);
  });

  test("with one origin twice", () => {
    const one = api();
    expect(pathsOf(originGroup({ primary: one, secondary: one }))).toEqual(["origin.primary and origin.secondary"]);
  });

  test.each([[[]], [[200]], [[500, 501]], ["500"], [[500, 500]], [[500.5]]])(
    "with the failures %j",
    (failoverStatusCodes) => {
      const options: object = { primary: api(), secondary: backup(), failoverStatusCodes };
      expect(pathsOf(originGroup(options as { primary: Origin; secondary: Origin }))).toEqual([
        "origin.failoverStatusCodes",
      ]);
    },
  );

  test.each([undefined, null, existingBucket, "api"])("with %j for an origin", (primary) => {
    const options: object = { primary, secondary: backup() };
    expect(pathsOf(originGroup(options as { primary: Origin; secondary: Origin }))).toEqual(["origin.primary"]);
  });

  test("with what is wrong with its members, each by its path", () => {
    const bad = originGroup({ primary: httpOrigin({ domainName: "x" }), secondary: s3Origin({ originPath: "x" }) });
    expect(pathsOf(bad)).toEqual(["origin.primary.domainName", "origin.secondary.originPath"]);
  });

  test("for methods that do not fail over, and for gRPC", () => {
    const writes = { origin: group, behavior: { allowedMethods: AllowedMethods.All } };
    expect(checkEdgeFrontDoor("site", writes).map(({ path }) => path)).toEqual(["origin and behavior.allowedMethods"]);
    const grpc = originGroup({ primary: grpcOrigin({ domainName: "grpc.example.com" }), secondary: backup() });
    expect(checkEdgeFrontDoor("site", { origin: grpc }).map(({ path }) => path)).toEqual(["origin"]);
  });
});
