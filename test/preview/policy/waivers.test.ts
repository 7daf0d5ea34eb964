// Waivers from the config of a pack to the plan: of this repository's pack, and of one that somebody else wrote.

import path from "node:path";
import { exitCodeFor } from "../../../preview/cli/exit-code";
import type { StackPlan } from "../../../preview/plan/plan";
import { urnName } from "../../../preview/report/urn";
import { terms } from "../../policy/kit/waivers";
import { previewProgram } from "../engine/preview-program";
import { removeTemporaryFolders } from "../project/temporary-project";
import { packFolder } from "./packs";

afterAll(removeTemporaryFolders);

const causeway = path.resolve(__dirname, "../../../policy");
const far = "2999-12-31";
const past = "2001-01-31";

/** An identity, and a policy that is known in the deployed pass only, of a bucket that exists; one more identity in an apply. */
const program = `
  const resource = (type, name, inputs) => new pulumi.CustomResource("aws:" + type, name, inputs);
  const identity = (name) => resource("cloudfront/originAccessIdentity:OriginAccessIdentity", name, { comment: name });
  const key = resource("kms/key:Key", "key", { description: "key" });
  const statement = { Effect: "Allow", Principal: { AWS: "arn:aws:iam::123456789012:root" }, Action: "s3:*", Resource: "*", Sid: key.id };
  resource("s3/bucketPolicy:BucketPolicy", "computed", { bucket: "logs", policy: pulumi.jsonStringify({ Statement: [statement] }) });
  identity("known");
  key.id.apply(() => identity("late"));
`;

function waive(policy: string, resource: string, expires = far) {
  return terms({ policy, resource, reason: "goes with the old site", expires });
}

const sound = {
  computed: waive("s3-tls-only", "computed"),
  known: waive("cloudfront-no-oai", "urn:pulumi:dev::p::*::known"),
  late: waive("cloudfront-no-oai", "late"),
};

function preview(waivers: Record<string, unknown>): Promise<StackPlan> {
  const config = {
    all: "disabled",
    "s3-tls-only": "mandatory",
    "s3-no-oai-principal": "mandatory",
    "cloudfront-no-oai": "mandatory",
    waivers: { enforcementLevel: "mandatory", ...waivers },
  };
  return previewProgram(program, { policyPacks: [{ dir: causeway, config }] });
}

const exitCodeOf = (plan: StackPlan, failOn: "mandatory" | "advisory" = "mandatory") =>
  exitCodeFor([plan], false, { failOn, expectNoChanges: false });

const firstLine = (text: string) => text.split("\n")[0];

test("what is waived is no violation in either pass, and the run is fine even where advisories are not", async () => {
  const plan = await preview(sound);
  expect(plan.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(plan.policy.violations).toEqual([]);
  expect(
    plan.policy.waived.map((one) => [
      one.phase,
      one.policyName,
      urnName(one.resourceUrn),
      one.property,
      one.message.split("\n")[1],
    ]),
  ).toEqual([
    [
      "preview",
      "cloudfront-no-oai",
      "known",
      "(resource)",
      expect.stringMatching(/^\(resource\): is an origin access identity; fix: /),
    ],
    ["deployed", "cloudfront-no-oai", "known", "(resource)", expect.stringMatching(/^\(resource\): /)],
    ["deployed", "cloudfront-no-oai", "late", "(resource)", expect.stringMatching(/^\(resource\): /)],
    ["deployed", "s3-tls-only", "computed", "policy", expect.stringMatching(/^policy: /)],
  ]);
  expect(plan.policy.waived[0]).toMatchObject({
    enforcementLevel: "advisory",
    reason: "goes with the old site",
    owner: "edge-team",
    ticket: "OPS-123",
    expires: far,
  });
  // What the preview pass cannot decide stays undecided, and no waiver is called unused because only one pass needs it.
  expect(plan.policy.undecided.filter(({ policyName }) => policyName === "s3-tls-only")).toMatchObject([
    { phase: "preview", property: "policy" },
  ]);
  expect([exitCodeOf(plan), exitCodeOf(plan, "advisory")]).toEqual([0, 0]);
});

test("an expired waiver is a violation of its own, and what it covered is one again", async () => {
  const plan = await preview({ ...sound, known: waive("cloudfront-no-oai", "known", past) });
  const inBoth = (phases: string[], ...violation: unknown[]) => phases.map((phase) => [phase, ...violation]);
  expect(
    plan.policy.violations.map(({ phase, policyName, enforcementLevel, resourceUrn, message }) => [
      phase,
      policyName,
      enforcementLevel,
      urnName(resourceUrn),
      message.split("\n").at(-1),
    ]),
  ).toEqual([
    ...inBoth(
      ["preview", "deployed"],
      "cloudfront-no-oai",
      "mandatory",
      "known",
      'The waiver "known" expired on 2001-01-31.',
    ),
    ...inBoth(
      ["preview", "deployed"],
      "waivers",
      "mandatory",
      "p-dev",
      "waivers.known.expires: is 2001-01-31, which has passed; fix: remove it, or agree on a later day with edge-team (OPS-123)",
    ),
  ]);
  expect(exitCodeOf(plan)).toBe(2);
});

test("a waiver that nothing needs is an advisory, in the preview pass only where it can know", async () => {
  const plan = await preview({
    ...sound,
    gone: waive("cloudfront-no-oai", "gone"),
    fulfilled: waive("s3-no-oai-principal", "computed"),
  });
  expect(plan.policy.violations.map(({ phase, policyName, message }) => [phase, policyName, message])).toEqual([
    [
      "deployed",
      "waivers",
      'unused waiver "fulfilled": in this run no resource that "computed" matches violates s3-no-oai-principal; remove it',
    ],
    [
      "preview",
      "waivers",
      'unused waiver "gone": in this run no resource that "gone" matches violates cloudfront-no-oai; remove it',
    ],
    [
      "deployed",
      "waivers",
      'unused waiver "gone": in this run no resource that "gone" matches violates cloudfront-no-oai; remove it',
    ],
  ]);
  expect([exitCodeOf(plan), exitCodeOf(plan, "advisory")]).toEqual([0, 2]);
});

test("waivers that are wrong fail the run before anything is judged, as under the engine", async () => {
  const plan = await preview({ ...sound, wrong: waive("cloudfront-no-oai", "late", "2027-02-30") });
  expect(plan.policy.waived).toEqual([]);
  expect(plan.policy.violations).toEqual([]);
  expect(plan.diagnostics.find(({ severity }) => severity === "error")?.message).toMatch(
    /^policy pack \S+: policy pack config: 1 problem\n {2}waivers\.wrong\.expires: is not a day of the calendar$/,
  );
  expect(exitCodeOf(plan)).toBe(1);
});

test("any pack may waive, by the form of its message alone", async () => {
  const dir = packFolder({
    "index.js": `const { PolicyPack } = require("@pulumi/policy");
      new PolicyPack("theirs", { policies: [{ name: "sized", description: "Things have a size.", enforcementLevel: "mandatory",
        validateResource: ({ name }, report) => {
          if (name === "old") report({ message: "waived until ${far} by them: soon gone\\nsize: is missing", enforcementLevel: "advisory" });
          if (name === "new") report("waived until ${far} by them: not at this level");
        } }] });`,
  });
  const plan = await previewProgram('thing("old", {}); thing("new", {});', { policyPacks: [{ dir }] });
  expect(plan.policy.waived).toMatchObject(
    ["preview", "deployed"].map((phase) => ({
      phase,
      policyName: "sized",
      message: "size: is missing",
      owner: "them",
    })),
  );
  expect(plan.policy.violations.map(({ message }) => firstLine(message))).toEqual([
    "Things have a size.",
    "Things have a size.",
  ]);
});
