// Programs without a compiler: functions, stores and groups of keys that were made from something else than their options.

import * as pulumi from "@pulumi/pulumi";
import {
  cloudFrontFunction,
  type EdgeFrontDoorArgs,
  keyGroup,
  keyValueStore,
  lambdaAtEdge,
  s3Origin,
} from "../../../../components";
import { checkEdgeFrontDoor } from "../../../../components/edge-front-door/validate";
import { untyped } from "../../untyped";

type Make = (options: unknown) => EdgeFrontDoorArgs["behavior"];

const MAKES: Readonly<Record<string, Make>> = {
  "functions.viewerRequest": (options) => ({ functions: { viewerRequest: cloudFrontFunction(untyped(options)) } }),
  "functions.originRequest": (options) => ({ functions: { originRequest: lambdaAtEdge(untyped(options)) } }),
  "trustedKeyGroups[0]": (options) => ({ trustedKeyGroups: [keyGroup(untyped(options))] }),
  "functions.viewerResponse.keyValueStore": (options) => ({
    functions: {
      viewerResponse: cloudFrontFunction({
        name: "headers",
        code: "…",
        keyValueStore: keyValueStore(untyped(options)),
      }),
    },
  }),
};

function problemsOf(behavior: EdgeFrontDoorArgs["behavior"]): string[] {
  return checkEdgeFrontDoor("site", { origin: s3Origin(), behavior }).map(({ path, must }) => `${path}: ${must}`);
}

describe.each(Object.entries(MAKES))("%s", (path, make) => {
  test.each([
    ["null", null],
    ["a number", 7],
    ["text", "s3cr3t"],
    ["a function", () => 1],
    ["a promise: its value is needed before anything is created", Promise.resolve({})],
  ])("made from %s", (kind, options) => {
    expect(problemsOf(make(options))).toEqual([`behavior.${path}: be an object, not ${kind}`]);
  });

  test("with another kind of name, which is told once", () => {
    const options = { name: pulumi.output("redirects"), code: new pulumi.asset.FileArchive("."), publicKeys: {} };
    expect(problemsOf(make(options))).toContain(
      `behavior.${path}.name: be text, not an output: its value is needed before anything is created`,
    );
  });
});

test.each<[string, EdgeFrontDoorArgs["behavior"], string[]]>([
  [
    "a store that is none",
    { functions: { viewerRequest: cloudFrontFunction({ name: "a", code: "…", keyValueStore: untyped("arn:…") }) } },
    ["functions.viewerRequest.keyValueStore: be a KeyValueStore, not text"],
  ],
  [
    "a key that is a buffer",
    { trustedKeyGroups: [keyGroup({ name: "a", publicKeys: { b: untyped(Buffer.from("s3cr3t")) } })] },
    ["trustedKeyGroups[0].publicKeys.b: be text or an output, not an object"],
  ],
  [
    "the path of an archive",
    { functions: { originRequest: lambdaAtEdge({ name: "a", code: untyped("dist/edge"), memorySize: untyped("1") }) } },
    [
      "functions.originRequest.code: be an archive, not text",
      "functions.originRequest.memorySize: be a number, not text",
    ],
  ],
])("%s", (_title, behavior, problems) => {
  expect(problemsOf(behavior)).toEqual(problems.map((problem) => `behavior.${problem}`));
});
