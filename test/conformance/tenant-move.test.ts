// A tenant that moves from one tier to another: CloudFront moves none, and takes its domains in one place only. So the old one must go
// before the new one comes, and nothing else may go with it.

import path from "node:path";
import { urnName } from "../../preview/report/urn";
import { runOffline } from "./offline";
import type { RealResult } from "./real-engine/result";
import { runRealPreview, runRealUp } from "./real-engine/run";
import { itWithEngine } from "./with-engine";

const program = path.join(__dirname, "tenants-program");
const outputs = path.join(program, "outputs.json");
const TIMEOUT_MS = 120_000;

/** Deploys the stores with acme in bronze, and then says what becomes of them with acme in the tier. */
const deployAndThen = (run: typeof runRealPreview, tier: string) =>
  run(program, "dev", { deployedWith: { TIER_OF_ACME: "bronze" }, env: { TIER_OF_ACME: tier }, outputs });

/** What the engine does to resources of AWS, as `<operation> <name>`. */
function operationsOf({ operations }: RealResult): string[] {
  return operations
    .filter(({ urn }) => urn.includes("aws:") && !urn.includes("pulumi:providers:"))
    .map(({ op, urn }) => `${op} ${urnName(urn)}`);
}

const UNTOUCHED = [
  "same stores-bronze-distribution",
  "same stores-connection-group-default",
  "same stores-silver-distribution",
  "same stores-tenant-acme-a-acme.mystore.app",
  "same stores-tenant-acme-aaaa-acme.mystore.app",
  "same stores-tenant-globex",
  "same stores-tenant-globex-a-globex.mystore.app",
  "same stores-tenant-globex-aaaa-globex.mystore.app",
];

describe("a tenant that moves to another tier", () => {
  itWithEngine.each([
    ["preview", runRealPreview],
    ["up", runRealUp],
  ] as const)(
    "is deleted and then made anew by `pulumi %s`, and everything else stays as it is",
    async (_verb, run) => {
      const result = await deployAndThen(run, "silver");
      expect(result.exitCode).toBe(0);
      const operations = operationsOf(result);
      expect(operations.filter((operation) => operation.startsWith("same ")).sort()).toEqual(UNTOUCHED);
      expect(operations.filter((operation) => !operation.startsWith("same "))).toEqual([
        "delete-replaced stores-tenant-acme",
        "replace stores-tenant-acme",
        "create-replacement stores-tenant-acme",
      ]);
    },
    TIMEOUT_MS,
  );

  itWithEngine(
    "stays as it is where its tier does",
    async () => {
      const operations = operationsOf(await deployAndThen(runRealPreview, "bronze"));
      expect(operations.sort()).toEqual([...UNTOUCHED, "same stores-tenant-acme"].sort());
    },
    TIMEOUT_MS,
  );

  it(
    "has the options for it in the plan of the offline preview, and no other resource has",
    async () => {
      const { plan } = await runOffline(program, "dev");
      const states = (plan?.steps ?? []).map(({ urn, newState }) => ({ name: urnName(urn), ...newState }));
      expect(states.length).toBeGreaterThan(UNTOUCHED.length);
      const replaced = states
        .filter(({ deleteBeforeReplace, replaceOnChanges }) => deleteBeforeReplace || replaceOnChanges)
        .map(({ name, deleteBeforeReplace, replaceOnChanges }) => ({ name, deleteBeforeReplace, replaceOnChanges }))
        .sort((a, b) => a.name.localeCompare(b.name));
      const options = { deleteBeforeReplace: true, replaceOnChanges: ["distributionId", "name"] };
      expect(replaced).toEqual([
        { name: "stores-tenant-acme", ...options },
        { name: "stores-tenant-globex", ...options },
      ]);
    },
    TIMEOUT_MS,
  );
});
