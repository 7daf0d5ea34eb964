import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { deployEnvironment } from "../../programs/environments";
import { recordStack } from "../components/record-stack";
import { root, settingsOf } from "./environment";

const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

test.each(["staging", "Dev", "constructor", ""])("refuses the stack %j and names the known ones", (stack) => {
  expect(() => deployEnvironment(stack)).toThrow(
    `Stack "${stack}" is no environment of this project; known are dev, prod.`,
  );
});

test.each([
  ["dev", "causeway:storefrontDomain"],
  ["prod", "causeway:hostedZoneId"],
])("a missing setting of %s is the program's own error and names the key %s", async (stack, key) => {
  const { [key]: _missing, ...config } = settingsOf(stack);
  await expect(recordStack(() => deployEnvironment(stack), { stack, config })).rejects.toThrow(key);
});

/** The table of settings in Pulumi.yaml: key, type, stacks. */
function describedSettings(): { key: string; type: string; stacks: string[] }[] {
  const rows = [...read("Pulumi.yaml").matchAll(/^# {3}(\S+:\S+) +(\S+) +(all|\w+(?:, \w+)*) {2,}\S/gm)];
  return rows.map(([, key = "", type = "", stacks = ""]) => ({
    key,
    type,
    stacks: stacks === "all" ? ["dev", "prod"] : stacks.split(", "),
  }));
}

test.each(["dev", "prod"])(
  "the settings of %s are those that Pulumi.yaml describes for it, in the form it says",
  (stack) => {
    const settings: Record<string, unknown> = parse(read(`Pulumi.${stack}.yaml`)).config;
    const typeOf = (value: unknown) => (Array.isArray(value) ? "list" : typeof value);
    const described = describedSettings().filter(({ stacks }) => stacks.includes(stack));
    expect(described.map(({ key, type }) => `${key} ${type}`).sort()).toEqual(
      Object.entries(settings)
        .map(([key, value]) => `${key} ${typeOf(value)}`)
        .sort(),
    );
  },
);

test.each(["dev", "prod"])("the environment %s is no longer than 60 lines", (stack) => {
  expect(read(`programs/${stack}.ts`).split("\n").length).toBeLessThanOrEqual(60);
});

test("every environment has its settings beside Pulumi.yaml and its program in programs/", () => {
  const stacks = readdirSync(root).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []);
  expect(stacks.sort()).toEqual(["dev", "prod"]);
  for (const stack of stacks) {
    expect(readdirSync(path.join(root, "programs"))).toContain(`${stack}.ts`);
  }
});
