import { renderBlock } from "../../docs/generate/block";

const recipe = {
  component: "edge-front-door",
  name: "api",
  file: "docs/recipes/edge-front-door/api.ts",
  stack: "edge-front-door.api",
  code: 'import { EdgeFrontDoor } from "../../../components";\n',
  violates: [],
  report: "✔ edge-front-door.api\n",
  resources: [],
};

test("a recipe is shown as a reader would write it, above what its preview prints", () => {
  expect(renderBlock(recipe)).toBe(`\`\`\`ts
import { EdgeFrontDoor } from "pulumi-causeway";
\`\`\`

<details><summary>what <code>causeway preview</code> prints</summary>

\`\`\`text
✔ edge-front-door.api
\`\`\`

</details>`);
});

test("policy settings of its own are shown between the two", () => {
  const summaries = renderBlock({ ...recipe, ownPolicyConfig: '{ "waivers": {} }\n' }).match(
    /(?<=<summary>).+(?=<\/summary>)/g,
  );
  expect(summaries).toEqual(["its policy settings", "what <code>causeway preview</code> prints"]);
  expect(renderBlock({ ...recipe, ownPolicyConfig: '{ "waivers": {} }\n' })).toContain(
    '```json\n{ "waivers": {} }\n```\n',
  );
});
