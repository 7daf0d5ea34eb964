// What the real engine does when the endpoint of a VPC origin changes: CloudFront would refuse to change or delete one that a distribution
// uses, and would answer 504 through one whose port is closed.

import path from "node:path";
import { urnName } from "../../preview/report/urn";
import { type RealOptions, runRealPreview, runRealUp } from "./real-engine/run";
import { itWithEngine } from "./with-engine";

const program = path.join(__dirname, "replacement-program");
const TIMEOUT_MS = 120_000;

const anotherPort: RealOptions = {
  invokes: path.join(program, "invokes.json"),
  deployedWith: { HTTPS_PORT: "443", SIMULATED_ID_SUFFIX: "-old" },
  env: { HTTPS_PORT: "8443", SIMULATED_ID_SUFFIX: "-new" },
};

async function stepsOf(run: typeof runRealUp, options: RealOptions): Promise<string[]> {
  const { steps, exitCode } = await run(program, "dev", options);
  expect(exitCode).toBe(0);
  return steps.map(({ op, urn }) => `${op} ${urnName(urn)}`).filter((step) => /site-/.test(step));
}

itWithEngine(
  "`pulumi up` makes the new one and opens its port, moves the distribution, closes the old port and deletes the old one last",
  async () => {
    expect(await stepsOf(runRealUp, anotherPort)).toEqual([
      "create-replacement site-vpc-origin",
      "replace site-vpc-origin",
      "create-replacement site-vpc-origin-ingress",
      "replace site-vpc-origin-ingress",
      "update site-distribution",
      "delete-replaced site-vpc-origin-ingress",
      "delete-replaced site-vpc-origin",
    ]);
  },
  TIMEOUT_MS,
);

itWithEngine(
  "`pulumi preview` shows both replacements, and the distribution is only updated",
  async () => {
    expect(await stepsOf(runRealPreview, anotherPort)).toEqual([
      "replace site-vpc-origin",
      "replace site-vpc-origin-ingress",
      "update site-distribution",
    ]);
  },
  TIMEOUT_MS,
);

itWithEngine(
  "`pulumi up` without a change leaves all three alone",
  async () => {
    expect(await stepsOf(runRealUp, { ...anotherPort, env: anotherPort.deployedWith })).toEqual([
      "same site-vpc-origin",
      "same site-vpc-origin-ingress",
      "same site-distribution",
    ]);
  },
  TIMEOUT_MS,
);
