// The phases between an origin access identity and origin access control, before the policy pack: each violates it while an identity is
// there, and is let pass by waivers that end. In both passes of the offline preview, through the command that users run.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { urnName } from "../../preview/report/urn";
import { runOffline } from "../conformance/offline";
import { terms } from "../policy/kit/waivers";

const program = path.join(__dirname, "fixtures/oai-migration");
const pack = path.resolve(__dirname, "../../policy");
const AHEAD = "2999-12-31";
const PAST = "2001-01-31";

const IDENTITY = "cloudfront-no-oai site-oai";
const ORIGIN = "cloudfront-s3-origin-oac site-distribution";
const PRINCIPAL = "s3-no-oai-principal site-bucket-policy";

/** What the pack finds in each phase: in the first pass what the program says, in the second what takes the identity's ARN. */
const PHASES = [
  { stack: "oai", preview: [IDENTITY, ORIGIN], deployed: [IDENTITY, ORIGIN, PRINCIPAL] },
  { stack: "allow-both", preview: [IDENTITY, ORIGIN], deployed: [IDENTITY, ORIGIN, PRINCIPAL] },
  { stack: "switch-origin", preview: [IDENTITY], deployed: [IDENTITY, PRINCIPAL] },
];

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "oai-migration-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The baseline of the pack, with a waiver for each finding. */
function configWith(findings: readonly string[], expires: string): string {
  const file = path.join(folder, `${findings.length}-${expires}.json`);
  const waivers = Object.fromEntries(
    findings.map((finding) => {
      const [policy = "", resource = ""] = finding.split(" ");
      return [policy, terms({ policy, resource, expires, reason: "the website moves to origin access control" })];
    }),
  );
  const profile = { name: "baseline" };
  const residency = { allowedRegions: ["eu-central-1"] };
  writeFileSync(file, JSON.stringify({ all: "mandatory", profile, "region-residency": residency, waivers }));
  return file;
}

async function preview(stack: string, config: string) {
  const { exitCode, plan } = await runOffline(program, stack, {
    policyPacks: [pack],
    policyPackConfigs: [config],
    failOn: "mandatory",
  });
  type Found = { phase: string; policyName: string; resourceUrn: string; enforcementLevel: string };
  const inPhase = (phase: string, found: readonly Found[] = []): string[] => {
    const lines = found
      .filter((each) => each.phase === phase)
      .map(({ policyName, resourceUrn }) => `${policyName} ${urnName(resourceUrn)}`);
    return [...new Set(lines)].sort();
  };
  const { violations = [], waived = [] } = plan?.policy ?? {};
  return {
    exitCode,
    levels: [...new Set(violations.map(({ enforcementLevel }) => enforcementLevel))],
    violations: { preview: inPhase("preview", violations), deployed: inPhase("deployed", violations) },
    waived: { preview: inPhase("preview", waived), deployed: inPhase("deployed", waived) },
  };
}

const nothing = { preview: [], deployed: [] };

describe.each(PHASES)("$stack", ({ stack, preview: first, deployed: second }) => {
  test("is refused as long as nobody answers for it", async () => {
    expect(await preview(stack, configWith([], AHEAD))).toEqual({
      exitCode: 2,
      levels: ["mandatory"],
      violations: { preview: first, deployed: second },
      waived: nothing,
    });
  });

  test("passes with waivers, and no finding is left over or forgotten", async () => {
    expect(await preview(stack, configWith(second, AHEAD))).toEqual({
      exitCode: 0,
      levels: [],
      violations: nothing,
      waived: { preview: first, deployed: second },
    });
  });

  test("is refused again once they have expired, together with the waivers", async () => {
    const expired = `waivers migration-${stack}`;
    expect(await preview(stack, configWith(second, PAST))).toEqual({
      exitCode: 2,
      levels: ["mandatory"],
      violations: { preview: [...first, expired].sort(), deployed: [...second, expired].sort() },
      waived: nothing,
    });
  });
});

test("oac needs no waiver", async () => {
  expect(await preview("oac", configWith([], AHEAD))).toEqual({
    exitCode: 0,
    levels: [],
    violations: nothing,
    waived: nothing,
  });
});
