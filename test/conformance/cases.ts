// The programs under test: one folder each in `programs/`, with what it needs in `case.json`.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Places } from "./observation";

interface CaseFile {
  /** The behaviour that the program shows, as a sentence. */
  about: string;
  /** @default "dev" */
  stack?: string;
  deployFirst?: string[];
  /** Environment variables for both sides. */
  env?: Record<string, string>;
}

export interface Case extends CaseFile {
  name: string;
  dir: string;
  stack: string;
  invokes?: string;
  reads?: string;
  /** What the real engine said, as recorded by `record.ts`. */
  expectedFile: string;
  places: Places;
}

const programs = path.join(__dirname, "programs");
const repository = path.resolve(__dirname, "../..");

export function loadCases(): Case[] {
  return readdirSync(programs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(programs, entry.name, "case.json")))
    .map(({ name }): Case => {
      const dir = path.join(programs, name);
      const file: CaseFile = JSON.parse(readFileSync(path.join(dir, "case.json"), "utf8"));
      const invokes = path.join(dir, "invokes.json");
      const answers = path.join(dir, "answers.json");
      const reads = path.join(dir, "reads.json");
      return {
        ...file,
        name,
        dir,
        stack: file.stack ?? "dev",
        ...(existsSync(invokes) ? { invokes } : {}),
        ...(existsSync(answers) ? { answers } : {}),
        ...(existsSync(reads) ? { reads } : {}),
        expectedFile: path.join(dir, "expected.json"),
        places: { project: dir, repository },
      };
    });
}
