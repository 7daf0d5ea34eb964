import { renderJson } from "../../../preview/report/json";
import { PLAINTEXT, samplePlan, unknown } from "./sample-plan";

test("one stack is its plan, with every plaintext masked and everything else as it was", () => {
  const plan = samplePlan();
  const text = renderJson([plan]);
  expect(text).not.toContain(PLAINTEXT);
  expect(text.endsWith("}\n")).toBe(true);
  const parsed = JSON.parse(text);
  expect(parsed.changeSummary).toEqual({ create: 5, read: 1, import: 1 });
  expect(parsed.outputs.site).toEqual({ id: unknown, list: [1, "a"] });
  expect(parsed.outputs.token).toEqual({
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    value: "[secret]",
    plaintext: "[secret]",
  });
  expect(parsed.outputs.password).toEqual({
    "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4",
    secret: true,
    value: "[secret]",
  });
  expect(parsed.policy).toEqual(JSON.parse(JSON.stringify(plan.policy)));
  expect(Object.keys(parsed)).toEqual(Object.keys(plan));
});

test("several stacks, or one that gave no plan, come in a list", () => {
  const [dev, prod] = [samplePlan(), samplePlan({ stack: "prod" })];
  const both = JSON.parse(renderJson([dev, prod]));
  expect([both.schemaVersion, both.mode, both.failed]).toEqual([1, "offline", undefined]);
  expect(both.stacks.map((plan: { stack: string }) => plan.stack)).toEqual(["dev", "prod"]);
  const half = JSON.parse(renderJson([dev], [{ stack: "prod", message: "no" }]));
  expect(half.stacks).toHaveLength(1);
  expect(half.failed).toEqual([{ stack: "prod", message: "no" }]);
});
