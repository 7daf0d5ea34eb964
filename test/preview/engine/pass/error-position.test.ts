import { positionOf } from "../../../../preview/engine/pass/error-position";

const withStack = (...frames: string[]) =>
  Object.assign(new Error("no"), { stack: ["Error: no", ...frames.map((frame) => `    at ${frame}`)].join("\n") });

test.each([
  ["a function of the program", "main (/p/src/index.ts:12:3)", "project:///src/index.ts#12,3"],
  ["the top level of a module", "/p/index.js:4:1", "project:///index.js#4,1"],
  ["a continued asynchronous function", "async /p/index.js:4:1", "project:///index.js#4,1"],
  ["an ES module", "file:///p/a%20b/index.mjs:7:9", "project:///a%20b/index.mjs#7,9"],
  ["a path with parentheses", "f (/p/a (1)/index.js:2:5)", "project:///a%20(1)/index.js#2,5"],
])("%s", (_title, frame, position) => {
  expect(positionOf(withStack("require (/p/node_modules/x/a.js:1:1)", "node:internal/x:1:1", frame), "/p")).toBe(
    position,
  );
});

test("frames outside of the project, and what is no error, have no position", () => {
  expect(positionOf(withStack("f (/elsewhere/a.js:1:1)", "g (node:fs:1:1)"), "/p")).toBeUndefined();
  expect(positionOf("text", "/p")).toBeUndefined();
  expect(positionOf(Object.assign(new Error("no"), { stack: 5 }), "/p")).toBeUndefined();
});
