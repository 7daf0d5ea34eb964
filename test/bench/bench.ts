// `npm run bench`: how long the whole commands take, and how that compares with the real engine and with `cdk synth`.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import path from "node:path";
import { findCliDir } from "../conformance/real-engine/cli";
import {
  cdkSynth,
  countCdkResources,
  installCdk,
  offlinePreview,
  packDir,
  prodPreview,
  realPreview,
  repositoryPreview,
} from "./commands";
import {
  againstPlain,
  type Counted,
  comparedCount,
  eachFrontDoor,
  frontDoorCounts,
  plannedResources,
  whatIsAdded,
} from "./front-door-cost";
import { type Command, endAll, type Figures, isBusy, measure, measureBeside, subtract } from "./measure";
import { type BenchOptions, parseOptions, usage } from "./options";
import { type Added, analyzerCost, loadingCost, resourceCost } from "./policy-cost";
import { hasProc } from "./process-tree";
import {
  type Program,
  repository,
  roundToGroups,
  writeFrontDoorProgram,
  writePolicySettings,
  writePulumiProgram,
  writeServicesProgram,
  writeWrittenOut,
} from "./programs";
import { renderSection, type Section } from "./table";
import { writtenOut } from "./written-out";

/** From this size on one run is enough of a wait. */
const largeSize = 4000;

class Bench {
  readonly #judged: Added[] = [];
  readonly #cliDir: string | undefined;
  readonly #settings: string;
  failed = false;

  constructor(
    private readonly options: BenchOptions,
    private readonly directory: string,
  ) {
    this.#cliDir = options.only.has("engine") ? findCliDir() : undefined;
    this.#settings = writePolicySettings(directory);
  }

  async run(): Promise<void> {
    const { only, sizes } = this.options;
    say(describeMachine());
    if (!hasProc) say("memory and processor time are read from /proc, which this system has not: shown as -");
    if (only.has("engine") && this.#cliDir === undefined) {
      say("The Pulumi CLI is not on PATH (nor in PULUMI_CLI_DIR): the comparison with the real engine is SKIPPED.");
    }
    if (only.has("cdk")) installCdk(this.directory);
    else say("`cdk synth` is measured with --cdk only.");
    for (const size of [...sizes].sort((a, b) => a - b)) await this.#generated(size);
    await this.#repository();
    await this.#policy();
    await this.#frontDoors();
    await this.#services();
  }

  async #generated(size: number): Promise<void> {
    const { only } = this.options;
    const program = writePulumiProgram(this.directory, size);
    const section: Section = {
      title: `\n${size} resources`,
      rows: [],
      peers: [
        { label: "pulumi preview", head: "of pulumi" },
        { label: "cdk synth", head: "of cdk" },
      ],
      notes: [],
    };
    const runs = this.options.runs ?? (size < largeSize ? 3 : 1);
    const add = (label: string, command: Command) => this.#add(section, label, command, runs);
    if (only.has("offline") || only.has("policy")) {
      const without = await add("causeway preview", offlinePreview(program));
      const judged = await add("causeway preview, policy pack", offlinePreview(program, this.#settings));
      if (without && judged) this.#judged.push({ resources: size, added: subtract(judged, without) });
    }
    if (this.#cliDir !== undefined) {
      const { dir } = program;
      await add("pulumi preview", realPreview(this.#cliDir, this.directory, dir));
      await add(
        "pulumi preview, policy pack",
        realPreview(this.#cliDir, this.directory, dir, { settings: this.#settings }),
      );
    }
    if (only.has("cdk")) {
      const done = await add("cdk synth", cdkSynth(this.directory, size));
      if (done) {
        section.notes.push(`cdk synth: ${countCdkResources(this.directory, size)} CloudFormation resources`);
      }
    }
    if (section.rows.length > 0) say(renderSection(section));
  }

  async #repository(): Promise<void> {
    if (!this.options.only.has("repository")) return;
    const runs = this.options.runs ?? 3;
    const section: Section = { title: "\nthis repository", rows: [], peers: [], notes: [] };
    await this.#add(section, "causeway preview, dev and prod, policy pack", repositoryPreview(), runs);
    const cliDir = this.#cliDir ?? findCliDir();
    if (cliDir === undefined) section.notes.push("pulumi preview of dev: SKIPPED, no Pulumi CLI");
    else {
      const pack = { settings: path.join(packDir, "dev.json") };
      const command = realPreview(cliDir, this.directory, repository, pack);
      await this.#add(section, "pulumi preview of dev, policy pack", command, runs);
    }
    say(renderSection(section));
  }

  async #policy(): Promise<void> {
    if (!this.options.only.has("policy")) return;
    say("\npolicy pack");
    const large = this.#judged.findLast(({ resources }) => resources < largeSize && resources > 100);
    try {
      say(["over the analyzer protocol", ...analyzerCost(this.options.timeoutSeconds)].join("\n"));
    } catch (error) {
      this.#fail("policy pack over the analyzer protocol", error);
    }
    const beside = (base: Command, command: Command) =>
      measureBeside(base, command, this.options.runs ?? 7, this.options.timeoutSeconds);
    try {
      const small = writePulumiProgram(mkdtempSync(path.join(this.directory, "few-")), roundToGroups(4));
      const loaded = await beside(offlinePreview(small), offlinePreview(small, this.#settings));
      const loading = { resources: small.resources, added: loaded.added };
      say(loadingCost(loading));
      if (large) say(resourceCost("generated", loading, large));
      const { added } = await beside(prodPreview(this.directory, "without"), prodPreview(this.directory, "with pack"));
      const { length: resources } = plannedResources(this.directory);
      say(resourceCost("prod", loading, { resources, added }));
    } catch (error) {
      this.#fail("policy pack inside of the preview", error);
    }
  }

  async #frontDoors(): Promise<void> {
    if (!this.options.only.has("front-doors")) return;
    const section: Section = { title: "\nfront doors with every feature", rows: [], peers: [], notes: [] };
    const program = (count: number | "none") => writeFrontDoorProgram(this.directory, count);
    await this.#beside(section, program("none"), { label: "one", program: program(1) }, (base, resources) =>
      this.#manyFrontDoors(section, base, resources),
    );
  }

  async #services(): Promise<void> {
    if (!this.options.only.has("services")) return;
    const title = "\na private API and a service in two Regions, each with its front door";
    const program = (withServices: boolean) => writeServicesProgram(this.directory, withServices);
    const section: Section = { title, rows: [], peers: [], notes: [] };
    await this.#beside(section, program(false), { label: "both", program: program(true) });
  }

  /** What a program adds to one without it, run by run in turn. */
  async #beside(
    section: Section,
    without: Pick<Program, "dir">,
    { label, program }: { label: string; program: Pick<Program, "dir"> },
    then: (base: Figures, resources: number) => Promise<void> = async () => {},
  ): Promise<void> {
    const runs = this.options.runs ?? 7;
    process.stderr.write(`… ${section.title.trim()}: ${label} beside none\n`);
    try {
      const { base, figures, added } = await measureBeside(
        offlinePreview(without),
        offlinePreview(program),
        runs,
        this.options.timeoutSeconds,
      );
      const planned = plannedResources(program.dir);
      const resources = planned.length - plannedResources(without.dir).length;
      const alone = writeWrittenOut(this.directory, `${label}-written-out`, writtenOut(planned));
      const floor = await measureBeside(
        offlinePreview(without),
        offlinePreview(alone),
        runs,
        this.options.timeoutSeconds,
      );
      const rows = [
        { label: "the program without", figures: base, runs },
        { label: `with ${label}`, figures, runs },
        { label: "with their resources written out", figures: floor.figures, runs },
      ];
      section.rows.push(...rows);
      section.notes.push(whatIsAdded(label, resources, added, floor.added));
      await then(base, resources);
    } catch (error) {
      this.#fail(section.title.trim(), error);
    }
    say(renderSection(section));
  }

  async #manyFrontDoors(section: Section, base: Figures, resourcesOfOne: number): Promise<void> {
    const runsOf = (resources: number): number => this.options.runs ?? (resources < largeSize ? 3 : 1);
    const counted: Counted[] = [];
    for (const count of frontDoorCounts) {
      const program = writeFrontDoorProgram(this.directory, count);
      const runs = runsOf(count * resourcesOfOne);
      const figures = await this.#add(section, `with ${count}`, offlinePreview(program), runs);
      if (figures) counted.push({ count, figures });
    }
    section.notes.push(...eachFrontDoor(base, counted));
    const program = writePulumiProgram(this.directory, roundToGroups(comparedCount * resourcesOfOne));
    const runs = runsOf(program.resources);
    const plain = await this.#add(section, `${program.resources} plain resources`, offlinePreview(program), runs);
    const compared = counted.find(({ count }) => count === comparedCount);
    if (plain && compared) section.notes.push(againstPlain(compared.figures, plain));
  }

  async #add(section: Section, label: string, command: Command, runs: number): Promise<Figures | undefined> {
    process.stderr.write(`… ${section.title.trim()}: ${label}\n`);
    try {
      const figures = await measure(command, runs, this.options.timeoutSeconds);
      section.rows.push({ label, figures, runs });
      return figures;
    } catch (error) {
      this.#fail(label, error);
      return undefined;
    }
  }

  #fail(label: string, error: unknown): void {
    this.failed = true;
    say(`FAILED: ${label}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function describeMachine(): string {
  const load = loadavg()[0] ?? 0;
  const busy = isBusy(load) ? "; busy with other work: trust the ratios and the processor time" : "";
  return `Node.js ${process.version}, ${process.platform} ${process.arch}, ${availableParallelism()} processors, load average ${load.toFixed(1)}${busy}`;
}

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2));
  if (options === "help") {
    say(usage);
    return 0;
  }
  const directory = mkdtempSync(path.join(tmpdir(), "causeway-bench-"));
  const clean = () => {
    endAll();
    if (existsSync(directory)) rmSync(directory, { recursive: true, force: true, maxRetries: 5 });
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => {
      clean();
      process.exit(130);
    });
  }
  try {
    const bench = new Bench(options, directory);
    await bench.run();
    return bench.failed ? 1 : 0;
  } finally {
    clean();
  }
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    process.stderr.write(`error: ${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    process.exitCode = 1;
  },
);
