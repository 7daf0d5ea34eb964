// Ends a program's process and everything that the program started.

import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** Names the pass in the environment, which whatever the program starts inherits. */
export const passVariable = "CAUSEWAY_PASS";

/** Ends the process group that `pid` leads. */
export function killGroup(pid: number): void {
  if (process.platform === "win32") {
    spawnSync("taskkill", ["/pid", String(pid), "/T", "/F"], { windowsHide: true });
    return;
  }
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nothing of the group is left.
  }
}

/**
 * Ends the group and also what left it (`detached: true`). For a pass that is cut: a program that ends well may leave a
 * daemon behind, as it may under the real engine. Only Linux tells of processes that are no longer anybody's children.
 */
export function killEverything(pid: number, passId: string): void {
  const strays = process.platform === "linux" ? findStrays(pid, passId) : [];
  for (const stray of strays) {
    try {
      process.kill(stray, "SIGKILL");
    } catch {
      // Ended by itself.
    }
  }
  killGroup(pid); // Last, because it may be the caller's own.
}

/** Descendants of `pid` and processes that carry the pass in their environment. */
function findStrays(pid: number, passId: string): number[] {
  const parents = new Map<number, number>();
  const strays = new Set<number>([pid]);
  for (const name of readdirSync("/proc")) {
    const candidate = Number(name);
    if (!Number.isInteger(candidate) || candidate === process.pid) continue;
    // `123 (a name) S 1 …`: the parent is the second field after the name, which may hold spaces and parentheses.
    const parent = /^.*\) \S+ (\d+)/s.exec(read(`/proc/${name}/stat`))?.[1];
    if (parent !== undefined) parents.set(candidate, Number(parent));
    if (read(`/proc/${name}/environ`).split("\0").includes(`${passVariable}=${passId}`)) strays.add(candidate);
  }
  for (let before = 0; before < strays.size; ) {
    before = strays.size;
    for (const [child, parent] of parents) if (strays.has(parent)) strays.add(child);
  }
  strays.delete(pid);
  return [...strays];
}

function read(file: string): string {
  try {
    return readFileSync(file, "latin1");
  } catch {
    return ""; // Ended in between, or another user's.
  }
}

/**
 * What the shell does when the pipe ends without a word. It waits a moment, because a child that is not busy ends by itself and
 * knows best what it started; then it ends whatever carries the pass in its environment, and the group.
 */
const lastWill = `read -r _ && exit
sleep 1
for file in /proc/[0-9]*/environ; do
  if grep -qas "${passVariable}=$2" "$file"; then pid=\${file#/proc/}; kill -9 "\${pid%/environ}"; fi
done
kill -9 "-$1"`;

/**
 * Ends a pass should this process die without a chance to do so itself. A small shell waits at a pipe that closes with this
 * process; the child's own watch at its IPC channel is deaf while the program keeps it busy.
 * @returns what to call when the child has ended.
 */
export function killWithThisProcess(child: ChildProcess, passId: string): () => void {
  if (process.platform === "win32" || child.pid === undefined) return () => {};
  const shell = spawn("/bin/sh", ["-c", lastWill, "sh", String(child.pid), passId], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true, // A Ctrl-C at the terminal must not end it before this process.
    env: { PATH: process.env.PATH },
  });
  const ignore = () => {};
  shell.on("error", ignore); // No shell: the child's own watch remains.
  shell.stdin.on("error", ignore);
  shell.unref();
  return () => void shell.stdin.end("ended\n");
}
