// What `npm run recipes` would write is what the pages say. The previews run once, for all of this.

import { readFileSync } from "node:fs";
import path from "node:path";
import { generatePages } from "../../docs/generate/pages";
import { type Child, type Role, readChildren, readRoles } from "./roles";

// Two or three seconds of a processor a recipe.
const PREVIEWS_MILLISECONDS = 600_000;

let result: Awaited<ReturnType<typeof generatePages>>;
let children: (Child & { recipe: string })[];
beforeAll(async () => {
  result = await generatePages();
  children = result.recipes.flatMap(({ stack, report }) =>
    readChildren(report).map((child) => ({ ...child, recipe: stack })),
  );
}, PREVIEWS_MILLISECONDS);

test("every recipe is shown once, and its preview ends as it declares", () => {
  expect(result.problems).toEqual([]);
  expect(result.pages.map(({ file }) => file)).toContain("components/edge-front-door/README.md");
});

test("the pages are current; if not, run `npm run recipes`", () => {
  for (const { present, generated } of result.pages) expect(present).toBe(generated);
});

describe.each([
  ["edge-front-door", ["EdgeFrontDoor", "TenantedFrontDoor"], ["anycast-ip-list", "oai"]],
  ["vpc-origin", ["SharedVpcOrigin"], []],
])("the roles in the README of %s", (folder, components, neverShown: string[]) => {
  const roles = readRoles(readFileSync(path.resolve(__dirname, `../../components/${folder}/README.md`), "utf8"));
  const fits = ({ role, type }: Child, { pattern, types }: Role): boolean => pattern.test(role) && types.includes(type);
  const ofFolder = (): (Child & { recipe: string })[] =>
    children.filter(({ component }) => components.includes(component));

  test("are those of every child in every recipe", () => {
    const unlisted = ofFolder().filter((child) => !roles.some((role) => fits(child, role)));
    expect(unlisted).toEqual([]);
  });

  test("are made by a recipe, but for what no recipe shows", () => {
    const unmade = roles.filter((role) => !ofFolder().some((child) => fits(child, role))).map(({ name }) => name);
    expect(unmade.sort()).toEqual([...neverShown].sort());
  });

  test("say of each child whether it holds data, which is then protected", () => {
    const wrong = ofFolder()
      .filter(({ recipe }) => recipe !== "edge-front-door.throw-away")
      .filter((child) => roles.some((role) => fits(child, role) && role.holdsData) !== child.isProtected);
    expect(wrong).toEqual([]);
  });
});
