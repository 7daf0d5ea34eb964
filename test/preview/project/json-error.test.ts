import { explainJsonError } from "../../../preview/project/json-error";

function explain(text: string) {
  try {
    JSON.parse(text);
  } catch (error) {
    return explainJsonError(text, error);
  }
  return undefined;
}

test.each([
  ["{\n", 2],
  ['{\n  "a": \n}', 3],
  ['{\n  "a": 1,\n}', 3],
  ["{\n  a: 1\n}", 2],
  ['{\n  "a": "x\n"}', 2],
  ["{}\n\nx", 3],
  ["nope", 1],
  ["", 1],
])("the line of the fault in %j is %i", (text, line) => {
  expect(explain(text)?.line).toBe(line);
});

test("the reason does not quote the file", () => {
  const secret = "s3cret-value";
  expect(explain(`{"token": "${secret}", }`)?.reason).not.toContain(secret);
});

test("a very long file gets the reason alone", () => {
  expect(explain(`${" ".repeat(300_000)}x`)).toEqual({ reason: expect.any(String) });
});
