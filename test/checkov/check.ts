// `npm run check:checkov [-- --fixtures <folder>]`: compares this pack with checkov, resource by resource.
//
// checkov judges the examples of this pack's own tests, written as Terraform; and with `--fixtures`, this pack judges the Terraform of that
// folder, such as a checkout of checkov's own fixtures, as Pulumi would have it.
//
// The ledger is complete for the former, and for hand-made copies of checkov's fixtures for the paired checks, some of them abridged (README.md).

import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { parseArgs } from "node:util";
import { askCheckov, type Block, checkovVersion } from "./checkov";
import { type Comparison, compare, type Fixture, pairs } from "./compare";
import { groupBy } from "./group-by";
import { explains, isDisagreement, ledger, staleCases } from "./ledger";
import { ownExamples } from "./own-examples";
import { agreementTable, describeDisagreement } from "./report";
import { toPulumi } from "./to-pulumi";
import { addressOf, isWritable, toTerraform } from "./to-terraform";

const checks = [...new Set(pairs.flatMap((pair) => pair.checks))];

function ownFixtures(): Fixture[] {
  const paired = new Set(pairs.map(({ rule }) => rule));
  const examples = ownExamples().filter(({ rule, stack }) => paired.has(rule) && stack.every(isWritable));
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "causeway-checkov-"));
  try {
    for (const [i, { stack }] of examples.entries()) {
      fs.mkdirSync(path.join(folder, String(i)));
      fs.writeFileSync(path.join(folder, String(i), "main.tf"), toTerraform(stack));
    }
    const { records, unread } = askCheckov(folder, checks);
    const titles = unread.map((file) => examples[Number(path.dirname(file))]?.title);
    if (titles.length > 0) throw new Error(`checkov cannot parse what was written of: ${titles.join("; ")}`);
    const byFile = groupBy(records, ({ file }) => path.dirname(file));
    return examples.map((example, i) => ({ ...example, addressOf, records: byFile.get(String(i)) ?? [] }));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** Each folder with Terraform files is a stack, titled by its own name so that the ledger does not depend on where checkov's source is. */
function foreignFixtures(folder: string): Fixture[] {
  const { blocks, records, unread } = askCheckov(folder, checks);
  for (const file of unread) console.log(`not compared, for checkov cannot parse it: ${file}`);
  const folderOf = ({ file }: Pick<Block, "file">) => path.dirname(file);
  const recordsOf = groupBy(records, folderOf);
  return [...groupBy(blocks, folderOf)].map(([inFolder, inside]) => ({
    title: path.basename(inFolder),
    stack: toPulumi(inside),
    addressOf: ({ name }) => name,
    records: recordsOf.get(inFolder) ?? [],
  }));
}

async function main(): Promise<void> {
  const { fixtures: folder } = parseArgs({ options: { fixtures: { type: "string" } } }).values;
  const version = checkovVersion();
  if (version === undefined) {
    console.log(
      "SKIPPED: no checkov; `pip install checkov`, and CHECKOV_PYTHON=<its python> where that is not python3",
    );
    return;
  }
  const fixtures = [...ownFixtures(), ...(folder === undefined ? [] : foreignFixtures(path.resolve(folder)))];
  const comparisons: Comparison[] = [];
  for (const fixture of fixtures) comparisons.push(...(await compare(fixture)));

  console.log(`checkov ${version}, ${checks.length} checks, ${pairs.length} pairs, ${fixtures.length} fixtures\n`);
  const isReasoned = (comparison: Comparison) => ledger.some((entry) => explains(entry, comparison));
  console.log(agreementTable(comparisons, isReasoned));
  const unreasoned = comparisons.filter((one) => isDisagreement(one) && !isReasoned(one));
  const read = new Set(fixtures.map(({ title }) => title));
  const stale = staleCases(comparisons, (fixture) => read.has(fixture) || isOwn(fixture));
  for (const one of unreasoned) console.log(`\nunreasoned: ${describeDisagreement(one)}`);
  for (const one of stale) console.log(`\nno longer happens: ${one}`);
  if (unreasoned.length + stale.length > 0) process.exitCode = 1;
}

/** Titles of the pack's own examples begin with their rule; foreign fixtures are named by their folders. */
function isOwn(fixture: string): boolean {
  return pairs.some(({ rule }) => fixture.startsWith(`${rule} `));
}

void main();
