import type { PolicyViolation, StackPlan, Step } from "../../../preview/plan/plan";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const PLAINTEXT = "hunter2-plaintext";
export const secret = {
  [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270",
  value: PLAINTEXT,
  plaintext: JSON.stringify(PLAINTEXT),
};
export const secretOutput = { [SIGNATURE]: "d0e6a833031e9bbcd3f4e8bde6ca49a4", secret: true, value: PLAINTEXT };
export const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

export function urn(types: string, name: string): string {
  return `urn:pulumi:dev::shop::${types}::${name}`;
}

export const stackUrn = urn("pulumi:pulumi:Stack", "shop-dev");
export const siteUrn = urn("causeway:index:EdgeFrontDoor", "site");
export const bucketUrn = urn("causeway:index:EdgeFrontDoor$aws:s3/bucket:Bucket", "site-bucket");
export const vpcUrn = urn("awsx:ec2:Vpc", "net");

export function step(stepUrn: string, extra: Partial<Step["newState"]> = {}, op: Step["op"] = "create"): Step {
  const type = stepUrn.split("::")[2]?.split("$").at(-1) ?? "";
  const custom = type.startsWith("aws:") || type.startsWith("pulumi:providers:");
  return { op, urn: stepUrn, newState: { urn: stepUrn, type, custom, parent: stackUrn, inputs: {}, ...extra } };
}

export const violation: PolicyViolation = {
  phase: "preview",
  policyName: "s3-tls-only",
  packName: "security",
  packVersion: "1.2.0",
  enforcementLevel: "mandatory",
  severity: "high",
  resourceUrn: bucketUrn,
  message: "Buckets refuse plain HTTP.\npolicy: has no Deny for aws:SecureTransport",
  description: "Buckets refuse plain HTTP.",
  property: "policy",
  url: "https://example.com/tls",
  remediationSteps: "Add a Deny statement.",
};

/** A small plan with one of everything the reports know. */
export function samplePlan(overrides: Partial<StackPlan> = {}): StackPlan {
  return {
    schemaVersion: 1,
    mode: "offline",
    organization: "organization",
    project: "shop",
    stack: "dev",
    result: "succeeded",
    config: { "aws:region": "eu-west-1", "shop:token": "[secret]" },
    steps: [
      {
        op: "create",
        urn: stackUrn,
        newState: { urn: stackUrn, type: "pulumi:pulumi:Stack", custom: false, inputs: {} },
      },
      step(urn("pulumi:providers:aws", "default_7_48_0")),
      step(siteUrn),
      step(bucketUrn, {
        parent: siteUrn,
        protect: true,
        inputs: { password: secret, nested: [{ key: secretOutput }] },
      }),
      step(vpcUrn),
      step(urn("aws:route53/zone:Zone", "zone"), {}, "read"),
      step(urn("aws:sqs/queue:Queue", "jobs"), {}, "import"),
    ],
    outputs: {
      url: "https://shop.example.com",
      token: secret,
      password: secretOutput,
      site: { id: unknown, list: [1, "a"] },
    },
    deployedOutputs: { token: secret, site: { id: "E123", secrets: [secretOutput] } },
    diagnostics: [
      { severity: "info", message: "hello\nworld", urn: siteUrn },
      { severity: "debug", message: "quiet" },
      { severity: "warning", message: "deprecated" },
    ],
    changeSummary: { create: 5, read: 1, import: 1 },
    policy: {
      packs: [{ name: "security", version: "1.2.0", dir: "policy", policies: 9, enabled: 8 }],
      violations: [
        {
          ...violation,
          policyName: "tagged",
          enforcementLevel: "advisory",
          resourceUrn: siteUrn,
          message: "no owner tag",
          property: undefined,
          description: undefined,
          url: undefined,
          remediationSteps: undefined,
          severity: undefined,
          phase: "deployed",
        },
        violation,
        { ...violation, phase: "deployed" },
      ],
      undecided: [
        { phase: "preview", policyName: "waf", packName: "security", resourceUrn: siteUrn, property: "webAclId" },
        { phase: "deployed", policyName: "waf", packName: "security", resourceUrn: siteUrn, property: "webAclId" },
        { phase: "preview", policyName: "oac", packName: "security", resourceUrn: siteUrn, property: "origins" },
      ],
      waived: [
        {
          ...violation,
          policyName: "kms",
          reason: "public data",
          owner: "sam",
          ticket: "OPS-1",
          expires: "2027-01-31",
        },
      ],
      evaluated: 12,
    },
    unresolvedStacks: [],
    createdInApply: [
      { urn: urn("aws:s3/bucketObject:BucketObject", "late"), type: "aws:s3/bucketObject:BucketObject" },
    ],
    notExpanded: [{ urn: vpcUrn, type: "awsx:ec2:Vpc" }],
    notChecked: [
      { what: "remote components", detail: "their children are unknown", items: [vpcUrn] },
      { what: "existing state", detail: "every resource is shown as created" },
    ],
    ...overrides,
  };
}
