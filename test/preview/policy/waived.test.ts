import type { PolicyViolation } from "../../../preview/plan/plan";
import { mergeReports } from "../../../preview/policy/merge-reports";
import { readWaived } from "../../../preview/policy/waived";
import { violation } from "../report/sample-plan";

function advisory(message: string, more: Partial<PolicyViolation> = {}): PolicyViolation {
  return { ...violation, enforcementLevel: "advisory", message, ...more };
}

function pass(...violations: PolicyViolation[]) {
  return { packs: [], violations, undecided: [], evaluated: 1 };
}

describe("an advisory is a waived finding", () => {
  test("where its first line says until when, by whom, in which ticket and why", () => {
    const message =
      "waived until 2027-01-31 by edge-team (OPS-1): moves: see (2)\nBuckets refuse.\npolicy: has no Deny";
    expect(readWaived(advisory(message))).toEqual({
      ...advisory("Buckets refuse.\npolicy: has no Deny"),
      reason: "moves: see (2)",
      owner: "edge-team",
      ticket: "OPS-1",
      expires: "2027-01-31",
    });
  });

  test.each<[string, Record<string, string>]>([
    ["waived until 2027-01-31 by Sam O'Neil, Edge: why", { owner: "Sam O'Neil, Edge", reason: "why" }],
    [
      "waived until 2027-01-31 by @org/edge (https://t.example/1): why",
      { owner: "@org/edge", ticket: "https://t.example/1" },
    ],
    ["waived until 2027-01-31 by a by b: by c: d", { owner: "a by b", reason: "by c: d" }],
    // A finding that says nothing else keeps its line.
    ["waived until 2027-01-31 by a: b", { message: "waived until 2027-01-31 by a: b" }],
  ])("in the form %j", (message, expected) => {
    expect(readWaived(advisory(message))).toMatchObject(expected);
  });

  test.each<[string, PolicyViolation]>([
    ["its level is another", advisory("waived until 2027-01-31 by a: b\nc", { enforcementLevel: "mandatory" })],
    ["the line is not the first", advisory("c\nwaived until 2027-01-31 by a: b")],
    ["there is no reason", advisory("waived until 2027-01-31 by a: \nb")],
    ["there is no owner", advisory("waived until 2027-01-31: b")],
    ["there is no day", advisory("waived until further notice by a: b")],
    ["the day is in another form", advisory("waived until 31.01.2027 by a: b")],
    ["the owner is over two lines", advisory("waived until 2027-01-31 by a\nb: c")],
  ])("but not where %s", (_title, one) => {
    expect(readWaived(one)).toBeUndefined();
    expect(mergeReports(pass(one), pass())).toMatchObject({ violations: [one], waived: [] });
  });

  test("and is read at once, however long it is", () => {
    const started = performance.now();
    expect(readWaived(advisory(`waived until 2027-01-31 by ${"a (".repeat(100_000)}`))).toBeUndefined();
    expect(
      readWaived(advisory(`waived until 2027-01-31 by ${"a".repeat(300_000)} (${"b".repeat(300_000)}`)),
    ).toBeUndefined();
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe("an unused waiver", () => {
  const unused = (id: string, more: Partial<PolicyViolation> = {}) =>
    advisory(`unused waiver "${id}": remove it`, more);
  const idsOf = ({ violations }: { violations: readonly PolicyViolation[] }) =>
    violations.map(({ phase, packName, message }) => `${phase} ${packName} ${/"(.*)"/.exec(message)?.[1]}`);

  test("of the preview pass is told where the deployed pass has no use for it either", () => {
    const deployed = pass(unused("both", { phase: "deployed" }), unused("deployed", { phase: "deployed" }));
    expect(idsOf(mergeReports(pass(unused("both"), unused("preview")), deployed))).toEqual([
      "preview security both",
      "deployed security both",
      "deployed security deployed",
    ]);
  });

  test("of one pack says nothing of another's", () => {
    const other = unused("a", { phase: "deployed", packName: "other" });
    expect(idsOf(mergeReports(pass(unused("a")), pass(other)))).toEqual(["deployed other a"]);
  });

  test("is an advisory: what is mandatory stays, whatever its text", () => {
    const mandatory = unused("a", { enforcementLevel: "mandatory" });
    expect(mergeReports(pass(mandatory), pass()).violations).toEqual([mandatory]);
  });
});
