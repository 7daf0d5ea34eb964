// Who may do what by the documents and rules that front doors write, whatever their arguments.

import * as pulumi from "@pulumi/pulumi";
import { EdgeFrontDoor } from "../../../components";
import { listed, policyStatements, trustStatements } from "../policy-documents";
import { type RecordedResource, recordStack } from "../record-stack";
import { VARIANTS } from "./variants";

const ROOT = "arn:aws:iam::123456789012:root";

beforeAll(() => {
  // Legacy logs are warned of: telemetry/legacy-logs.test.ts looks at that.
  jest.spyOn(pulumi.log, "warn").mockResolvedValue();
});

describe.each(Object.entries(VARIANTS))("%s", (_title, variant) => {
  let resources: readonly RecordedResource[];

  beforeAll(async () => {
    ({ resources } = await recordStack(() => new EdgeFrontDoor("site", variant())));
  });

  test("opens nothing to the whole internet", () => {
    expect(JSON.stringify(resources.map(({ inputs }) => inputs))).not.toMatch(/0\.0\.0\.0\/0|::\/0/);
    for (const { name, inputs } of resources.filter(({ type }) => type.endsWith(":SecurityGroupIngressRule"))) {
      const source = inputs.prefixListId ?? inputs.referencedSecurityGroupId;
      expect([name, source, inputs.cidrIpv4, inputs.cidrIpv6]).toEqual([
        name,
        expect.any(String),
        undefined,
        undefined,
      ]);
    }
  });

  test("allows no action by a wildcard, but for the account's administration of its key", () => {
    const wild = policyStatements(resources).filter(
      ({ Effect, Action }) =>
        Effect === "Allow" && listed(Action).some((action) => /^(\*|[a-z0-9-]+:\*)$/.test(action)),
    );
    for (const { of, Action, Principal } of wild) {
      expect([of, Action, Principal]).toEqual(["site-key-policy", "kms:*", { AWS: ROOT }]);
    }
  });

  test("lets in services for its own distributions and log deliveries only, and nobody at large", () => {
    const allowed = policyStatements(resources).filter(({ Effect, Principal }) => Effect === "Allow" && Principal);
    for (const { of, Principal, Condition } of allowed) {
      const service = typeof Principal === "object" ? Principal.Service : undefined;
      const account = typeof Principal === "object" ? Principal.AWS : undefined;
      const source = Condition?.StringEquals?.["AWS:SourceArn"] ?? Condition?.ArnLike?.["aws:SourceArn"];
      if (service === undefined) {
        expect([of, account]).toEqual([
          of,
          expect.stringMatching(/^arn:aws:iam::(123456789012:root|cloudfront:user\/.+)$/),
        ]);
      } else {
        expect([of, service, source]).toEqual([
          of,
          expect.stringMatching(/^(cloudfront|delivery\.logs)\.amazonaws\.com$/),
          expect.anything(),
        ]);
      }
    }
    for (const { name, inputs } of resources.filter(({ type }) => type === "aws:lambda/permission:Permission")) {
      expect([name, inputs.principal, inputs.sourceArn]).toEqual([
        name,
        "cloudfront.amazonaws.com",
        expect.stringMatching(/:distribution\/ESITE/),
      ]);
    }
  });

  test("has roles that named services take on, and nobody else", () => {
    const roles = resources.filter(({ type }) => type === "aws:iam/role:Role");
    const trust = trustStatements(resources);
    expect(trust.map(({ of }) => of)).toEqual(roles.map(({ name }) => name));
    for (const { of, Effect, Action, Principal } of trust) {
      expect([of, Effect, Action, Principal]).toEqual([of, "Allow", "sts:AssumeRole", { Service: expect.anything() }]);
      for (const service of typeof Principal === "object" ? listed(Principal.Service) : []) {
        expect(service).toMatch(/^[a-z]+\.amazonaws\.com$/);
      }
    }
  });
});
