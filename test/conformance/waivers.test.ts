// Waivers of a `--policy-pack-config` file, under the real engine and in the offline preview: the same findings are waived, have expired
// or are unused, and the exit codes follow.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { urnName } from "../../preview/report/urn";
import { terms } from "../policy/kit/waivers";
import { unjudged } from "../policy/verdicts";
import { runOffline } from "./offline";
import type { RealResult } from "./real-engine/result";
import { runRealPreview, runRealUp } from "./real-engine/run";
import { itWithEngine } from "./with-engine";

const program = path.join(__dirname, "verdicts-program");
const pack = path.resolve(__dirname, "../../policy");
const TIMEOUT_MS = 120_000;

const resources = [
  {
    type: "aws:cloudfront/originAccessIdentity:OriginAccessIdentity",
    name: "identity",
    props: { comment: "site" },
  },
  { type: "aws:s3/bucket:Bucket", name: "logs", props: { region: "eu-central-1" } },
];

const far = "2999-12-31";
const past = "2001-01-31";

/** Everything that dev finds in the two resources, waived: by name, by URN and, over the whole stack, by wildcard. */
const sound = {
  identity: terms({ policy: "cloudfront-no-oai", resource: "identity", expires: far }),
  access: terms({ policy: "s3-block-public-access", resource: "urn:pulumi:dev::verdicts::*::logs", expires: far }),
  tls: terms({ policy: "s3-tls-only", resource: "lo*", expires: far, ticket: undefined }),
};
const unused = { gone: terms({ policy: "s3-tls-only", resource: "gone", expires: far }) };
const expired = { identity: { ...sound.identity, expires: past } };

/** Resource, policy, level and the line of the message that tells of the waiver. */
type Line = readonly [resource: string, policy: string, level: string, line: string];

const waivedLines: Line[] = [
  ["identity", "cloudfront-no-oai", "waived until 2999-12-31 by edge-team (OPS-123): the firewall is being moved"],
  ["logs", "s3-block-public-access", "waived until 2999-12-31 by edge-team (OPS-123): the firewall is being moved"],
  ["logs", "s3-tls-only", "waived until 2999-12-31 by edge-team: the firewall is being moved"],
].map(([resource = "", policy = "", line = ""]) => [resource, policy, "advisory", line]);
const unusedLine: Line = [
  "verdicts-dev",
  "waivers",
  "advisory",
  'unused waiver "gone": in this run no resource that "gone" matches violates s3-tls-only; remove it',
];
const expiredLines: Line[] = [
  ["identity", "cloudfront-no-oai", "mandatory", 'The waiver "identity" expired on 2001-01-31.'],
  [
    "verdicts-dev",
    "waivers",
    "mandatory",
    "waivers.identity.expires: is 2001-01-31, which has passed; fix: remove it, or agree on a later day with edge-team (OPS-123)",
  ],
];

const stillWaived = waivedLines.filter(([resource]) => resource === "logs");

let folder: string;
let env: Record<string, string>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "waivers-"));
  const file = path.join(folder, "resources.json");
  writeFileSync(file, JSON.stringify(resources));
  env = { VERDICTS_FILE: file };
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function configFile(name: string, waivers: Record<string, unknown>): string {
  const file = path.join(folder, `${name}.json`);
  const disabled = Object.fromEntries(unjudged.map((rule) => [rule, "disabled"]));
  const residency = { allowedRegions: ["eu-central-1"] };
  writeFileSync(file, JSON.stringify({ all: "mandatory", ...disabled, "region-residency": residency, waivers }));
  return file;
}

function lineOf(message: string): string {
  return message.split("\n").findLast((line) => /waive/.test(line)) ?? message;
}

function linesOf({ policyEvents }: RealResult): Line[] {
  return policyEvents
    .map(({ resourceUrn = "", policyName, enforcementLevel, message }): Line => {
      return [urnName(resourceUrn), policyName, enforcementLevel, lineOf(message)];
    })
    .sort();
}

const engine = (run: typeof runRealPreview, config: string) =>
  run(program, "dev", { policyPacks: [{ dir: pack, config }], env });

async function offline(config: string) {
  const { exitCode, plan, stderr } = await runOffline(program, "dev", {
    policyPacks: [pack],
    policyPackConfigs: [config],
    failOn: "mandatory",
    env,
  });
  const ofPreview = <Found extends { phase: string }>(found: readonly Found[] = []) =>
    found.filter(({ phase }) => phase === "preview");
  return {
    exitCode,
    stderr,
    violations: ofPreview(plan?.policy.violations)
      .map(({ resourceUrn, policyName, enforcementLevel, message }): Line => {
        return [urnName(resourceUrn), policyName, enforcementLevel, lineOf(message)];
      })
      .sort(),
    waived: ofPreview(plan?.policy.waived)
      .map(({ resourceUrn, policyName, enforcementLevel, expires, owner, ticket, reason }): Line => {
        const by = ticket === undefined ? owner : `${owner} (${ticket})`;
        return [urnName(resourceUrn), policyName, enforcementLevel, `waived until ${expires} by ${by}: ${reason}`];
      })
      .sort(),
  };
}

describe("waivers that hold, and one that is not needed", () => {
  it(
    "let the offline preview pass, with the findings apart from the violations",
    async () => {
      const { exitCode, violations, waived } = await offline(configFile("sound", { ...sound, ...unused }));
      expect({ exitCode, violations, waived }).toEqual({ exitCode: 0, violations: [unusedLine], waived: waivedLines });
    },
    TIMEOUT_MS,
  );

  itWithEngine.each([
    ["preview", runRealPreview],
    ["up", runRealUp],
  ] as const)(
    "let `pulumi %s` pass, with the findings as advisories",
    async (_verb, run) => {
      const result = await engine(run, configFile("sound", { ...sound, ...unused }));
      expect(linesOf(result)).toEqual([...waivedLines, unusedLine].sort());
      expect(result.exitCode).toBe(0);
    },
    TIMEOUT_MS,
  );
});

describe("an expired waiver", () => {
  it(
    "fails the offline preview",
    async () => {
      const { exitCode, violations, waived } = await offline(configFile("expired", { ...sound, ...expired }));
      expect({ exitCode, violations, waived }).toEqual({
        exitCode: 2,
        violations: expiredLines,
        waived: stillWaived,
      });
    },
    TIMEOUT_MS,
  );

  itWithEngine(
    "fails `pulumi preview`",
    async () => {
      const result = await engine(runRealPreview, configFile("expired", { ...sound, ...expired }));
      expect(linesOf(result)).toEqual([...expiredLines, ...stillWaived].sort());
      expect(result.exitCode).not.toBe(0);
    },
    TIMEOUT_MS,
  );
});

describe("waivers that are wrong", () => {
  const wrong = { identity: { ...sound.identity, expires: "soon", owner: undefined }, "Old id": sound.tls };

  it(
    "stop the offline preview before it starts, with the file, the keys and every problem",
    async () => {
      const file = configFile("wrong", wrong);
      const { exitCode, stderr } = await offline(file);
      expect(exitCode).toBe(1);
      for (const part of ["wrong.json", "waivers.identity", "owner", "waivers.identity.expires", "Old id"])
        expect(stderr).toContain(part);
    },
    TIMEOUT_MS,
  );

  itWithEngine(
    "stop `pulumi preview` with every problem",
    async () => {
      const result = await engine(runRealPreview, configFile("wrong", wrong));
      for (const problem of [
        'waivers["Old id"]: is no id; use at most 64 lower-case letters, digits and hyphens',
        "waivers.identity.owner: is missing; it must be one line of text",
        'waivers.identity.expires: must be a day, such as "2027-01-31"',
      ])
        expect(result.stderr).toContain(problem);
      expect(result.policyEvents).toEqual([]);
      expect(result.exitCode).not.toBe(0);
    },
    TIMEOUT_MS,
  );
});
