// This repository's own environments through the real engine and through the offline preview. Not recorded: they change with every
// component, and a recording would have to follow.

import path from "node:path";
import { compare } from "./compare";
import { observeReal } from "./observation";
import { observeOffline, runOffline } from "./offline";
import { runRealPreview } from "./real-engine/run";
import { itWithEngine } from "./with-engine";

const repository = path.resolve(__dirname, "../..");
const places = { project: repository, repository };
const TIMEOUT_MS = 120_000;

describe("this repository's environments", () => {
  for (const stack of ["dev", "prod"]) {
    itWithEngine(
      `${stack} is previewed offline as the real engine previews it`,
      async () => {
        const [real, offline] = await Promise.all([runRealPreview(repository, stack), runOffline(repository, stack)]);
        const observed = observeReal(real, places);
        expect(observed.diagnostics).toEqual([]);
        expect(observed.result).toBe("succeeded");
        expect(observed.resources.length).toBeGreaterThan(10);
        expect(compare(observed, observeOffline(offline, places))).toEqual([]);
      },
      TIMEOUT_MS,
    );
  }
});
