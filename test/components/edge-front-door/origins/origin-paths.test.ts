// What is put in front of every request's path.

import * as pulumi from "@pulumi/pulumi";
import { httpOrigin, s3Origin } from "../../../../components";
import { problemsOf, serve } from "./serve";

const under = (originPath: string) => s3Origin({ originPath });
const NO_PATH = "origin.originPath: start with / and not end with /";

test.each(["/current", "/a/b", "/{x", "/.well-known", "/search?name=shop"])("%s is a path", (path) => {
  expect(problemsOf(under(path))).toEqual([]);
});

test.each(["", "/", "current", "/current/", "//"])("%j is none", (path) => {
  expect(problemsOf(under(path))).toEqual([NO_PATH]);
});

test.each([
  ["a number", 7],
  ["an object", {}],
  ["null", null],
  ["an output: its value is needed before anything is created", pulumi.output("/current")],
])("a path is text, not %s", (kind, originPath) => {
  const options: object = { originPath };
  expect(problemsOf(s3Origin({ ...options }))).toEqual([`origin.originPath: be text, not ${kind}`]);
});

test("a path reaches CloudFront as it is, for buckets and servers", async () => {
  const bucket = await serve(() => under("/current"));
  expect(bucket.origins).toMatchObject([{ originPath: "/current" }]);
  const server = await serve(() => httpOrigin({ domainName: "api.example.com", originPath: "/v1" }));
  expect(server.origins).toMatchObject([{ originPath: "/v1" }]);
});

test("without one, none is sent", async () => {
  const { origins } = await serve(() => s3Origin());
  expect(origins[0]).not.toHaveProperty("originPath");
});

test("parameters of tenants may stand in it, where there are tenants", () => {
  expect(problemsOf(under("/{{store}}/public"), ["store"])).toEqual([]);
  expect(problemsOf(under("/search?name={{store}}"), ["store"])).toEqual([]);
  expect(problemsOf(under("/{{store}}"))).toEqual([
    "origin.originPath: not contain parameters: only the tiers of a TenantedFrontDoor have them",
  ]);
  expect(problemsOf(under("{{store}}/"), ["store"])).toEqual([NO_PATH]);
  expect(problemsOf(under("/{{a}}/{{b}}/{{c}}"), ["a", "b", "c"])).toEqual([
    "origin.originPath: contain at most 2 parameters",
  ]);
});
