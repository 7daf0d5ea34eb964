// What `npm run recipes` would write is what the READMEs say.

import { generateReadmes } from "../../docs/generate/readmes";

const result = generateReadmes();

test("every recipe is shown once, and its preview ends as it declares", async () => {
  const { readmes, problems } = await result;
  expect(problems).toEqual([]);
  expect(readmes.map(({ file }) => file)).toContain("components/edge-front-door/README.md");
});

test("the READMEs are current; if not, run `npm run recipes`", async () => {
  const { readmes } = await result;
  for (const { present, generated } of readmes) expect(present).toBe(generated);
});
