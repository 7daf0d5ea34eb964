// The examples that the tests of the rules are made of: what each rule refuses, accepts and cannot decide on.

import * as fs from "node:fs";
import * as path from "node:path";
import type { Rule } from "../../policy/rule";
import type { Example } from "../../policy/testing";
import type { JoinCases } from "../policy/kit/join-cases";
import type { RuleCases } from "../policy/kit/rule-cases";

export interface OwnExample {
  /** As Jest names the test. */
  readonly title: string;
  readonly rule: string;
  /** Which half of the rule it is an example of; the other half may find fault with it. */
  readonly half: "check" | "join";
  /** The rule's parameters. */
  readonly config?: object;
  readonly stack: readonly Example[];
}

/** Reads the test files with another test kit, one that writes the examples down instead of testing them. */
export function ownExamples(): OwnExample[] {
  const examples: OwnExample[] = [];
  replace("rule-cases", {
    testRule: (rule: Rule, cases: RuleCases) => {
      for (const [verb, titled] of verbs(cases))
        for (const [title, { props, type = cases.type }] of Object.entries(titled))
          examples.push({
            title: `${rule.name} ${verb} ${title}`,
            rule: rule.name,
            half: "check",
            config: cases.config,
            stack: [{ type, props }],
          });
    },
  });
  replace("join-cases", {
    testJoin: (rule: Rule, { config, violating, clean, unknown }: JoinCases) => {
      const stacks = { refuses: values(violating), accepts: clean, "cannot decide on": values(unknown) };
      for (const [verb, titled] of Object.entries(stacks))
        for (const [title, stack] of Object.entries(titled))
          examples.push({
            title: `${rule.name} over a stack ${verb} ${title}`,
            rule: rule.name,
            half: "join",
            config,
            stack,
          });
    },
  });
  withoutJest(() => {
    const folder = path.join(__dirname, "../policy/rules");
    for (const file of fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).sort())
      if (file.endsWith(".test.ts")) require(path.join(folder, file));
  });
  return examples;
}

function verbs({ violating, clean, unknown }: RuleCases) {
  return Object.entries({ refuses: violating, accepts: clean, "cannot decide on": unknown });
}

function values(cases: JoinCases["violating"] | JoinCases["unknown"]): Record<string, readonly Example[]> {
  return Object.fromEntries(Object.entries(cases).map(([title, { stack }]) => [title, stack]));
}

function replace(kit: string, exported: object): void {
  const file = require.resolve(path.join(__dirname, "../policy/kit", kit));
  require(file);
  const loaded = require.cache[file];
  if (loaded === undefined) throw new Error(`${file} is not a module`);
  loaded.exports = exported;
}

/** What Jest gives to every test file, without tests. */
function withoutJest(read: () => void): void {
  const nothing = (): void => {};
  const each = () => nothing;
  const describe = Object.assign((_title: string, body: () => void) => body(), { each });
  const test = Object.assign(nothing, { each, failing: nothing });
  const before = new Map(
    Object.entries({ describe, test, it: test, expect: nothing, beforeAll: nothing, afterAll: nothing }),
  );
  for (const [name, value] of before) Reflect.set(globalThis, name, value);
  try {
    read();
  } finally {
    for (const name of before.keys()) Reflect.deleteProperty(globalThis, name);
  }
}
