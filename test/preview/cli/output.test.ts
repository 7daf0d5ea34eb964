import fs from "node:fs";
import path from "node:path";
import { openJsonFile, printError, shortPath } from "../../../preview/cli/output";
import { UserError } from "../../../preview/project/user-error";
import { removeTemporaryFolders, temporaryFolder } from "../project/temporary-project";

afterAll(removeTemporaryFolders);
afterEach(() => {
  jest.restoreAllMocks();
});

function fails(code: string): never {
  throw Object.assign(new Error(code), { code });
}

test("a JSON file without write permission is refused before the work and kept", () => {
  const file = path.join(temporaryFolder({ "plan.json": "old" }), "plan.json");
  // Not by chmod: root, as which many CI jobs run, may write anyway.
  jest.spyOn(fs, "accessSync").mockImplementation(() => fails("EACCES"));
  expect(() => openJsonFile(file)).toThrow(`${file}: --json: cannot be written (EACCES)`);
  expect(fs.readFileSync(file, "utf8")).toBe("old");
});

test("a disk that is full at the end leaves the old file and nothing half-written", () => {
  const dir = temporaryFolder({ "plan.json": "old" });
  const write = openJsonFile(path.join(dir, "plan.json"));
  jest.spyOn(fs, "renameSync").mockImplementation(() => fails("ENOSPC"));
  expect(() => write("new")).toThrow("cannot be written (ENOSPC)");
  expect(fs.readdirSync(dir)).toEqual(["plan.json"]);
  expect(fs.readFileSync(path.join(dir, "plan.json"), "utf8")).toBe("old");
});

test("a device is written to, not replaced", () => {
  openJsonFile("/dev/null")("{}");
  expect(fs.statSync("/dev/null").isCharacterDevice()).toBe(true);
});

test("a path below a file is no folder", () => {
  const dir = temporaryFolder({ file: "" });
  expect(() => openJsonFile(path.join(dir, "file", "plan.json"))).toThrow("does not exist; create it first");
});

test("paths in the current folder are shown relative to it", () => {
  expect(shortPath("/a/b/c.yaml", "/a/b")).toBe("c.yaml");
  expect(shortPath("/a/b", "/a/b")).toBe("/a/b");
  expect(shortPath("/a/x.yaml", "/a/b")).toBe("/a/x.yaml");
});

test("a message of the program's making stays on its line and cannot drive the terminal", () => {
  let text = "";
  const output = { stdout: { write: () => true }, stderr: { write: (part: string) => (text += part) }, env: {} };
  printError(new UserError({ message: "a\nb\u001b[2Jc" }), false, output);
  expect(text).toBe("error: a b\\x1b[2Jc\n");
});
