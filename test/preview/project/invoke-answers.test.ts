import path from "node:path";
import { loadInvokeAnswers } from "../../../preview/project/invoke-answers";
import { removeTemporaryFolders, temporaryFolder } from "./temporary-project";

afterAll(removeTemporaryFolders);

const load = (text: string) => {
  const dir = temporaryFolder({ "answers.json": text });
  return { dir, answers: () => loadInvokeAnswers({ CAUSEWAY_INVOKE_ANSWERS: "answers.json" }, dir) };
};

test("answers are read from the file that the environment names, relative to the folder of the run", () => {
  const answer = { token: "aws:ec2/getVpc:getVpc", args: { default: true }, result: { id: "vpc-1" } };
  expect(load(JSON.stringify([answer, { token: "a:b:c", result: {} }])).answers()).toEqual([
    answer,
    { token: "a:b:c", result: {} },
  ]);
});

test("without the variable there are none", () => {
  expect(loadInvokeAnswers({}, "/nowhere")).toEqual([]);
  expect(loadInvokeAnswers({ CAUSEWAY_INVOKE_ANSWERS: "" }, "/nowhere")).toEqual([]);
});

test("everything that is wrong is said at once, with the number of the answer", () => {
  const { dir, answers } = load(
    '[1, {}, {"token":"a","result":[]}, {"token":"a","result":{},"args":1}, {"token":"a","result":{},"x":1}]',
  );
  const file = path.join(dir, "answers.json");
  const hint = 'write { "token": "aws:ec2/getVpc:getVpc", "args": { … }, "result": { … } }';
  expect(answers).toThrow(
    [
      `${file}: answer 1 must be an object; ${hint}`,
      `${file}: answer 2 has no "token"; ${hint}`,
      `${file}: answer 3 ("result") must be an object; ${hint}`,
      `${file}: answer 4 ("args") must be an object; ${hint}`,
      `${file}: answer 5 has the unknown key "x"; ${hint}`,
    ].join("\n"),
  );
});

test("a file that is missing, no JSON or no list is an error with its name", () => {
  expect(() => loadInvokeAnswers({ CAUSEWAY_INVOKE_ANSWERS: "gone.json" }, "/nowhere")).toThrow("/nowhere/gone.json");
  expect(load("{").answers).toThrow("is not valid JSON");
  expect(load("{}").answers).toThrow("must be a list of answers");
});
