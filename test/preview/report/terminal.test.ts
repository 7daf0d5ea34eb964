import { plain } from "../../../preview/report/paint";
import { renderReport, type TerminalOptions } from "../../../preview/report/terminal";
import { bucketUrn, PLAINTEXT, samplePlan, siteUrn, step, urn, violation } from "./sample-plan";

const options: TerminalOptions = {
  paint: plain,
  columns: Number.POSITIVE_INFINITY,
  quiet: false,
  verbose: false,
  isFailing: (plan) =>
    plan.result === "failed" || plan.policy.violations.some((v) => v.enforcementLevel === "mandatory"),
};

test("a plan with one of everything reads like this", () => {
  expect(
    renderReport([samplePlan()], options),
  ).toBe(`✖ dev  5 to create · 1 to read · 1 to import · 1 only when deployed · 1 mandatory · 1 advisory · 1 undecided

  + site           causeway:index:EdgeFrontDoor
  + └ site-bucket  aws:s3:Bucket  protected
  + net            awsx:ec2:Vpc  not expanded
  > zone           aws:route53:Zone  read
  = jobs           aws:sqs:Queue  import
  created inside an apply, so \`pulumi preview\` cannot show them:
  + late  aws:s3:BucketObject

policy  security 1.2.0 (8 of 9 policies); 12 resources judged in two passes
  ✖ s3-tls-only  mandatory, high
    Buckets refuse plain HTTP.
    site-bucket  aws:s3:Bucket
      policy: has no Deny for aws:SecureTransport
      fix: Add a Deny statement.
      see: https://example.com/tls
  ! tagged  advisory
    site  causeway:index:EdgeFrontDoor  \`pulumi up\` only: unknown in a preview
      no owner tag
  ? 1 undecided, the value is unknown: waf
  · 1 unknown to \`pulumi preview\`, decided with stand-ins: oac
  - waived until 2027-01-31 by sam (OPS-1): kms on site-bucket: public data

outputs
  url        https://shop.example.com
  token      [secret]
  password   [secret]
  site.id    [unknown until deployed]
  site.list  [1, "a"]

config
  aws:region  eu-west-1
  shop:token  [secret]

  warning: deprecated
  info: site: hello
    world

not checked: remote components (net); existing state
`);
});

test("several stacks: all verdicts first, then each stack under its name", () => {
  const clean = samplePlan({
    stack: "production",
    steps: [],
    outputs: {},
    config: {},
    diagnostics: [],
    createdInApply: [],
    changeSummary: {},
    policy: { packs: [], violations: [], undecided: [], waived: [], evaluated: 0 },
    notChecked: [],
  });
  const lines = renderReport([samplePlan(), clean], options).split("\n");
  expect(lines[0]).toMatch(/^✖ dev {9}5 to create/);
  expect(lines[1]).toBe("✔ production  0 to create · no policies");
  expect(lines.indexOf("── shop/dev ──")).toBe(3);
  expect(lines.slice(-4)).toEqual([
    "",
    "── shop/production ──",
    "not checked: policies, as no --policy-pack is given",
    "",
  ]);
});

test("a failed program shows its error before anything else", () => {
  const plan = samplePlan({
    result: "failed",
    diagnostics: [
      { severity: "info", message: "before" },
      { severity: "error", message: "boom\n  at index.ts:3" },
    ],
  });
  expect(renderReport([plan], options).split("\n").slice(0, 5)).toEqual([
    "✖ dev  failed · 5 to create · 1 to read · 1 to import · 1 only when deployed · 1 mandatory · 1 advisory · 2 undecided",
    "",
    "  error: boom",
    "      at index.ts:3",
    "  info: before",
  ]);
});

test("quiet keeps verdict, errors and violations", () => {
  const text = renderReport([samplePlan()], { ...options, quiet: true });
  expect(text).toContain("s3-tls-only  mandatory, high");
  expect(text).not.toContain("causeway:index:EdgeFrontDoor\n  + ");
  expect(text).not.toMatch(/outputs|config|warning|not checked/);
});

test("verbose adds debug messages, what was undecided where, and why something is not checked", () => {
  const text = renderReport([samplePlan()], { ...options, verbose: true });
  expect(text).toContain("  debug: quiet\n");
  expect(text).toContain("      waf: site.webAclId (deployed)\n");
  expect(text).toContain("      oac: site.origins (preview)\n");
  expect(text).toContain(
    "not checked:\n  remote components: their children are unknown (net)\n  existing state: every resource is shown as created\n",
  );
});

test("nothing counts as decided with stand-ins where the deployed pass failed", () => {
  const text = renderReport([samplePlan({ result: "failed" })], options);
  expect(text).toContain("· 2 undecided");
  expect(text).not.toContain("decided with stand-ins");
});

test("a stack without violations says so, whatever a preview could not decide", () => {
  const text = renderReport([samplePlan({ policy: { ...samplePlan().policy, violations: [] } })], options);
  expect(text).toContain("judged in two passes\n  no violations\n  ? 1 undecided");
});

test("no report prints the plaintext of a secret", () => {
  for (const verbose of [false, true]) {
    expect(renderReport([samplePlan()], { ...options, verbose })).not.toContain(PLAINTEXT);
  }
});

test("a terminal's width cuts names and types and wraps messages, never in the middle of a number", () => {
  const long = "x".repeat(200);
  const plan = samplePlan({
    steps: [step(urn("aws:s3/bucket:Bucket", long))],
    policy: { ...samplePlan().policy, violations: [{ ...violation, message: `value ${"word ".repeat(30)}12345` }] },
  });
  const lines = renderReport([plan], { ...options, columns: 80 }).split("\n");
  const [verdict = "", ...rest] = lines;
  expect(verdict).toContain("5 to create");
  for (const line of rest.filter((text) => !/not checked|judged/.test(text)))
    expect([...line].length).toBeLessThanOrEqual(80);
  expect(rest.join("\n")).toContain("12345");
});

test("more than 200 resources are summed up by component and by type, and --verbose shows all", () => {
  const steps = [
    step(siteUrn),
    step(bucketUrn, { parent: siteUrn }),
    ...Array.from({ length: 300 }, (_, index) => step(urn("aws:sqs/queue:Queue", `q${index}`))),
  ];
  const plan = samplePlan({ steps, createdInApply: [] });
  const tree = renderReport([plan], options).split("\n").slice(2, 6);
  expect(tree).toEqual([
    "  + site   causeway:index:EdgeFrontDoor  2 resources",
    "  + 300 ×  aws:sqs:Queue",
    "    302 resources in all; --verbose shows each",
    "",
  ]);
  expect(renderReport([plan], { ...options, verbose: true })).toContain("  + q299");
});

test("a chain of 20,000 parents does not exhaust the stack", () => {
  const chain = Array.from({ length: 20_000 }, (_, index) => urn("x:y:Z", `n${index}`));
  const steps = chain.map((own, index) => step(own, { parent: chain[index - 1] }));
  expect(renderReport([samplePlan({ steps })], options)).toContain("20000 resources");
});

test("names and messages of the program cannot drive the terminal", () => {
  const evil = "a\u001b[2Jb\u0007c\u202ed\u200be\u2028f\r\ng";
  const plan = samplePlan({
    steps: [step(urn("aws:s3/bucket:Bucket", evil))],
    outputs: { [evil]: evil },
    config: { "shop:x": evil },
    diagnostics: [{ severity: "error", message: `\u001b[31mred\u001b[0m ${evil}`, urn: urn("a:b:C", evil) }],
    policy: { ...samplePlan().policy, violations: [{ ...violation, message: evil, resourceUrn: urn("a:b:C", evil) }] },
    notChecked: [{ what: evil, items: [evil] }],
  });
  const text = renderReport([plan], options);
  expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
  expect(text).toContain("a\\x1b[2Jb\\x07c\\u{202e}d\\u{200b}e\\u{2028}f\\ng");
  expect(text).toContain("red a\\x1b[2Jb");
});
