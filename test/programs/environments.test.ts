import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { deployEnvironment } from "../../programs/environments";
import { find, recordStack, tree } from "../components/record-stack";

const root = path.resolve(__dirname, "../..");
const read = (file: string): string => readFileSync(path.join(root, file), "utf8");

function environment(stack: string) {
  return recordStack(() => deployEnvironment(stack), { stack, config: parse(read(`Pulumi.${stack}.yaml`)).config });
}

test("dev is one website that may be thrown away", async () => {
  const { resources, outputs } = await environment("dev");
  expect(resources).toHaveLength(27);
  expect(Object.keys(outputs)).toEqual(["website"]);
  expect(resources.filter(({ protect }) => protect)).toEqual([]);
  expect(find(resources, "website-distribution").inputs).toMatchObject({
    aliases: ["www.dev.example.com"],
    tags: { environment: "dev", system: "website" },
  });
  expect(find(resources, "website-web-acl-log").inputs.retentionInDays).toBe(14);
});

test("prod is the same website, protected, with a key, logs for a year and an API beside it", async () => {
  const [dev, prod] = [await environment("dev"), await environment("prod")];
  const added = tree(prod.resources).filter((line) => !tree(dev.resources).includes(line.replace("www.", "www.dev.")));
  expect(added).toEqual([
    "aws:kms/key:Key | website-key | website",
    "aws:kms/keyPolicy:KeyPolicy | website-key-policy | website",
  ]);
  expect(
    prod.resources
      .filter(({ protect }) => protect)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(["website-bucket", "website-key", "website-log-bucket", "website-web-acl-log"]);
  expect(find(prod.resources, "website-distribution").inputs.orderedCacheBehaviors).toMatchObject([
    { pathPattern: "/api/*", targetOriginId: "route-api" },
  ]);
  expect(find(prod.resources, "website-web-acl-log").inputs.retentionInDays).toBe(365);
});

test.each(["staging", "Dev", "constructor", ""])("refuses the stack %j and names the known ones", (stack) => {
  expect(() => deployEnvironment(stack)).toThrow(
    `Stack "${stack}" is no environment of this project; known are dev, prod.`,
  );
});

test("a missing setting is the program's own error and names the key", async () => {
  await expect(recordStack(() => deployEnvironment("dev"), { stack: "dev", config: {} })).rejects.toThrow(
    "causeway:websiteDomain",
  );
});

test.each(["dev", "prod"])("every setting of %s is described, and no environment is longer than 60 lines", (stack) => {
  const keys = Object.keys(parse(read(`Pulumi.${stack}.yaml`)).config);
  for (const key of keys) {
    expect(read("Pulumi.yaml")).toMatch(new RegExp(`^#   ${key} .*\\b(all|${stack})\\b`, "m"));
  }
  expect(read(`programs/${stack}.ts`).split("\n").length).toBeLessThanOrEqual(60);
});

test("every environment has its settings beside Pulumi.yaml and its program in programs/", () => {
  const stacks = readdirSync(root).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []);
  expect(stacks.sort()).toEqual(["dev", "prod"]);
  for (const stack of stacks) {
    expect(readdirSync(path.join(root, "programs"))).toContain(`${stack}.ts`);
  }
});
