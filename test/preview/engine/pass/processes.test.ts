import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { removeTemporaryFolders } from "../../project/temporary-project";
import { errorsOf, prelude, previewFolder, previewProgram, writeProject } from "../preview-program";

const repository = path.join(__dirname, "..", "..", "..", "..");

// Where the previews of this file put their own files, to see that these are private and that none is left.
const temporary = mkdtempSync(path.join(os.tmpdir(), "causeway-processes-"));
const ownFolders = () => readdirSync(temporary).filter((name) => !name.startsWith("causeway-test-"));

beforeAll(() => {
  jest.spyOn(os, "tmpdir").mockReturnValue(temporary);
});

afterAll(() => {
  removeTemporaryFolders();
  rmSync(temporary, { recursive: true, force: true });
});

/** Notes the process itself and what it starts: in its group, out of it, with its output streams and without its environment. */
const noteProcesses = `
const { spawn } = require("node:child_process");
const { appendFileSync } = require("node:fs");
const note = (pid) => appendFileSync(require("node:path").join(__dirname, "pids"), pid + "\\n");
const sleep = (options) => note(spawn("sleep", ["300"], options).pid);
const startProcesses = () => {
  sleep({ stdio: "ignore" });
  sleep({ stdio: "inherit", detached: true });
  sleep({ stdio: "ignore", detached: true, env: { PATH: process.env.PATH } });
  // A grandchild, whose parent is gone when its time comes.
  spawn("sh", ["-c", "sleep 300 & echo $! >> pids"], { cwd: __dirname, stdio: "ignore", detached: true });
  note(process.pid);
};
`;

/** Two passes, each with its program and four more. */
const processesOfPreview = 10;

function pidsOf(dir: string): number[] {
  const file = path.join(dir, "pids");
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").map(Number) : [];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // Killed, and not yet collected by whoever inherits it.
  return process.platform !== "linux" || !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
}

async function until(isTrue: () => boolean, seconds = 30): Promise<void> {
  for (let i = 0; !isTrue() && i < seconds * 20; i++) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function expectAllEnded(dir: string): Promise<void> {
  const pids = pidsOf(dir);
  expect(pids).not.toEqual([]);
  await until(() => !pids.some(isAlive), 5);
  expect(pids.filter(isAlive)).toEqual([]);
}

test("a program that never ends is cut after its time, and so is all that it started", async () => {
  const waiting = writeProject({
    "index.js": `${prelude}${noteProcesses} startProcesses(); setInterval(() => {}, 1000);`,
  });
  const spinning = writeProject({ "index.js": `${prelude}${noteProcesses} startProcesses(); for (;;);` });
  const stuck = `
    let resolve;
    const first = thing("first", { of: new Promise((done) => { resolve = done; }) });
    first.urn.apply((urn) => resolve(urn));
    setInterval(() => {}, 1000);`;
  const [first, second, verbose] = await Promise.all([
    previewFolder(waiting, { timeoutSeconds: 5 }),
    previewFolder(spinning, { timeoutSeconds: 5 }),
    previewProgram(stuck, { timeoutSeconds: 5, verbose: true }),
  ]);
  const message =
    "the program did not end within 5 s; give it more with --timeout, or find what keeps it running with --verbose";
  expect(first.result).toBe("failed");
  expect(first.diagnostics).toEqual([{ severity: "error", message }]);
  expect(second.diagnostics).toEqual([{ severity: "error", message }]);
  expect(second.steps).toEqual([]);
  const told = verbose.diagnostics[0]?.message ?? "";
  expect(told).toMatch(
    /^the program did not end within 5 s; give it more with --timeout; what keeps it running:\n {2}Timeout\n/,
  );
  expect(told).toMatch(/^ {2}resource:first\[testpkg:index:Thing\] at thing \(.*index\.js:3:\d+\)$/m);
  await expectAllEnded(waiting);
  await expectAllEnded(spinning);
  expect(ownFolders()).toEqual([]);
});

test("an abort ends both passes and all that they started, and nothing of the private files is left", async () => {
  const dir = writeProject({ "index.js": `${prelude}${noteProcesses} startProcesses(); setInterval(() => {}, 1000);` });
  const abort = new AbortController();
  const plan = previewFolder(dir, { signal: abort.signal });
  await until(() => pidsOf(dir).length === processesOfPreview);
  const [folder = "none"] = ownFolders();
  expect(statSync(path.join(temporary, folder)).mode & 0o777).toBe(0o700);
  const files = readdirSync(path.join(temporary, folder)).sort();
  expect(files).toEqual(["deployed-job.json", "preview-job.json"]);
  for (const file of files) expect(statSync(path.join(temporary, folder, file)).mode & 0o777).toBe(0o600);

  abort.abort();
  expect((await plan).result).toBe("failed");
  expect((await plan).diagnostics).toEqual([{ severity: "error", message: "the preview was interrupted" }]);
  await expectAllEnded(dir);
  expect(ownFolders()).toEqual([]);
});

test("an abort that came first starts nothing that stays", async () => {
  const plan = await previewProgram("setInterval(() => {}, 1000);", { signal: AbortSignal.abort() });
  expect(errorsOf(plan)).toEqual(["the preview was interrupted"]);
  expect(ownFolders()).toEqual([]);
});

test("the death of the tool itself leaves no process behind, whatever the program is busy with", async () => {
  const dir = writeProject({
    "index.js": `${prelude}${noteProcesses}
      startProcesses();
      if (pulumi.runtime.isDryRun()) setInterval(() => {}, 1000); else for (;;);`,
    "preview.ts": `
      import { previewFolder } from "${path.join(repository, "test/preview/engine/preview-program")}";
      void previewFolder(__dirname);`,
  });
  const hook = path.join(repository, "preview", "transpile", "register.cjs");
  const tool = spawn(process.execPath, ["--require", hook, path.join(dir, "preview.ts")], {
    stdio: "ignore",
    env: { ...process.env, TMPDIR: temporary },
  });
  await until(() => pidsOf(dir).length === processesOfPreview);
  tool.kill("SIGKILL");
  // Nobody can tell any more who started what left the group without its environment, where the program never looks up.
  const unknowable = 1;
  const alive = () => pidsOf(dir).filter(isAlive);
  await until(() => alive().length <= unknowable, 10);
  const left = alive();
  for (const pid of left) process.kill(pid, "SIGKILL");
  expect(pidsOf(dir)).toHaveLength(processesOfPreview);
  expect(left.length).toBeLessThanOrEqual(unknowable);
});

test("a process that is killed, aborts or runs out of memory gives a failed plan that says so", async () => {
  const [killed, exhausted] = await Promise.all([
    previewProgram(
      'thing("a", {}); setTimeout(() => pulumi.runtime.isDryRun() ? process.kill(process.pid, "SIGKILL") : process.abort(), 50);',
    ),
    previewFolder(
      writeProject({
        "Pulumi.yaml": 'name: p\nruntime:\n  name: nodejs\n  options:\n    nodeargs: "--max-old-space-size=40"\n',
        "index.js": "const all = []; for (;;) all.push(new Array(1e5).fill({}));",
      }),
    ),
  ]);
  expect(killed.result).toBe("failed");
  expect(errorsOf(killed)).toEqual([
    "the program's process ended with signal SIGKILL before its plan was written",
    "with stand-ins for computed values: the program's process ended with signal SIGABRT before its plan was written",
  ]);
  expect(exhausted.result).toBe("failed");
  expect(errorsOf(exhausted)).toEqual(["the program's process ended with signal SIGABRT before its plan was written"]);
  expect(exhausted.diagnostics.some(({ message }) => message.includes("heap out of memory"))).toBe(true);
});

test("a program that ends leaves none of its group behind and does not wait for who holds its streams", async () => {
  const dir = writeProject({
    "index.js": `${prelude}${noteProcesses}
      spawn("sh", ["-c", "sleep 300"], { stdio: "inherit" }).unref();
      const daemon = spawn("sleep", ["300"], { stdio: "inherit", detached: true });
      daemon.unref();
      note(daemon.pid);
      thing("a", {});`,
  });
  const plan = await previewFolder(dir);
  const daemons = pidsOf(dir);
  expect(plan.result).toBe("succeeded");
  expect(plan.steps).toHaveLength(2);
  // A daemon that the program detaches on purpose stays, as it does under the real engine.
  expect(daemons.map(isAlive)).toEqual([true, true]);
  for (const pid of daemons) process.kill(pid, "SIGKILL");
});

test("flags that Node.js does not take fail with what Node.js says", async () => {
  const plan = await previewFolder(
    writeProject({
      "Pulumi.yaml": "name: p\nruntime:\n  name: nodejs\n  options:\n    nodeargs: --no-such-flag\n",
      "index.js": "",
    }),
  );
  expect(errorsOf(plan)).toEqual(["the program's process ended with exit code 9 before its plan was written"]);
  expect(plan.diagnostics[0]?.message).toMatch(/bad option: --no-such-flag$/);
});
