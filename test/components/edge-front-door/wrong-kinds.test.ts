// Arguments of programs that no compiler checked: anything at any place is either a problem that names the place, or taken.

import * as pulumi from "@pulumi/pulumi";
import fc from "fast-check";
import {
  ComponentInputError,
  EdgeFrontDoor,
  type EdgeFrontDoorArgs,
  type Problem,
  s3Origin,
} from "../../../components";
import { checkEdgeFrontDoor, validateEdgeFrontDoor } from "../../../components/edge-front-door/validate";
import { type Place, pathOf, placesOf, replace } from "../places";
import { recordStack } from "../record-stack";
import { fullArguments } from "./full-arguments";

function withOther(place: Place, other: unknown): EdgeFrontDoorArgs {
  return replace(fullArguments(), place, other) as EdgeFrontDoorArgs;
}

const PLACES = placesOf(fullArguments());
/** Inside of a statement AWS WAF's own language begins, and the provider judges. */
const OWN_PLACES = PLACES.filter((place) => !place.includes("statement") || place.at(-1) === "statement");

/** Whether it speaks of the argument at the place or around it. */
const isAt =
  ([argument]: Place) =>
  ({ path }: Problem): boolean =>
    path.split(" and ").some((part) => part === argument || /[^A-Za-z]/.exec(part)?.index === String(argument).length);

test("nothing is wrong with the arguments that are replaced here", () => {
  expect(checkEdgeFrontDoor("site", fullArguments())).toEqual([]);
  expect(PLACES.length).toBeGreaterThan(150);
});

test.each(OWN_PLACES.map((place) => [pathOf(place), place] as const))("null for %s is one problem", (path, place) => {
  const problems = checkEdgeFrontDoor("site", withOther(place, null));
  expect(problems.map((problem) => problem.path)).toEqual([path]);
});

const OTHERS = [0, -1.5, "", "text", true, [], {}, [null], [[]], [{}], { a: null }, { bind: 1, check: 1, features: 1 }];

test.each(OTHERS)("%j at any place is told there, or taken", (other) => {
  for (const place of OWN_PLACES) {
    const problems = checkEdgeFrontDoor("site", withOther(place, other));
    expect([pathOf(place), problems.length === 0 || problems.some(isAt(place))]).toEqual([pathOf(place), true]);
  }
});

test("an output at any place is told there, or taken", () => {
  for (const place of OWN_PLACES) {
    const problems = checkEdgeFrontDoor("site", withOther(place, pulumi.output({ a: 1 })));
    expect(problems.filter((problem) => !isAt(place)(problem))).toEqual([]);
  }
});

const anything = fc.oneof(fc.jsonValue(), fc.constantFrom(...OTHERS), fc.constant(undefined));

test("anything at any place is told in the one error, or taken", () => {
  fc.assert(
    fc.property(fc.constantFrom(...PLACES), anything, (place, other) => {
      const args = withOther(place, other);
      const problems = checkEdgeFrontDoor("site", args);
      const validate = () => validateEdgeFrontDoor("site", args, "eu-central-1");
      if (problems.length > 0) {
        expect(validate).toThrow(ComponentInputError);
      } else {
        expect(validate()).toBe("us-east-1");
      }
    }),
    { numRuns: 500 },
  );
});

test("what is taken makes a front door", async () => {
  const taken = OWN_PLACES.flatMap((place) => OTHERS.map((other) => [place, other] as const)).filter(
    ([place, other]) => checkEdgeFrontDoor("site", withOther(place, other)).length === 0,
  );
  expect(taken.length).toBeGreaterThan(100);
  // All of them would take minutes.
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...taken), async ([place, other]) => {
      const { resources } = await recordStack(() => new EdgeFrontDoor("site", withOther(place, other)));
      expect(resources.map(({ name }) => name)).toContain("site-distribution");
    }),
    { numRuns: 5 },
  );
});

test.each(["null", "5", '"site"', "[]"])("%s for all arguments is told, too", (json) => {
  const [problem] = checkEdgeFrontDoor("site", JSON.parse(json));
  expect(problem).toEqual({ path: "arguments", must: expect.stringMatching(/^be an object, not /) });
});

test.each(["null", "5", "{}", '["site"]'])("%s for the name is told", (json) => {
  expect(checkEdgeFrontDoor(JSON.parse(json), { origin: s3Origin() }).map(({ path }) => path)).toEqual(["name"]);
});

test("all wrong kinds are told at once, before what is wrong with the rest, and nothing follows from them", () => {
  const args: object = {
    origin: s3Origin(),
    routes: pulumi.output([]),
    domain: { name: "www.example.com", alternativeNames: "example.com" },
    firewall: { rateLimits: [5], hotlinkProtection: {} },
    minimumProtocolVersion: "TLSv1.3_2025",
    ipv6: "no",
    logging: { retentionDays: 31 },
    tags: { cost: 7 },
  };
  expect(
    checkEdgeFrontDoor("site", args).map(({ path, must }) => `${path}: must ${must.replace(/ 1, 3.*/, "")}`),
  ).toEqual([
    "routes: must be a list, not an output: its value is needed before anything is created",
    "domain.alternativeNames: must be a list, not text",
    "ipv6: must be true or false, not text",
    "firewall.rateLimits[0]: must be an object, not a number",
    "tags.cost: must be text or an output, not a number",
    "logging.retentionDays: must be one of",
  ]);
});
