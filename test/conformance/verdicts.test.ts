// The policy pack says the same of the same resources in the offline preview and under the real engine; test/policy says it a third
// time, over the analyzer protocol, of the same examples (test/policy/verdicts.ts).

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import devConfig from "../../policy/dev.json";
import { propertyOf, undecidedPropertyOf, unjudged, verdicts } from "../policy/verdicts";
import { runOffline } from "./offline";
import { runRealPreview } from "./real-engine/run";
import { itWithEngine } from "./with-engine";

const program = path.join(__dirname, "verdicts-program");
const pack = path.resolve(__dirname, "../../policy");
const TIMEOUT_MS = 120_000;

/** `<resource> <policy> <level> <property>`, and `… undecided …` for what waits for a value. */
type Line = string;

const urnName = (urn: string) => urn.split("::").at(-1) ?? "";
/** A stack rule's undecided line has no URN; its property says which resource. */
const isOfStack = (property: string) => property.includes(":");

const expectedLines: Line[] = verdicts
  .flatMap(({ name, expected, undecided }) => [
    ...expected.map(([policy, level, property]) => `${name} ${policy} ${level} ${property}`),
    ...undecided.map(([policy, property]) => `${name} ${policy} undecided ${property}`),
  ])
  .sort();

let folder: string;
let config: string;
let env: Record<string, string>;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "verdicts-"));
  const file = path.join(folder, "verdicts.json");
  writeFileSync(file, JSON.stringify(verdicts.map(({ type, name, props }) => ({ type, name, props }))));
  config = path.join(folder, "dev.json");
  const disabled = Object.fromEntries(unjudged.map((name) => [name, "disabled"]));
  writeFileSync(config, JSON.stringify({ ...devConfig, waivers: undefined, ...disabled }));
  env = { VERDICTS_FILE: file };
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function offlineLines(): Promise<Line[]> {
  const { plan } = await runOffline(program, "dev", { policyPacks: [pack], policyPackConfigs: [config], env });
  if (plan === undefined) throw new Error("the offline preview gave no plan");
  expect(plan.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const violations = plan.policy.violations
    .filter(({ phase }) => phase === "preview")
    .map((one) => `${urnName(one.resourceUrn)} ${one.policyName} ${one.enforcementLevel} ${one.property}`);
  const open = plan.policy.undecided
    .filter(({ phase, property }) => phase === "preview" && !isOfStack(property))
    .map((one) => `${urnName(one.resourceUrn)} ${one.policyName} undecided ${one.property}`);
  return [...violations, ...open].sort();
}

async function engineLines(): Promise<Line[]> {
  const real = await runRealPreview(program, "dev", {
    policyPacks: [{ dir: pack, config }],
    env,
  });
  return real.policyEvents
    .flatMap(({ resourceUrn = "", policyName, enforcementLevel, message }): Line[] => {
      const property = undecidedPropertyOf(message.trim());
      if (property === undefined)
        return [`${urnName(resourceUrn)} ${policyName} ${enforcementLevel} ${propertyOf(message)}`];
      return isOfStack(property) ? [] : [`${urnName(resourceUrn)} ${policyName} undecided ${property}`];
    })
    .sort();
}

describe("the verdicts on the examples of the policy pack", () => {
  it(
    "are those of the examples in the offline preview",
    async () => expect(await offlineLines()).toEqual(expectedLines),
    TIMEOUT_MS,
  );

  itWithEngine(
    "are those of the examples under the real engine",
    async () => expect(await engineLines()).toEqual(expectedLines),
    TIMEOUT_MS,
  );
});
