// Remediations, profiles and baselines of a `--policy-pack-config` file, under the real engine and in the offline preview.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { rules } from "../../policy/pack";
import { baselineOf } from "../../policy/waivers/write-baseline";
import { urnName } from "../../preview/report/urn";
import { behavior, distribution, distributionType } from "../policy/kit/distributions";
import { runOffline } from "./offline";
import { runRealPreview } from "./real-engine/run";
import { itWithEngine } from "./with-engine";

const program = path.join(__dirname, "verdicts-program");
const pack = path.resolve(__dirname, "../../policy");
const TIMEOUT_MS = 120_000;

const plain = {
  type: distributionType,
  name: "site",
  props: distribution({ defaultCacheBehavior: behavior("allow-all"), defaultRootObject: undefined }),
};
const unsigned = {
  type: "aws:cloudfront/originAccessControl:OriginAccessControl",
  name: "control",
  props: { originAccessControlOriginType: "s3", signingProtocol: "sigv4" },
};

/** What came of it, in the words of both: `<resource> <policy> <level>`, each once, and inputs by resource. */
interface Outcome {
  readonly exitCode: number;
  readonly lines: readonly string[];
  readonly inputs: Readonly<Record<string, Record<string, unknown>>>;
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "policy-config-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, content: unknown): string {
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify(content));
  return file;
}

const unique = (lines: readonly string[]): string[] => [...new Set(lines)].sort();

async function offlinePlan(resources: readonly object[], config: unknown) {
  const { exitCode, plan } = await runOffline(program, "dev", {
    policyPacks: [pack],
    policyPackConfigs: [write("offline.json", config)],
    failOn: "mandatory",
    env: { VERDICTS_FILE: write("resources.json", resources) },
  });
  if (plan === undefined) throw new Error("the offline preview gave no plan");
  return { exitCode, plan };
}

async function offline(resources: readonly object[], config: unknown): Promise<Outcome> {
  const { exitCode, plan } = await offlinePlan(resources, config);
  const found = [
    ...plan.policy.violations,
    ...plan.policy.waived.map((entry) => ({ ...entry, enforcementLevel: "advisory" })),
  ].filter(({ phase }) => phase === "preview");
  const lines = found.map((one) => `${urnName(one.resourceUrn)} ${one.policyName} ${one.enforcementLevel}`);
  const inputs = plan.steps.map(({ urn, newState }) => [urnName(urn), newState.inputs]);
  return { exitCode, lines: unique(lines), inputs: Object.fromEntries(inputs) };
}

async function engine(resources: readonly object[], config: unknown): Promise<Outcome> {
  const { exitCode, policyEvents, steps } = await runRealPreview(program, "dev", {
    policyPacks: [{ dir: pack, config: write("engine.json", config) }],
    env: { VERDICTS_FILE: write("resources.json", resources) },
  });
  const lines = policyEvents
    .filter(({ message }) => !message.includes("can't be known during preview"))
    .map((one) => `${urnName(one.resourceUrn ?? "")} ${one.policyName} ${one.enforcementLevel}`);
  const inputs = steps.map(({ urn, newState }) => [urnName(urn), newState?.inputs]);
  return { exitCode, lines: unique(lines), inputs: Object.fromEntries(inputs) };
}

const both: [string, typeof offline, jest.It][] = [
  ["in the offline preview", offline, it],
  ["under the real engine", engine, itWithEngine],
];

describe.each(both)("%s", (_where, run, itThere) => {
  itThere(
    "what is asked to be remediated is, and is no violation then",
    async () => {
      const config = {
        all: "disabled",
        "cloudfront-viewer-https": "remediate",
        "cloudfront-oac-signs-always": "remediate",
      };
      const { exitCode, lines, inputs } = await run([plain, unsigned], config);
      expect({ exitCode, lines }).toEqual({ exitCode: 0, lines: [] });
      expect(inputs.site).toMatchObject({ defaultCacheBehavior: { viewerProtocolPolicy: "redirect-to-https" } });
      expect(inputs.control).toMatchObject({ signingBehavior: "always", signingProtocol: "sigv4" });
    },
    TIMEOUT_MS,
  );

  itThere(
    "without being asked nothing is changed",
    async () => {
      const config = { all: "disabled", "cloudfront-viewer-https": "mandatory" };
      const { lines, inputs } = await run([plain], config);
      expect(lines).toEqual(["site cloudfront-viewer-https mandatory"]);
      expect(inputs.site).toMatchObject({ defaultCacheBehavior: { viewerProtocolPolicy: "allow-all" } });
    },
    TIMEOUT_MS,
  );

  itThere(
    "a profile sets which rules there are, and the config adds one that it leaves out",
    async () => {
      const config = { all: "mandatory", profile: { name: "baseline", also: ["cloudfront-default-root-object"] } };
      const { lines } = await run([plain], config);
      expect(lines).toContain("site cloudfront-viewer-https mandatory");
      expect(lines).toContain("site cloudfront-default-root-object mandatory");
      const strict = rules.flatMap(({ name, profile }) => (profile === "strict" ? name : []));
      const ofStrict = lines.filter((line) => strict.includes(line.split(" ")[1] ?? ""));
      expect(ofStrict).toEqual(["site cloudfront-default-root-object mandatory"]);
    },
    TIMEOUT_MS,
  );

  itThere(
    "a baseline that was written from a report lets through what was there, and nothing new",
    async () => {
      const config = {
        all: "disabled",
        "cloudfront-viewer-https": "mandatory",
        "cloudfront-oac-signs-always": "mandatory",
      };
      const { plan } = await offlinePlan([plain], config);
      const terms = { createdOn: "2026-11-25", owner: "web-team", expires: "2999-12-31" };
      const file = write("baseline.json", baselineOf([plan], terms));
      const waived = { ...config, waivers: { enforcementLevel: "mandatory", baseline: { file } } };
      expect(await run([plain], waived)).toMatchObject({
        exitCode: 0,
        lines: ["site cloudfront-viewer-https advisory"],
      });
      const { exitCode, lines } = await run([plain, unsigned], waived);
      expect(exitCode).not.toBe(0);
      expect(lines).toEqual(["control cloudfront-oac-signs-always mandatory", "site cloudfront-viewer-https advisory"]);
    },
    TIMEOUT_MS,
  );
});
