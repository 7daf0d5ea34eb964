// The same programs through the real Pulumi engine and through the offline preview. The recording of the real engine stands in for it
// where the CLI is absent; where it is present the recording itself is checked first.

import { readFileSync } from "node:fs";
import { type Case, loadCases } from "./cases";
import { compare } from "./compare";
import { explainedDifferences, explainedPaths } from "./differences";
import type { Observation } from "./observation";
import { observeOffline, runOffline } from "./offline";
import { startAll } from "./pool";
import { findCliDir } from "./real-engine/cli";
import { observeWithEngine } from "./record";
import { itWithEngine } from "./with-engine";

/** Runs at once, per side: more only makes two cores wait for each other. */
const AT_ONCE = 3;
/** A single program may wait for the others that started with it. */
const TIMEOUT_MS = 300_000;

const cases = loadCases();

function recorded(subject: Case): Observation {
  return JSON.parse(readFileSync(subject.expectedFile, "utf8"));
}

describe("the offline preview says what the real engine says", () => {
  const runs = startAll(cases, AT_ONCE, async (subject) =>
    observeOffline(await runOffline(subject.dir, subject.stack, subject), subject.places),
  );

  it.each(cases)(
    "$name: $about",
    async (subject) => {
      const differences = compare(recorded(subject), await runs(subject));
      const explained = explainedPaths(subject.name);
      const unexplained = differences.filter(({ path }) => !explained.includes(path));
      expect(unexplained).toEqual([]);
      expect(differences.map(({ path }) => path).sort()).toEqual(explained);
    },
    TIMEOUT_MS,
  );

  it("explains differences of known programs only, each with a reason", () => {
    const names = cases.map(({ name }) => name);
    expect(Object.keys(explainedDifferences).filter((name) => !names.includes(name))).toEqual([]);
    const reasons = Object.values(explainedDifferences)
      .flat()
      .map(({ reason }) => reason);
    expect(reasons.filter((reason) => reason.length < 20)).toEqual([]);
  });
});

describe("the recordings are what the real engine says today", () => {
  const runs = findCliDir() ? startAll(cases, AT_ONCE, observeWithEngine) : undefined;

  for (const subject of cases) {
    itWithEngine(
      subject.name,
      async () => {
        expect(await runs?.(subject)).toEqual(recorded(subject));
      },
      TIMEOUT_MS,
    );
  }
});
