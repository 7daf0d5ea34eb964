import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { toPolicies } from "../../../policy/pack";
import type { Rule } from "../../../policy/rule";
import { violated } from "../../../policy/rule";
import type { Baseline } from "../../../policy/waivers/baseline";
import { writeBaseline } from "../../../policy/waivers/baseline-command";
import { readWaivers } from "../../../policy/waivers/read-waivers";
import { baselineOf } from "../../../policy/waivers/write-baseline";
import { type Example, judgeResource, judgeStack, urnOf } from "../kit/judge";

const queues = "aws:sqs/queue:Queue";
const urn = (name: string) => urnOf({ type: queues, name });

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "baseline-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(content: unknown, name = "baseline.json"): string {
  const file = path.join(folder, name);
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  return file;
}

const baseline: Baseline = {
  createdOn: "2026-11-01",
  owner: "queue-team",
  expires: "2027-01-31",
  findings: [{ policy: "queue-names", resource: urn("old"), property: "names[]" }],
};

/** Refuses every name that begins with "bad". */
const rule: Rule = {
  name: "queue-names",
  severity: "low",
  reason: "Names must be good so that nobody is led astray by one.",
  remediation: "Set names to good ones.",
  url: "https://docs.aws.amazon.com/",
  frameworks: [],
  profile: "baseline",
  types: [queues],
  *check({ properties }) {
    for (const name of properties.at("names").items)
      if (name.text?.startsWith("bad")) yield violated(name, "is bad", "be good");
  },
};

function judge(examples: readonly Example[], terms: unknown, today = "2027-01-31") {
  const [judged, , waivers] = toPolicies([rule], () => today);
  if (judged === undefined || waivers === undefined) throw new Error("no policies");
  const config = { baseline: { file: fileOf(terms) } };
  const atStart = judgeResource(waivers, { type: "pulumi:pulumi:Stack", props: {} }, config).violations;
  const found = examples.map((example) => judgeResource(judged, example));
  const atEnd = judgeStack(waivers, examples, config).advisories;
  return { atStart, found: found.map(({ violations, advisories }) => ({ violations, advisories })), atEnd };
}

const waived = (message: string) =>
  `waived until 2027-01-31 by queue-team: in the baseline of 2026-11-01\n${rule.reason}\n${message}`;

describe("a baseline", () => {
  test("waives what was there, wherever it has moved in its list, and nothing that is new", () => {
    const old = { type: queues, name: "old", props: { names: ["good", "bad 1"], tags: { name: "bad" } } };
    const fresh = { type: queues, name: "fresh", props: { names: ["bad 2"] } };
    expect(judge([old, fresh], baseline)).toEqual({
      atStart: [],
      found: [
        { violations: [], advisories: [waived("names[1]: is bad; fix: be good")] },
        { violations: ["names[0]: is bad; fix: be good"], advisories: [] },
      ],
      atEnd: [],
    });
  });

  test("holds until the end of its last day, and is a violation of its own after it", () => {
    const old = { type: queues, name: "old", props: { names: ["bad"] } };
    expect(judge([old], baseline, "2027-02-01")).toMatchObject({
      atStart: [expect.stringMatching(/^waivers\.baseline\.expires: is 2027-01-31, which has passed; fix: /)],
      found: [
        {
          violations: ['names[0]: is bad; fix: be good\nThe waiver "baseline" expired on 2027-01-31.'],
          advisories: [],
        },
      ],
    });
  });

  test("tells what it holds in vain, so that the file gets shorter", () => {
    const old = { type: queues, name: "old", props: { names: ["good"] } };
    expect(judge([old], baseline).atEnd).toEqual([
      `unused waiver "baseline": in this run no resource that "${urn("old")}" matches violates queue-names; remove it`,
    ]);
  });

  test.each<[string, unknown, string[]]>([
    ["is not there", undefined, ["cannot be read; its path is from the folder of the policy pack"]],
    ["is not JSON", "{", ["is not JSON"]],
    ["is a list", [], ["must be a JSON object"]],
    [
      "is wrong everywhere",
      { createdOn: "yesterday", owner: "a:b", expires: "2027-02-30", findings: [{ policy: "a" }, "b"] },
      [
        'createdOn: must be a day, such as "2027-01-31"',
        'expires: must be a day, such as "2027-01-31"',
        "owner: must be one line of text without brackets and colons",
        "findings[0]: must have policy, resource and property, all texts",
        "findings[1]: must have policy, resource and property, all texts",
      ],
    ],
    ["has no findings", { ...baseline, findings: undefined }, ["findings: must be a list"]],
  ])("that %s is one error with everything that is wrong", (_title, content, problems) => {
    const file = content === undefined ? path.join(folder, "none.json") : fileOf(content);
    const expected = problems.map((problem) => `baseline ${file}: ${problem}`);
    expect(() => readWaivers([rule], { baseline: { file } })).toThrow(
      expect.objectContaining({ problems: expected }) as Error,
    );
  });
});

describe("a baseline is written", () => {
  const terms = { createdOn: "2026-11-01", owner: "queue-team", expires: "2027-01-31" };
  const finding = {
    packName: "causeway",
    policyName: "queue-names",
    enforcementLevel: "mandatory",
    resourceUrn: urn("old"),
    property: "names[3]",
  };
  const report = (...violations: object[]) => ({ policy: { violations } });

  test("with each mandatory finding of the pack once, in order, of one stack or of several", () => {
    const stacks = [
      report(finding, { ...finding, property: "names[4]" }, { ...finding, resourceUrn: urn("new") }),
      report(
        { ...finding, enforcementLevel: "advisory", resourceUrn: urn("a") },
        { ...finding, packName: "other", resourceUrn: urn("b") },
        { ...finding, policyName: "waivers", resourceUrn: urn("c") },
      ),
    ];
    const findings = ["new", "old"].map((name) => ({
      policy: "queue-names",
      resource: urn(name),
      property: "names[]",
    }));
    expect(baselineOf([{ stacks }], terms)).toEqual({ ...terms, findings });
    expect(baselineOf(stacks, terms)).toEqual({ ...terms, findings });
  });

  test("to a file that is read again", () => {
    const out = path.join(folder, "written.json");
    const args = [fileOf(report(finding), "report.json"), "--owner", "queue-team", "--expires", "2027-01-31"];
    writeBaseline([...args, "--out", out], "2026-11-01", () => undefined);
    expect(JSON.parse(readFileSync(out, "utf8"))).toEqual(baseline);
    expect(readWaivers([rule], { baseline: { file: out } })).toHaveLength(1);
    const printed: string[] = [];
    writeBaseline(args, "2026-11-01", (text) => printed.push(text));
    expect(printed).toEqual([readFileSync(out, "utf8")]);
  });

  test("or refused with everything that is wrong", () => {
    const args = [fileOf("{", "broken.json"), fileOf({}, "other.json"), "--expires", "2026-10-31"];
    expect(() => writeBaseline(args, "2026-11-01", () => undefined)).toThrow(
      [
        "--owner: must be one line of text without brackets and colons",
        "--expires: is 2026-10-31, which has passed",
        `${args[0]}: is not JSON`,
        `${args[1]}: is no report of \`causeway preview --json\``,
        "usage: node policy/baseline.cjs",
      ].join("\n"),
    );
  });
});
