import { availableParallelism } from "node:os";
import { type PreviewStack, runStacks, type StackRun } from "../../../preview/cli/run-stacks";
import type { Project } from "../../../preview/project/project";
import { samplePlan } from "../report/sample-plan";

const project: Project = {
  name: "shop",
  root: "/p",
  file: "/p/Pulumi.yaml",
  runtime: { name: "nodejs", options: {} },
  config: [],
  stackDir: "/p",
};

function stackRun(stack: string): StackRun {
  const config = {
    organization: "acme",
    stack,
    values: {},
    secretKeys: [],
    unreadable: [],
    lines: {},
    notChecked: [],
    warnings: [],
  };
  return { config, policyPacks: [] };
}

const options = { timeoutSeconds: 1, verbose: false, signal: new AbortController().signal };
const names = Array.from({ length: 3 * availableParallelism() }, (_, index) => `s${index}`);

test("as many stacks as processors run at a time, and outcomes keep the order asked for", async () => {
  let running = 0;
  let most = 0;
  const preview: PreviewStack = async (_project, { stack }) => {
    running += 1;
    most = Math.max(most, running);
    // The first ones take longest.
    await new Promise((resolve) => setTimeout(resolve, 30 - Number(stack.slice(1))));
    running -= 1;
    return samplePlan({ stack });
  };
  const outcomes = await runStacks(project, names.map(stackRun), preview, options);
  expect(outcomes.map(({ stack }) => stack)).toEqual(names);
  expect(most).toBe(availableParallelism());
});

test("a stack that asked for another's outputs runs again when they are known; every other runs once", async () => {
  // app needs network; web needs app, under the short name of a stack of the same project; lost needs what nobody knows.
  const needs: Record<string, string> = { app: "acme/shop/network", web: "app", lost: "elsewhere/prod" };
  const seen: [string, string[]][] = [];
  const preview: PreviewStack = async (_project, { stack }, { stackOutputs = {} }) => {
    seen.push([stack, Object.keys(stackOutputs).sort()]);
    const needed = needs[stack];
    const known = needed === undefined || Object.keys(stackOutputs).some((name) => name.endsWith(needed));
    return samplePlan({ stack, organization: "acme", unresolvedStacks: known ? [] : [needed] });
  };
  const outcomes = await runStacks(project, ["web", "app", "network", "lost"].map(stackRun), preview, options);
  const runs = (stack: string) => seen.filter(([name]) => name === stack).map(([, known]) => known);
  expect(runs("network")).toEqual([[]]);
  expect(runs("lost")).toEqual([[]]);
  expect(runs("app")).toHaveLength(2);
  expect(runs("app")[1]).toContain("acme/shop/network");
  expect(runs("web").at(-1)).toContain("acme/shop/app");
  expect(outcomes.map((outcome) => "plan" in outcome && outcome.plan.unresolvedStacks)).toEqual([
    [],
    [],
    [],
    ["elsewhere/prod"],
  ]);
});

test("two stacks that refer to one another end, each with what the other had at first", async () => {
  const seen: string[] = [];
  const preview: PreviewStack = async (_project, { stack }, { stackOutputs = {} }) => {
    seen.push(stack);
    const other = stack === "a" ? "b" : "a";
    return samplePlan({
      stack,
      organization: "acme",
      unresolvedStacks: `acme/shop/${other}` in stackOutputs ? [] : [other],
    });
  };
  await runStacks(project, ["a", "b"].map(stackRun), preview, options);
  expect(seen.sort()).toEqual(["a", "a", "b", "b"]);
});

test("the outputs of a stack that failed are not known to others", async () => {
  const seen: string[][] = [];
  const preview: PreviewStack = async (_project, { stack }, { stackOutputs = {} }) => {
    seen.push(Object.keys(stackOutputs));
    return samplePlan({
      stack,
      result: stack === "broken" ? "failed" : "succeeded",
      organization: "acme",
      unresolvedStacks: stack === "app" ? ["broken"] : [],
    });
  };
  await runStacks(project, ["broken", "app"].map(stackRun), preview, options);
  expect(seen).toEqual([[], []]);
});

test("after an abort no further stack starts", async () => {
  const controller = new AbortController();
  const started: string[] = [];
  const preview: PreviewStack = async (_project, { stack }) => {
    started.push(stack);
    controller.abort();
    return samplePlan({ stack });
  };
  await runStacks(project, names.map(stackRun), preview, { ...options, signal: controller.signal });
  expect(started).toEqual(["s0"]);
});
