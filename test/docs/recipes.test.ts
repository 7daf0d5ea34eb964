// What `npm run recipes` would write is what the pages say. The previews run once, for all of this.

import { readFileSync } from "node:fs";
import path from "node:path";
import { readCostData } from "../../docs/generate/cost-data";
import { generatePages } from "../../docs/generate/pages";
import { idleQuantities } from "./idle-quantities";
import { type Child, type Role, readChildren, readRoles } from "./roles";

// Two or three seconds of a processor a recipe.
const PREVIEWS_MILLISECONDS = 600_000;

let result: Awaited<ReturnType<typeof generatePages>>;
let children: (Child & { recipe: string; isToThrowAway: boolean })[];
beforeAll(async () => {
  result = await generatePages();
  children = result.recipes.flatMap(({ stack, code, resources }) => {
    const isToThrowAway = code.includes("deletionProtection: false");
    return readChildren(resources).map((child) => ({ ...child, recipe: stack, isToThrowAway }));
  });
}, PREVIEWS_MILLISECONDS);

test("every recipe and every table of costs is shown once, and previews end as recipes declare", () => {
  expect(result.problems).toEqual([]);
  expect(result.pages.map(({ file }) => file)).toContain("components/edge-front-door/README.md");
});

test("the pages are current; if not, run `npm run recipes`", () => {
  for (const { present, generated } of result.pages) expect(present).toBe(generated);
});

test("recipes to throw away protect nothing", () => {
  const thrownAway = children.filter(({ isToThrowAway }) => isToThrowAway);
  expect([...new Set(thrownAway.map(({ recipe }) => recipe))]).toEqual([
    "edge-front-door.throw-away",
    "global-service.one-region",
  ]);
  expect(thrownAway.filter(({ isProtected }) => isProtected)).toEqual([]);
});

/** What stands before the role of a child that belongs to a part: a tier, a staging distribution, a route, a group; one of several APIs. */
const FRONT_DOOR_PLACE = "(?:(?:bronze|silver|gold|standard|staging)-)?(?:route-[a-z-]+?-)?(?:secondary-)?";
const API_PLACE = "(?:(?:orders|stock|partners)-)?";

describe.each([
  ["edge-front-door", ["EdgeFrontDoor", "TenantedFrontDoor"], FRONT_DOOR_PLACE, ["anycast-ip-list", "oai"]],
  ["vpc-origin", ["SharedVpcOrigin"], "", []],
  ["private-api-origin", ["PrivateApiOrigin"], API_PLACE, []],
])("the roles in the README of %s", (folder, components, place, neverShown: string[]) => {
  const roles = readRoles(readFileSync(path.resolve(__dirname, `../../components/${folder}/README.md`), "utf8"), place);
  const fits = ({ role, type }: Child, { pattern, types }: Role): boolean => pattern.test(role) && types.includes(type);
  const ofFolder = () => children.filter(({ component }) => components.includes(component));

  test("are those of every child in every recipe", () => {
    expect(ofFolder().filter((child) => !roles.some((role) => fits(child, role)))).toEqual([]);
  });

  test("are made by a recipe, but for what no recipe shows", () => {
    const unmade = roles.filter((role) => !ofFolder().some((child) => fits(child, role))).map(({ name }) => name);
    expect(unmade.sort()).toEqual([...neverShown].sort());
  });

  test("say of each child whether it holds data, which is then protected", () => {
    const wrong = ofFolder()
      .filter(({ isToThrowAway }) => !isToThrowAway)
      .filter((child) => roles.some((role) => fits(child, role) && role.holdsData) !== child.isProtected);
    expect(wrong).toEqual([]);
  });
});

describe.each(["private-api-origin"])("what %s costs when idle", (component) => {
  const costs = readCostData(component);

  test.each(costs?.compositions ?? [])("is what the recipe $recipe runs: $title", ({ recipe, parts: used }) => {
    const named: Record<string, number> = {};
    for (const [part, times] of Object.entries(used)) {
      for (const { service, usageType, count } of costs?.parts[part]?.items ?? []) {
        const usage = `${service} ${usageType}`;
        named[usage] = (named[usage] ?? 0) + count * times;
      }
    }
    const previewed = result.recipes.find((each) => each.stack === `${component}.${recipe}`);
    expect(previewed?.resources).not.toHaveLength(0);
    expect(idleQuantities(previewed?.resources ?? [])).toEqual(named);
  });
});
