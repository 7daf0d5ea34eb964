// What a policy is shown, by the real engine and by the offline preview: every resource with its inputs, options and provider (default
// providers are visible here only), all resources with their dependencies, and what becomes of a policy that meets an unknown value.

import path from "node:path";
import { type Case, loadCases } from "./cases";
import { compareValues } from "./compare";
import type { Json } from "./observation";
import { runOffline } from "./offline";
import { startAll } from "./pool";
import { runRealPreview } from "./real-engine/run";
import { itWithEngine } from "./with-engine";

const probe = path.join(__dirname, "policy-probe");
const TIMEOUT_MS = 240_000;
const SUBJECTS = ["aliases", "default-provider", "explicit-providers", "nested-unknowns", "options", "secrets"];

interface Verdict {
  policyName: string;
  enforcementLevel: string;
  resourceUrn?: string;
  message: string;
}

/** The engine's way to say that a policy touched an unknown value; the offline preview lists that property as undecided. */
const UNDECIDED = /^can't run policy .* during preview: .* value at \.?(\S+) can't be known during preview$/;

type View = { [key: string]: Json };

/** What the probe reported, by policy and resource: its last line is JSON unless the policy could not decide. */
function seen(verdicts: readonly Verdict[]): View {
  const entries = verdicts.map(({ policyName, resourceUrn, enforcementLevel, message }): [string, Json] => {
    const text = message.trim();
    const undecided = UNDECIDED.exec(text)?.[1];
    if (undecided) return [`${policyName} ${resourceUrn}`, { undecided }];
    const description = text.split("\n").at(-1) ?? "";
    const shown: Json = description.startsWith("{") ? JSON.parse(description) : text;
    return [`${policyName} ${resourceUrn}`, { level: enforcementLevel, shown }];
  });
  return Object.fromEntries(entries);
}

async function seenByEngine({ dir, stack }: Case): Promise<View> {
  return seen((await runRealPreview(dir, stack, { policyPacks: [{ dir: probe }] })).policyEvents);
}

async function seenOffline({ dir, stack }: Case): Promise<View> {
  const { plan } = await runOffline(dir, stack, { policyPacks: [probe] });
  const { violations = [], undecided = [] } = plan?.policy ?? {};
  const open = undecided.filter(({ phase }) => phase === "preview");
  return {
    ...seen(violations.filter(({ phase }) => phase === "preview")),
    ...Object.fromEntries(open.map((one) => [`${one.policyName} ${one.resourceUrn}`, { undecided: one.property }])),
  };
}

describe("policies are shown the same by both", () => {
  const subjects = loadCases().filter(({ name }) => SUBJECTS.includes(name));
  const engine = startAll(subjects, 2, seenByEngine);

  it("has all of its programs", () => expect(subjects.map(({ name }) => name)).toEqual(SUBJECTS));

  for (const subject of subjects) {
    itWithEngine(
      subject.name,
      async () => {
        const [real, offline] = [await engine(subject), await seenOffline(subject)];
        expect(Object.keys(real).length).toBeGreaterThan(6);
        expect(compareValues("policy", real, offline)).toEqual([]);
      },
      TIMEOUT_MS,
    );
  }
});
