// The pack in its own process, as `pulumi preview --policy-pack policy` starts it, over the engine's protocol.

import { PolicySeverity, PolicyType } from "@pulumi/pulumi/proto/analyzer_pb";
import devConfig from "../../policy/dev.json";
import { packName, packVersion, rules } from "../../policy/pack";
import { Analyzer, type Diagnostic } from "./kit/analyzer";
import { propertyOf, undecidedPropertyOf, verdicts } from "./verdicts";

let analyzer: Analyzer;

const allMandatory = Object.fromEntries(rules.map((rule) => [rule.name, { level: "mandatory" as const }]));
const dev = {
  ...allMandatory,
  all: { level: "mandatory" as const },
  "region-residency": { level: "mandatory" as const, properties: { ...devConfig["region-residency"] } },
};

beforeAll(async () => {
  analyzer = await Analyzer.start();
});

afterAll(() => analyzer.stop());

function split(diagnostics: readonly Diagnostic[]) {
  const undecided = diagnostics.filter(({ message }) => undecidedPropertyOf(message) !== undefined);
  return {
    expected: diagnostics
      .filter((diagnostic) => !undecided.includes(diagnostic))
      .map(({ policy, level, message }) => [policy, level, propertyOf(message)])
      .sort(),
    undecided: undecided.map(({ policy, message }) => [policy, undecidedPropertyOf(message)]).sort(),
  };
}

test("the pack describes itself and each of its rules", async () => {
  const info = await analyzer.info();
  expect({ name: info.name, version: info.version, config: info.supportsconfig }).toEqual({
    name: packName,
    version: packVersion,
    config: true,
  });
  expect(info.policiesList.map((policy) => policy.name)).toEqual(rules.map((rule) => rule.name));
  for (const policy of info.policiesList) {
    expect(policy).toMatchObject({
      policyType: PolicyType.POLICY_TYPE_RESOURCE,
      remediationSteps: expect.stringMatching(/\.$/),
      url: expect.stringMatching(/^https:\/\/docs\.aws\.amazon\.com\//),
    });
    expect(policy.severity).not.toBe(PolicySeverity.POLICY_SEVERITY_UNSPECIFIED);
  }
  expect(info.policiesList.find((policy) => policy.name === "cloudfront-viewer-https")?.framework).toEqual({
    name: "AWS Security Hub",
    version: "FSBP 1.0.0",
    reference: "AWS Security Hub FSBP 1.0.0 CloudFront.3; PCI DSS 4.0.1 4.2.1",
    specification: "CloudFront.3: equal; 4.2.1: looser",
  });
});

test.each(verdicts.map((verdict) => [verdict.title, verdict] as const))("%s", async (_title, verdict) => {
  await analyzer.configure(dev);
  expect(split(await analyzer.analyze(verdict))).toEqual({ expected: verdict.expected, undecided: verdict.undecided });
});

test("a message has the rule's reason, then the property, what is wrong and the fix", async () => {
  await analyzer.configure(dev);
  const [diagnostic] = await analyzer.analyze({ type: "aws:sqs/queue:Queue", props: { region: "us-west-2" } });
  expect(diagnostic?.message).toBe(
    "Data must stay in the Regions that this environment allows.\nregion: is us-west-2; fix: use one of eu-central-1",
  );
});

test("a rule over the whole stack reports each resource, and what it cannot decide under the resource's name", async () => {
  await analyzer.configure(dev);
  const bucket = { type: "aws:s3/bucket:Bucket", name: "logs", props: { region: "eu-central-1" } };
  const site = {
    type: "aws:cloudfront/distribution:Distribution",
    name: "site",
    props: { viewerCertificate: { acmCertificateArn: "04da6b54-80e4-46f7-96ec-b56ff0331ba9" } },
  };
  const diagnostics = await analyzer.analyzeStack([bucket, site]);
  expect(diagnostics.map(({ policy, level, urn }) => [policy, level, urn])).toEqual([
    ["cloudfront-certificate-region", "advisory", ""],
    ["s3-block-public-access", "mandatory", "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs"],
    ["s3-tls-only", "mandatory", "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::logs"],
  ]);
  expect(undecidedPropertyOf(diagnostics[0]?.message ?? "")).toBe("site:viewerCertificate.acmCertificateArn");
});

test("levels follow the config", async () => {
  const queue = { type: "aws:sqs/queue:Queue", props: { region: "us-west-2" } };
  await analyzer.configure({ ...dev, "region-residency": { ...dev["region-residency"], level: "advisory" } });
  expect((await analyzer.analyze(queue)).map(({ level }) => level)).toEqual(["advisory"]);
  await analyzer.configure({ ...dev, "region-residency": { ...dev["region-residency"], level: "disabled" } });
  expect(await analyzer.analyze(queue)).toEqual([]);
});

test("unknown rules, keys and values in the config are one error that names them all", async () => {
  const bad = {
    ...dev,
    "s3-tls-onyl": { level: "advisory" as const },
    "cloudfront-waf": { level: "mandatory" as const, properties: { exempt: ["a"] } },
    "region-residency": { level: "mandatory" as const, properties: { allowedRegions: ["eu-central-1", "Europe"] } },
  };
  await expect(analyzer.configure(bad)).rejects.toThrow(
    [
      "policy pack config: 3 problems",
      "  cloudfront-waf.exempt: is not a parameter of this rule; known are enforcementLevel",
      '  region-residency.allowedRegions[1]: must be text such as "eu-central-1"',
      '  s3-tls-onyl: is not a rule of this pack; did you mean "s3-tls-only"?',
    ].join("\n"),
  );
});
