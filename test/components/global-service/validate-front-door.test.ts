// What is wrong with the front door, in the words of the service's own arguments.

import { AllowedMethods, type GlobalFrontDoorArgs, type GlobalServiceArgs, httpOrigin } from "../../../components";
import { checkGlobalService } from "../../../components/global-service/validate";
import { frankfurt, service } from "./serve";

const origin = httpOrigin({ domainName: "www.example.com" });

function problemsOf(frontDoor: GlobalFrontDoorArgs, changes: Partial<GlobalServiceArgs> = {}): string[] {
  return checkGlobalService("shop", service({ frontDoor, ...changes })).map(({ path, must }) => `${path}: ${must}`);
}

test.each<[string, GlobalFrontDoorArgs]>([
  ["nothing said", {}],
  [
    "reads and routes of its own",
    { readPaths: ["/catalog/*"], routes: [{ name: "app", pathPattern: "/app/*", origin }] },
  ],
  ["no reads", { readPaths: [] }],
  ["a name that is not the origin's", { domain: { name: "shop.example.com", hostedZoneId: "Z1" } }],
])("%s is fine", (_title, frontDoor) => {
  expect(problemsOf(frontDoor)).toEqual([]);
});

test("with one Region there is nobody to ask instead", () => {
  expect(problemsOf({ readPaths: ["/catalog/*"] }, { regions: [frankfurt] })).toEqual([
    "frontDoor.readPaths and regions: not contradict each other: with one Region there is no neighbour to ask",
  ]);
});

test.each([[undefined], [[]]])("how to read without what to read (%j) says nothing", (readPaths) => {
  expect(problemsOf({ readPaths, readBehavior: { compress: true } })).toEqual([
    "frontDoor.readBehavior and frontDoor.readPaths: be given together",
  ]);
});

test("a path that is none, or is there already, is told by its place", () => {
  const routes = [{ name: "app", pathPattern: "/app/*", origin }];
  expect(problemsOf({ routes, readPaths: ["a b", "/app/*", "/ok"] })).toEqual([
    "frontDoor.readPaths[0]: be a path of at most 255 characters, with * and ? as wildcards",
    "frontDoor.routes[0].pathPattern and frontDoor.readPaths[1]: differ",
  ]);
});

test("a route that is called as a read is told with the read", () => {
  expect(
    problemsOf({ routes: [{ name: "read-1", pathPattern: "/app/*", origin }], readPaths: ["/catalog/*"] }),
  ).toEqual(["frontDoor.routes[0].name and frontDoor.readPaths[0]: differ"]);
});

test("a behavior that several paths share is told once, and what does not go with a neighbour is told of the paths", () => {
  const problems = problemsOf({
    readPaths: ["/a", "/b", "/c"],
    readBehavior: { grpc: true, allowedMethods: AllowedMethods.Read },
  });
  expect(problems).toEqual([
    expect.stringMatching(/^frontDoor\.readBehavior\.grpc and frontDoor\.readPaths: not combine gRPC and origin group/),
    expect.stringMatching(/^frontDoor\.readBehavior\.grpc and frontDoor\.readBehavior\.allowedMethods: not combine/),
  ]);
});

test("the front door's own arguments have its name before them", () => {
  const problems = problemsOf({
    logging: { retentionDays: 31 },
    domain: { name: "*.example.com", existingCertificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/a" },
  });
  expect(problems.map((problem) => problem.split(":")[0])).toEqual([
    "frontDoor.domain.name",
    "frontDoor.domain.existingCertificateArn",
    "frontDoor.logging.retentionDays",
  ]);
});

test.each(["shop-origin.example.com", "fallback-shop-origin.example.com"])(
  "it does not answer to %s, which it calls itself",
  (name) => {
    const own = "originDomain.name and frontDoor.domain: differ: the front door would call itself";
    expect(problemsOf({ domain: { name, hostedZoneId: "Z1" } })).toEqual([own]);
    expect(problemsOf({ domain: { name: "a.example.com", alternativeNames: [name], hostedZoneId: "Z1" } })).toEqual([
      own,
    ]);
  },
);

test("it is judged though the origin is not right, and what is wrong there is told once", () => {
  const problems = problemsOf(
    { readPaths: ["/a"], logging: { retentionDays: 31 } },
    { originDomain: { name: "Shop!", hostedZoneId: "Z1" }, secretHeader: { name: "host", value: "short" } },
  );
  expect(problems.map((problem) => problem.split(":")[0])).toEqual([
    "originDomain.name",
    "secretHeader.name",
    "secretHeader.value",
    "frontDoor.logging.retentionDays",
  ]);
});
