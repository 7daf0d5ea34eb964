// Arguments of programs that no compiler checked: anything at any place is either a problem that names the place, or taken.

import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import { ComponentInputError, type GlobalServiceArgs, type Problem } from "../../../components";
import { checkGlobalService, validateGlobalService } from "../../../components/global-service/validate";
import { type Place, pathOf, placesOf, replace } from "../places";
import { frankfurt, imageDigest, ireland, type Served, secret, serve, service } from "./serve";

/** Every argument there is. Capacity has those of one kind, and the front door those that the service itself reads. */
function everything(): GlobalServiceArgs {
  return service({
    regions: [{ ...frankfurt, runsTasks: true }, ireland],
    allowedRegions: ["eu-central-1", "eu-west-1"],
    container: {
      imageDigest,
      port: 8080,
      healthCheckPath: "/health",
      cpu: 256,
      memory: 512,
      readonlyRootFilesystem: true,
      environment: { LEVEL: "info" },
    },
    tables: {
      orders: {
        partitionKey: { name: "id", type: "S" },
        sortKey: { name: "at", type: "N" },
        ttlAttribute: "expires",
      },
    },
    secretHeader: { name: "x-shop", value: "0123456789abcdef", previousValue: "fedcba9876543210" },
    capacity: { kind: "fargate", onDemandBase: 1, spotPercent: 50 },
    scaling: { minTasks: 2, maxTasks: 10, cpuPercent: 60 },
    frontDoor: {
      domain: { name: "shop.example.com", alternativeNames: ["www.example.com"], hostedZoneId: "Z1" },
      readPaths: ["/catalog/*"],
      readBehavior: {},
      routes: [],
    },
    manageImageReplication: true,
    internetAccess: false,
    faultInjection: { experiments: ["task-kill"], durationMinutes: 10 },
    retentionDays: 90,
    deletionProtection: true,
    tags: { team: "checkout" },
  });
}

const withOther = (place: Place, other: unknown): GlobalServiceArgs =>
  replace(everything(), place, other) as GlobalServiceArgs;

/** The front door itself says what is wrong inside of the rest of it. */
const PLACES = placesOf(everything()).filter((place) => pathOf(place) !== "frontDoor.domain.hostedZoneId");

/** Whether it speaks of the argument at the place or around it. */
const isAt =
  ([argument]: Place) =>
  ({ path }: Problem): boolean =>
    path.split(" and ").some((part) => part.split(/[^A-Za-z]/)[0] === argument);

test("nothing is wrong with the arguments that are replaced here", () => {
  expect(checkGlobalService("shop", everything())).toEqual([]);
  expect(PLACES.length).toBeGreaterThanOrEqual(70);
});

test.each(PLACES.map((place) => [pathOf(place), place] as const))("null for %s is one problem", (path, place) => {
  expect(checkGlobalService("shop", withOther(place, null))).toEqual([
    { path, must: expect.stringMatching(/^be .+, not null$/) },
  ]);
});

const OTHERS = [undefined, 0, -1.5, "", "text", true, [], {}, [null], [[]], [{}], { a: null }];

test.each(OTHERS)("%j at any place is told there, or taken", (other) => {
  for (const place of PLACES) {
    const problems = checkGlobalService("shop", withOther(place, other));
    expect([pathOf(place), problems.length === 0 || problems.some(isAt(place))]).toEqual([pathOf(place), true]);
  }
});

test("an output at any place is told there, or taken", () => {
  for (const place of PLACES) {
    const problems = checkGlobalService("shop", withOther(place, pulumi.output({ a: 1 })));
    expect(problems.filter((problem) => !isAt(place)(problem))).toEqual([]);
  }
});

test("anything at any place is told in the one error, or taken", () => {
  const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(...OTHERS));
  fc.assert(
    fc.property(fc.constantFrom(...PLACES), anything, (place, other) => {
      const args = withOther(place, other);
      const validate = () => validateGlobalService("shop", args);
      if (checkGlobalService("shop", args).length > 0) {
        expect(validate).toThrow(ComponentInputError);
      } else {
        validate();
      }
    }),
    { numRuns: 1_000 },
  );
});

test("undefined at every place that takes it is what leaving it out is", async () => {
  const sparse = await serve({
    regions: [{ ...frankfurt, runsTasks: undefined }, ireland],
    allowedRegions: undefined,
    container: {
      imageDigest,
      port: 8080,
      healthCheckPath: undefined,
      cpu: undefined,
      memory: undefined,
      readonlyRootFilesystem: undefined,
      environment: undefined,
    },
    tables: { orders: { partitionKey: { name: "id", type: undefined }, sortKey: undefined, ttlAttribute: undefined } },
    secretHeader: { name: undefined, value: secret, previousValue: undefined },
    capacity: { kind: undefined, onDemandBase: undefined, spotPercent: undefined },
    scaling: { minTasks: undefined, maxTasks: undefined, cpuPercent: undefined },
    frontDoor: { domain: undefined, readPaths: undefined, readBehavior: undefined, routes: undefined },
    manageImageReplication: undefined,
    internetAccess: undefined,
    faultInjection: { experiments: undefined, durationMinutes: undefined },
    retentionDays: undefined,
    deletionProtection: undefined,
    tags: undefined,
  });
  const short = await serve({ frontDoor: {}, faultInjection: {} });
  const made = ({ resources }: Served) =>
    new Map(resources.filter(({ custom }) => custom).map(({ name, inputs, protect }) => [name, { inputs, protect }]));
  expect(made(sparse)).toEqual(made(short));
});

test.each([[null], [5], ["shop"], [[]]])("%j for all arguments is told first", (args) => {
  const [problem] = checkGlobalService("shop", JSON.parse(JSON.stringify(args)));
  expect(problem?.path).toBe("arguments");
});

test("no arguments at all are told by what is missing", () => {
  expect(checkGlobalService("shop").map(({ path }) => path)).toEqual([
    "regions",
    "homeRegion",
    "container",
    "originDomain.name",
    "originDomain.hostedZoneId",
    "secretHeader.value",
  ]);
});

test.each([null, 5, {}, ["shop"]])("%j for the name is told", (name) => {
  const [problem] = checkGlobalService(JSON.parse(JSON.stringify(name)), service());
  expect(problem?.path).toBe("name");
});

test("all wrong kinds are told at once, before what is wrong with the rest, and nothing follows from them", () => {
  const args: object = {
    ...everything(),
    regions: pulumi.output([]),
    container: { port: "8080", environment: { PORT: 8080 } },
    tables: [{ partitionKey: { name: "id" } }],
    frontDoor: { readPaths: "/catalog/*" },
    scaling: { minTasks: "2" },
    tags: { cost: 7 },
    retentionDays: 31,
  };
  expect(
    checkGlobalService("shop", args).map(({ path, must }) => `${path}: must ${must.replace(/ 1, 3.*/, "")}`),
  ).toEqual([
    "regions: must be a list, not an output: its value is needed before anything is created",
    "container.port: must be a number, not text",
    "container.environment.PORT: must be text or an output, not a number",
    "tables: must be an object, not a list",
    "scaling.minTasks: must be a number, not text",
    "frontDoor.readPaths: must be a list, not text",
    "tags.cost: must be text or an output, not a number",
    "retentionDays: must be one of",
  ]);
});
