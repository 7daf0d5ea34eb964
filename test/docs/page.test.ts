import { fillPage } from "../../docs/generate/page";

const blockOf = (name: string) => (name === "known" ? "its block, $1 and $& as they are" : undefined);

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

test("a name without a block is asked for and left as it is", () => {
  const text = "<!-- recipe: unknown -->\nold\n<!-- /recipe -->\n";
  const asked: string[] = [];
  expect(fillPage(text, (name) => void asked.push(name)).text).toBe(text);
  expect(asked).toEqual(["unknown"]);
});

test.each([
  ["<!-- recipe: known -->\nby hand\n", ["<!-- recipe: known -->"]],
  ["by hand\n<!-- /recipe -->\n", ["<!-- /recipe -->"]],
  ["<!-- recipe: known -->\nby hand\n<!-- recipe: known -->\n<!-- /recipe -->\n", ["<!-- recipe: known -->"]],
  ["- <!-- recipe: known -->\n<!-- /recipe -->\n", ["<!-- recipe: known -->", "<!-- /recipe -->"]],
])("a marker without its other half is named and loses no text: %j", (text, strays) => {
  const filled = fillPage(text, blockOf);
  expect(filled.strays).toEqual(strays);
  expect(filled.text).toContain(text.split("\n")[0]);
  if (text.includes("by hand")) expect(filled.text).toContain("by hand");
});
