import type { Policy } from "@pulumi/policy";
import type { JudgedResource } from "../../../preview/engine/deployment/world";
import type { PropertyMap } from "../../../preview/plan/plan";
import { PackJudges } from "../../../preview/policy/judges";
import { type LoadedPack, loadPack } from "../../../preview/policy/load-pack";
import { temporaryFolder } from "../project/temporary-project";

export const manifests = {
  "PulumiPolicy.yaml": "runtime: nodejs\n",
  "package.json": '{ "name": "rules", "version": "1.2.3" }',
};

export function packFolder(files: Record<string, string>): string {
  return temporaryFolder({ ...manifests, ...files }, true);
}

/** A pack of policies that a test defines. */
export function packOf(policies: Policy[], config: Record<string, unknown> = {}): LoadedPack {
  const dir = packFolder({
    "index.js": 'const { PolicyPack } = require("@pulumi/policy"); new PolicyPack("rules", { policies: [] });',
  });
  const { config: levels, ...pack } = loadPack({ dir, config });
  return { ...pack, config: levels, policies };
}

export function judgesOf(policies: Policy[], config?: Record<string, unknown>): PackJudges {
  return new PackJudges([packOf(policies, config)], "preview");
}

export function resource(properties: PropertyMap = {}, more: Partial<JudgedResource> = {}): JudgedResource {
  const { type = "aws:s3/bucket:Bucket", name = "site" } = more;
  return {
    type,
    name,
    urn: `urn:pulumi:dev::p::${type}::${name}`,
    properties,
    dependencies: [],
    propertyDependencies: {},
    options: {
      protect: false,
      ignoreChanges: [],
      aliases: [],
      customTimeouts: { create: 0, update: 0, delete: 0 },
      additionalSecretOutputs: [],
    },
    ...more,
  };
}

/** What was said of one resource. */
export async function judge(policies: Policy[], judged: JudgedResource = resource(), config?: Record<string, unknown>) {
  const judges = judgesOf(policies, config);
  await judges.analyze(judged);
  return { ...judges.result(), failures: judges.failures };
}
