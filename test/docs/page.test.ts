import { type BlockKind, fillPage } from "../../docs/generate/page";

const blockOf = (kind: BlockKind, name: string) =>
  name === "known" ? `its ${kind === "recipe" ? "block" : "table"}, $1 and $& as they are` : undefined;

test("only what is between the markers changes", () => {
  const text = "by hand\n<!-- recipe: known -->\nold\n\n<!-- /recipe -->\n\nby hand\n";
  const { text: filled, strays } = fillPage(text, blockOf);
  expect(filled).toBe(
    "by hand\n<!-- recipe: known -->\nits block, $1 and $& as they are\n<!-- /recipe -->\n\nby hand\n",
  );
  expect(strays).toEqual([]);
  expect(fillPage(filled, blockOf).text).toBe(filled);
});

test("two lines of markers are enough to begin with", () => {
  const { text } = fillPage("<!-- recipe: known -->\n<!-- /recipe -->\n", blockOf);
  expect(text).toBe("<!-- recipe: known -->\nits block, $1 and $& as they are\n<!-- /recipe -->\n");
});

test("each kind has its own markers", () => {
  const text = "<!-- cost: known -->\n<!-- /cost -->\n\n<!-- recipe: known -->\n<!-- /recipe -->\n";
  expect(fillPage(text, blockOf)).toEqual({
    text: "<!-- cost: known -->\nits table, $1 and $& as they are\n<!-- /cost -->\n\n<!-- recipe: known -->\nits block, $1 and $& as they are\n<!-- /recipe -->\n",
    strays: [],
  });
});

test("a name without a block is asked for and left as it is", () => {
  const text = "<!-- recipe: unknown -->\nold\n<!-- /recipe -->\n";
  const asked: string[] = [];
  expect(fillPage(text, (kind, name) => void asked.push(`${kind} ${name}`)).text).toBe(text);
  expect(asked).toEqual(["recipe unknown"]);
});

test.each([
  ["<!-- recipe: known -->\nby hand\n", ["<!-- recipe: known -->"]],
  ["by hand\n<!-- /recipe -->\n", ["<!-- /recipe -->"]],
  ["<!-- recipe: known -->\nby hand\n<!-- recipe: known -->\n<!-- /recipe -->\n", ["<!-- recipe: known -->"]],
  ["<!-- recipe: known -->\nby hand\n<!-- /cost -->\n", ["<!-- recipe: known -->", "<!-- /cost -->"]],
  ["- <!-- recipe: known -->\n<!-- /recipe -->\n", ["<!-- recipe: known -->", "<!-- /recipe -->"]],
])("a marker without its other half is named and loses no text: %j", (text, strays) => {
  const filled = fillPage(text, blockOf);
  expect(filled.strays).toEqual(strays);
  expect(filled.text).toContain(text.split("\n")[0]);
  if (text.includes("by hand")) expect(filled.text).toContain("by hand");
});
