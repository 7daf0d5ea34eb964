// Tests that need the real Pulumi CLI: they run where it is on PATH or in PULUMI_CLI_DIR, and are reported as skipped, loudly, where it is not.

import { findCliDir } from "./real-engine/cli";

const cliAvailable = findCliDir() !== undefined;

if (!cliAvailable) {
  console.warn(
    "The Pulumi CLI is not on PATH (nor in PULUMI_CLI_DIR): the tests against the real engine are SKIPPED, recordings are used instead.",
  );
}

// Reported as skipped on purpose: an absent program must not look like a passed test.
export const itWithEngine: jest.It = cliAvailable ? it : it.skip;
