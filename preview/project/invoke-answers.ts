import path from "node:path";
import type { PropertyMap } from "../plan/plan";
import { explainJsonError } from "./json-error";
import { readText } from "./project-file";
import { type Problem, throwIfAny, UserError } from "./user-error";

/** What a provider function returns: for these arguments, or whatever the arguments where none are given. */
export interface InvokeAnswer {
  token: string;
  args?: PropertyMap;
  result: PropertyMap;
}

/** Names the file of answers, for lookups that only an account can answer. */
export const answersVariable = "CAUSEWAY_INVOKE_ANSWERS";

/** Reads the file that the environment names, if it names one. Throws a `UserError` with everything that is wrong in it. */
export function loadInvokeAnswers(env: NodeJS.ProcessEnv, cwd: string): InvokeAnswer[] {
  const named = env[answersVariable];
  if (named === undefined || named === "") return [];
  const file = path.resolve(cwd, named);
  const value = parse(file);
  if (!Array.isArray(value)) throw new UserError({ file, message: "must be a list of answers", hint: expectedForm });
  const problems: Problem[] = [];
  const answers = value.filter((entry, index): entry is InvokeAnswer => {
    const wrong = findWrong(entry);
    if (wrong !== undefined) problems.push({ file, message: `answer ${index + 1} ${wrong}`, hint: expectedForm });
    return wrong === undefined;
  });
  throwIfAny(problems);
  return answers;
}

const expectedForm = 'write { "token": "aws:ec2/getVpc:getVpc", "args": { … }, "result": { … } }';

function parse(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    const { line, reason } = explainJsonError(text, error);
    throw new UserError({ file, ...(line && { line }), message: `is not valid JSON: ${reason}` });
  }
}

function findWrong(entry: unknown): string | undefined {
  if (!isObject(entry)) return "must be an object";
  if (typeof entry.token !== "string" || entry.token === "") return 'has no "token"';
  if (!isObject(entry.result)) return '("result") must be an object';
  if (entry.args !== undefined && !isObject(entry.args)) return '("args") must be an object';
  const extra = Object.keys(entry).find((key) => !["token", "args", "result"].includes(key));
  return extra === undefined ? undefined : `has the unknown key "${extra}"`;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
