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

test("a stack that starts later knows the outputs of those that are through and did not fail", async () => {
  const seen: string[][] = [];
  const preview: PreviewStack = async (_project, { stack }, { stackOutputs = {} }) => {
    seen.push(Object.keys(stackOutputs));
    return samplePlan({ stack, result: stack === "s0" ? "failed" : "succeeded" });
  };
  await runStacks(project, names.map(stackRun), preview, options);
  expect(seen[0]).toEqual([]);
  expect(seen.at(-1)).not.toContain("acme/shop/s0");
  expect(seen.at(-1)).toContain("acme/shop/s1");
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
