// This repository's own environments through the real engine and through the offline preview. Not recorded: they change with every
// component, and a recording would have to follow.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compare } from "./compare";
import { observeReal } from "./observation";
import { observeOffline, runOffline } from "./offline";
import { runRealPreview } from "./real-engine/run";
import { itWithEngine } from "./with-engine";

const repository = path.resolve(__dirname, "../..");
const places = { project: repository, repository };
const TIMEOUT_MS = 120_000;

/** What an account would answer to the functions that the environments call, by token. */
const ANSWERS = {
  "aws:ec2/getManagedPrefixList:getManagedPrefixList": { id: "pl-0123456789abcdef0" },
  "aws:ec2/getSecurityGroup:getSecurityGroup": { id: "sg-0123456789abcdef0" },
  "aws:index/getCallerIdentity:getCallerIdentity": {
    accountId: "123456789012",
    arn: "arn:aws:iam::123456789012:user/preview",
  },
  "aws:index/getRegion:getRegion": { region: "eu-central-1", name: "eu-central-1" },
  "aws:lambda/getFunction:getFunction": {
    arn: "arn:aws:lambda:eu-central-1:123456789012:function:orders-api",
    functionName: "orders-api",
  },
  "aws:secretsmanager/getSecretVersion:getSecretVersion": { secretString: "not-a-real-secret-of-anything" },
};

let folder: string;
const file = (name: string) => path.join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "own-programs-"));
  writeFileSync(file("invokes.json"), JSON.stringify(ANSWERS));
  const answers = Object.entries(ANSWERS).map(([token, result]) => ({ token, result }));
  writeFileSync(file("answers.json"), JSON.stringify(answers));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("this repository's environments", () => {
  for (const stack of ["dev", "prod"]) {
    itWithEngine(
      `${stack} is previewed offline as the real engine previews it`,
      async () => {
        const [real, offline] = await Promise.all([
          runRealPreview(repository, stack, { invokes: file("invokes.json") }),
          runOffline(repository, stack, { answers: file("answers.json") }),
        ]);
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
