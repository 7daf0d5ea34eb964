import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isTypeOrTwin, withTwins } from "../../policy/aws/type-twins";
import { rulesMarkdown } from "../../policy/generate/rules-markdown";
import { generateTypeTables } from "../../policy/generate/type-tables";
import { rules } from "../../policy/pack";

const pack = path.join(__dirname, "../../policy");

test.each(rules.map((rule) => [rule.name, rule] as const))(
  "%s says what it wants, why, how, and where to read on",
  (_name, rule) => {
    expect(rule.name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)+$/);
    expect(rule.reason).toMatch(/^[A-Z].{30,200}\.$/);
    expect(rule.remediation).toMatch(/^[A-Z].*\.$/);
    expect(rule.url).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//);
    expect(rule.check !== undefined || rule.join !== undefined).toBe(true);
    expect(new Set(rule.frameworks.map(({ framework, version, id }) => `${framework} ${version} ${id}`)).size).toBe(
      rule.frameworks.length,
    );
    for (const mapping of rule.frameworks) expect(mapping.readOn).toMatch(/^\d{4}-\d\d-\d\d$/);
  },
);

test("no two rules have one name", () => {
  expect(new Set(rules.map(({ name }) => name)).size).toBe(rules.length);
});

test("RULES.md is what the rules say", () => {
  // If this fails: node policy/generate/main.cjs
  expect(readFileSync(path.join(pack, "RULES.md"), "utf8")).toBe(rulesMarkdown(rules));
});

test("the type tables are those of the installed SDK", () => {
  const tables = generateTypeTables(path.dirname(require.resolve("@pulumi/aws/package.json")));
  for (const [file, content] of Object.entries(tables)) {
    // If this fails: node policy/generate/main.cjs
    expect(readFileSync(path.join(pack, "aws", file), "utf8")).toBe(content);
  }
});

test("twins include the names that the SDK itself does not call aliases", () => {
  expect(withTwins("aws:lb/listener:Listener")).toEqual([
    "aws:alb/listener:Listener",
    "aws:applicationloadbalancing/listener:Listener",
    "aws:elasticloadbalancingv2/listener:Listener",
    "aws:lb/listener:Listener",
  ]);
  expect(withTwins("aws:s3/bucket:Bucket")).toEqual(["aws:s3/bucket:Bucket", "aws:s3/bucketV2:BucketV2"]);
  expect(withTwins("aws:sqs/queue:Queue")).toEqual(["aws:sqs/queue:Queue"]);
  expect(isTypeOrTwin("aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket")).toBe(true);
  expect(isTypeOrTwin("aws:s3/bucketPolicy:BucketPolicy", "aws:s3/bucket:Bucket")).toBe(false);
});

test("nothing that runs in the pack loads @pulumi/aws", () => {
  const sources = readdirSync(pack, { recursive: true, encoding: "utf8" }).filter((file) => /\.(ts|cjs)$/.test(file));
  const loading = sources.filter((file) =>
    /(from|require\()\s*["']@pulumi\/aws/.test(readFileSync(path.join(pack, file), "utf8")),
  );
  expect(loading).toEqual([]);
});
