// What a policy is shown, by the real engine and by the offline preview: every resource with its inputs, options and provider (default
// providers are visible here only), all resources with their dependencies, and what becomes of a policy that meets an unknown value.

import path from "node:path";
import { type Case, loadCases } from "./cases";
import { runOffline } from "./offline";
import { startAll } from "./pool";
import { runRealPreview } from "./real-engine/run";
import { itWithEngine } from "./with-engine";

const probe = path.join(__dirname, "policy-probe");
const TIMEOUT_MS = 240_000;
const SUBJECTS = ["aliases", "default-provider", "explicit-providers", "nested-unknowns", "options", "secrets"];

interface Seen {
  policy: string;
  level: string;
  urn: string;
  message: string;
}

function inOrder(seen: Seen[]): Seen[] {
  return seen
    .map((one) => ({ ...one, message: one.message.trim() }))
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
}

async function seenByEngine({ dir, stack }: Case): Promise<Seen[]> {
  const { policyEvents } = await runRealPreview(dir, stack, { policyPacks: [{ dir: probe }] });
  return inOrder(
    policyEvents.map(({ policyName, enforcementLevel, resourceUrn, message }) => ({
      policy: policyName,
      level: enforcementLevel,
      urn: resourceUrn ?? "",
      message,
    })),
  );
}

async function seenOffline({ dir, stack }: Case): Promise<Seen[]> {
  const { plan } = await runOffline(dir, stack, { policyPacks: [probe] });
  const violations = plan?.policy.violations ?? [];
  return inOrder(
    violations
      .filter(({ phase }) => phase === "preview")
      .map(({ policyName, enforcementLevel, resourceUrn, message }) => ({
        policy: policyName,
        level: enforcementLevel,
        urn: resourceUrn,
        message,
      })),
  );
}

describe("policies are shown the same by both", () => {
  const subjects = loadCases().filter(({ name }) => SUBJECTS.includes(name));
  const engine = startAll(subjects, 2, seenByEngine);

  for (const subject of subjects) {
    itWithEngine(
      subject.name,
      async () => {
        const [real, offline] = [await engine(subject), await seenOffline(subject)];
        expect(real.length).toBeGreaterThan(4);
        expect(offline).toEqual(real);
      },
      TIMEOUT_MS,
    );
  }
});
