import type { ResourceValidationPolicy, StackValidationPolicy } from "@pulumi/policy";
import { stackTagsOf } from "../../../preview/policy/arguments";
import { PackJudges } from "../../../preview/policy/judges";
import { removeTemporaryFolders } from "../project/temporary-project";
import { packOf, resource } from "./packs";

afterAll(removeTemporaryFolders);

describe("tags of the stack", () => {
  const says: ResourceValidationPolicy = {
    name: "rule",
    description: "Each.",
    validateResource: (args, report) => report(JSON.stringify([...args.stackTags])),
  };
  const wholeSays: StackValidationPolicy = {
    name: "stack-rule",
    description: "Whole.",
    validateStack: (args, report) => report(JSON.stringify([...args.stackTags])),
  };

  test.each([
    ["a table of texts", '{"tenant":"acme","owner":"platform"}', '[["tenant","acme"],["owner","platform"]]'],
    ["what is no text in it is no tag", '{"tenant":"acme","cost":7,"deep":{"a":"b"}}', '[["tenant","acme"]]'],
    ["a list", '["acme"]', "[]"],
    ["a text", "acme", "[]"],
    ["nothing", undefined, "[]"],
  ])("are those of the config: %s", async (_, tags, expected) => {
    const config: Record<string, string> = tags === undefined ? {} : { "pulumi:tags": tags };
    const judges = new PackJudges([packOf([says, wholeSays])], "preview", stackTagsOf(config));
    await judges.analyze(resource());
    await judges.analyzeStack([resource()]);
    expect(judges.result().violations.map(({ message }) => message.split("\n")[1])).toEqual([expected, expected]);
  });
});
