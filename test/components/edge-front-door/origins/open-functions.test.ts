// Functions that turn out to be open to everybody, or to have no URL, once the program runs.

import path from "node:path";
import { type FailedProgram, runFailing } from "../../failing-programs";

const OPEN = 'functionUrl.authorizationType: must be AWS_IAM, or everybody calls the function; got "NONE"';

describe.each([
  ["in a first preview", true],
  ["in a deployment", false],
])("%s", (_when, preview) => {
  let programs: Readonly<Record<string, FailedProgram>>;

  beforeAll(() => {
    programs = runFailing(path.join(__dirname, "open-function-programs.ts"), preview);
  });

  test("an open function is told once, with the front door, when it is written down", () => {
    expect(programs.plain).toEqual({
      created: [],
      errors: [`EdgeFrontDoor "site": 1 invalid argument\n  origin.${OPEN}`],
    });
  });

  test("an open function of the same program stops the front door before it is registered", () => {
    expect(programs.ofTheProgram).toEqual({
      created: ["aws:lambda/functionUrl:FunctionUrl orders"],
      errors: ["origin", "origins"].map(
        (property) =>
          `error serializing property "${property}": origin "functionUrlOrigin": 1 invalid argument\n  ${OPEN}`,
      ),
    });
  });

  test("a text that is no URL stops it, too", () => {
    expect(programs.noUrl?.created).toEqual([]);
    expect(programs.noUrl?.errors[0]).toContain('functionUrl.functionUrl: must be an https URL; got "abc123"');
  });
});
