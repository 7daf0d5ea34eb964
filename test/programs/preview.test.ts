// The programs through the command that users run, with the policy pack: clean as they are, refused when a setting is broken.

import { spawnSync } from "node:child_process";
import path from "node:path";
import { rules } from "../../policy/pack";
import type { StackPlan } from "../../preview/plan/plan";

const root = path.resolve(__dirname, "../..");
const broken = path.join(__dirname, "fixtures/broken");

function preview(...args: string[]) {
  const command = ["bin/causeway.cjs", "preview", "--policy-pack", "policy", "--quiet", ...args];
  const run = spawnSync(process.execPath, command, {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { exitCode: run.status, stdout: run.stdout, report: `${run.stdout}${run.stderr}` };
}

/** What the config of an environment lets pass until a day, each with a reason. None of it is in the profile `baseline`. */
const WAIVED = {
  dev: [
    "logs-customer-key",
    "provider-allowed-accounts",
    "provider-default-tags",
    "s3-access-logging",
    "s3-customer-key",
  ],
  prod: [
    "apigateway-execution-log",
    "ecr-customer-key",
    "ecr-lifecycle",
    "lb-access-log",
    "lb-target-https",
    "logs-customer-key",
    "provider-allowed-accounts",
    "provider-default-tags",
    "s3-access-logging",
  ],
};

test.each(Object.entries(WAIVED))(
  "%s previews without a violation, with unknown values and with stand-ins for them",
  (stack, waived) => {
    const { exitCode, stdout } = preview("--stack", stack, "--json", "-");
    expect(exitCode).toBe(0);
    const { result, policy, diagnostics }: StackPlan = JSON.parse(stdout);
    expect({ result, diagnostics }).toEqual({ result: "succeeded", diagnostics: [] });
    expect(policy.violations).toEqual([]);
    expect([...new Set(policy.waived.map(({ policyName }) => policyName))].sort()).toEqual(waived);
    const baseline = rules.flatMap(({ name, profile }) => (profile === "baseline" ? name : []));
    expect(waived.filter((name) => baseline.includes(name))).toEqual([]);
    // The second pass knows every value that a rule asks for.
    expect(policy.undecided.filter(({ phase }) => phase !== "preview")).toEqual([]);
    expect(policy.undecided.length).toBeGreaterThan(0);
  },
);

test.each([
  {
    setting: "viewers over HTTP",
    args: ["--cwd", broken, "--stack", "http-viewer", "--policy-pack-config", "policy/dev.json"],
    policy: "cloudfront-viewer-https",
    resource: "storefront-distribution",
    reason: "Viewers must reach every CloudFront cache behavior over HTTPS",
    finding:
      'defaultCacheBehavior.viewerProtocolPolicy: is "allow-all"; fix: set it to "redirect-to-https" or "https-only"',
  },
  {
    setting: "an origin access identity",
    args: ["--cwd", broken, "--stack", "origin-access-identity", "--policy-pack-config", "policy/dev.json"],
    policy: "cloudfront-s3-origin-oac",
    resource: "storefront-distribution",
    reason:
      "CloudFront must sign its requests to S3 with an origin access control, never with an origin access identity",
    finding:
      "origins[0].s3OriginConfig.originAccessIdentity: names an origin access identity; fix: leave s3OriginConfig out",
  },
  {
    setting: "a Region outside the set",
    args: ["--stack", "dev", "--config", "aws:region=us-west-2"],
    policy: "region-residency",
    resource: "storefront-bucket",
    reason: "Data must stay in the Regions that this environment allows",
    finding: "region: is us-west-2; fix: use one of eu-central-1",
  },
])("$setting: exit 2, with resource, property, reason and fix", ({ args, policy, resource, reason, finding }) => {
  const { exitCode, report } = preview(...args);
  expect(exitCode).toBe(2);
  for (const part of [`✖ ${policy}`, resource, reason, finding]) {
    expect(report).toContain(part);
  }
});
