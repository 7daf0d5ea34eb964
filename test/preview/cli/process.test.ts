import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { removeTemporaryFolders, temporaryFolder } from "../project/temporary-project";

afterAll(removeTemporaryFolders);

const bin = path.join(__dirname, "..", "..", "..", "bin", "causeway.cjs");

const ENDLESS = {
  "Pulumi.yaml": "name: shop\nruntime: nodejs\n",
  "Pulumi.dev.yaml": "",
  "plan.json": "old",
  // Says that it runs, in a file of its own for each pass, and never ends.
  "index.js":
    'require("node:fs").writeFileSync(__dirname + "/running-" + process.pid, "");\nsetInterval(() => {}, 1000);\n',
};

function start(dir: string, args: string[]) {
  const child = spawn(process.execPath, [bin, ...args], { cwd: dir, stdio: ["ignore", "pipe", "pipe"] });
  const text = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (part: string) => (text.stdout += part));
  child.stderr.setEncoding("utf8").on("data", (part: string) => (text.stderr += part));
  const ended = new Promise<number | null>((resolve) => child.on("close", (code) => resolve(code)));
  return { child, text, ended };
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A child that ended and waits for its parent's attention still has a pid.
    return !/^State:\s+Z/m.test(existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, "utf8") : "");
  } catch {
    return false;
  }
}

async function programPids(dir: string, count: number): Promise<number[]> {
  for (let tries = 0; tries < 300; tries++) {
    const pids = readdirSync(dir).flatMap((name) => (name.startsWith("running-") ? [Number(name.slice(8))] : []));
    if (pids.length >= count) return pids;
    await sleep(100);
  }
  throw new Error("the program did not start");
}

test.each([
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const)("%s ends every process and leaves no half-written file; the exit code is %i", async (signal, code) => {
  const dir = temporaryFolder(ENDLESS, true);
  const { child, text, ended } = start(dir, ["--json", "plan.json"]);
  const pids = await programPids(dir, 2);
  child.kill(signal);
  expect(await ended).toBe(code);
  for (let tries = 0; tries < 30 && pids.some(isAlive); tries++) await sleep(100);
  expect(pids.filter(isAlive)).toEqual([]);
  expect(text.stdout).toBe("");
  expect(text.stderr).toContain("stopping\n");
  expect(readFileSync(path.join(dir, "plan.json"), "utf8")).toBe("old");
  expect(readdirSync(dir).filter((name) => name.endsWith(".tmp"))).toEqual([]);
});

test("a reader that leaves early is no error", async () => {
  const dir = temporaryFolder({ ...ENDLESS, "index.js": "module.exports = { text: 'x'.repeat(300000) };" }, true);
  const { child, text, ended } = start(dir, ["--json", "-"]);
  child.stdout.destroy();
  expect(await ended).toBe(0);
  expect(text.stderr).not.toMatch(/EPIPE|error/);
});

test("a large plan reaches a slow reader whole", async () => {
  const dir = temporaryFolder({ ...ENDLESS, "index.js": "module.exports = { text: 'x'.repeat(3000000) };" }, true);
  const { child, text, ended } = start(dir, ["--json", "-"]);
  child.stdout.pause();
  await sleep(1500);
  child.stdout.resume();
  expect(await ended).toBe(0);
  expect(JSON.parse(text.stdout).outputs.text).toHaveLength(3_000_000);
});
