import { countFindings, groupFindings } from "../../../preview/report/findings";
import { paintFor } from "../../../preview/report/paint";
import { displayType, urnName, urnType } from "../../../preview/report/urn";
import { bucketUrn, samplePlan, siteUrn, violation } from "./sample-plan";

test("a finding of both passes counts once, and blocking policies come first", () => {
  const groups = groupFindings([
    { ...violation, policyName: "b", enforcementLevel: "advisory" },
    { ...violation, policyName: "z" },
    { ...violation, policyName: "z", phase: "deployed" },
    { ...violation, policyName: "z", phase: "deployed", resourceUrn: siteUrn },
    { ...violation, policyName: "a", enforcementLevel: "remediate" },
  ]);
  expect(groups.map(({ policyName, findings }) => [policyName, findings.map(({ phases }) => phases)])).toEqual([
    ["z", [["preview", "deployed"], ["deployed"]]],
    ["a", [["preview"]]],
    ["b", [["preview"]]],
  ]);
});

test("a violation left by a remediate policy counts as mandatory, as in the engine", () => {
  const policy = { ...samplePlan().policy, violations: [{ ...violation, enforcementLevel: "remediate" as const }] };
  expect(countFindings(samplePlan({ policy }))).toEqual({ mandatory: 1, advisory: 0 });
});

test("URNs give the last type and the whole name", () => {
  expect(urnType(bucketUrn)).toBe("aws:s3/bucket:Bucket");
  expect(urnName("urn:pulumi:dev::shop::a:b:C::name::with::colons")).toBe("name::with::colons");
  expect(displayType("aws:s3/bucket:Bucket")).toBe("aws:s3:Bucket");
  expect(displayType("kubernetes:apps/v1:Deployment")).toBe("kubernetes:apps/v1:Deployment");
  expect(displayType("pulumi:pulumi:StackReference")).toBe("pulumi:pulumi:StackReference");
});

test.each([
  [{ isTTY: true }, {}, true],
  [{ isTTY: false }, {}, false],
  [{ isTTY: true }, { NO_COLOR: "1" }, false],
  [{ isTTY: true }, { NO_COLOR: "" }, true],
  [{ isTTY: false }, { FORCE_COLOR: "1" }, true],
  [{ isTTY: false }, { FORCE_COLOR: "1", NO_COLOR: "1" }, true],
  [{ isTTY: true }, { FORCE_COLOR: "0" }, false],
  [{ isTTY: true }, { TERM: "dumb" }, false],
])("colours on %j with %j: %s", (stream, env, expected) => {
  expect(paintFor(stream, env)("red", "x") !== "x").toBe(expected);
});
