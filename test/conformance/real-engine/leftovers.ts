// The CLI starts its language host and its providers in process groups of their own. When it crashes or is killed they stay behind.

import { readdirSync, readFileSync } from "node:fs";

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8");
  } catch {
    return "";
  }
}

/** Ends every process that was started with this PULUMI_HOME, which is unique to a run. Does nothing where there is no /proc. */
export function endProcessesOf(pulumiHome: string): void {
  let pids: string[] = [];
  try {
    pids = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return;
  }
  for (const pid of pids.filter((candidate) => Number(candidate) !== process.pid)) {
    if (!environmentOf(pid).split("\0").includes(`PULUMI_HOME=${pulumiHome}`)) continue;
    try {
      process.kill(Number(pid), "SIGKILL");
    } catch {
      // It ended by itself in the meantime.
    }
  }
}
