import { ChildProcess } from "node:child_process";
import { PassThrough } from "node:stream";
import { secretFilter } from "../../../../preview/engine/pass/hide-secrets";
import { collectOutput } from "../../../../preview/engine/pass/program-output";

const secrets = secretFilter({
  config: { "p:token": "hunter2-hunter2" },
  secretKeys: ["p:token"],
  unreadableKeys: [],
});

/** What is kept of chunks written to standard output and standard error. */
async function collect(stdout: (string | Buffer)[], stderr: string[] = []) {
  const streams = { stdout: new PassThrough(), stderr: new PassThrough() };
  const child = Object.assign(Object.create(ChildProcess.prototype) as ChildProcess, streams);
  const output = collectOutput(child, secrets);
  for (const chunk of stdout) streams.stdout.write(chunk);
  for (const chunk of stderr) streams.stderr.write(chunk);
  const ended = Promise.all(Object.values(streams).map((s) => new Promise((resolve) => s.on("end", resolve))));
  streams.stdout.end();
  streams.stderr.end();
  await ended;
  return output();
}

test("lines are kept as they come, whatever the chunks, without the empty ones", async () => {
  const accent = Buffer.from("é");
  expect(await collect(["one\ntw", "o\n\n", accent.subarray(0, 1), accent.subarray(1), "\nlast"], ["oops\n"])).toEqual([
    { severity: "info", message: "one" },
    { severity: "info", message: "two" },
    { severity: "info", message: "é" },
    { severity: "info#err", message: "oops" },
    { severity: "info", message: "last" },
  ]);
});

test("a thousand lines are kept and the rest is counted", async () => {
  const kept = await collect([`${Array.from({ length: 1500 }, (_, i) => `line ${i}`).join("\n")}\n`]);
  expect(kept).toHaveLength(1001);
  expect(kept[999]).toEqual({ severity: "info", message: "line 999" });
  expect(kept[1000]).toEqual({ severity: "info", message: "500 more lines of output" });
});

test("a stream that floods does not hide the other", async () => {
  const kept = await collect([`${"line\n".repeat(1200)}`], ["important\n"]);
  expect(kept.filter(({ severity }) => severity === "info#err")).toEqual([
    { severity: "info#err", message: "important" },
  ]);
  expect(kept.at(-1)).toEqual({ severity: "info", message: "200 more lines of output" });
});

test("of a line without end 16 KiB are kept, and the line after it is whole", async () => {
  const kept = await collect([...Array.from({ length: 300 }, () => "x".repeat(10_000)), "\nnext\n"]);
  expect(kept).toEqual([
    { severity: "info", message: `${"x".repeat(16_384)}…` },
    { severity: "info", message: "next" },
  ]);
});

test("secrets are hidden, also where a line is cut within one", async () => {
  expect(await collect(["the token is hunter2-", "hunter2\n"])).toEqual([
    { severity: "info", message: "the token is [secret]" },
  ]);
  for (let before = 16_360; before <= 16_420; before++) {
    const [line] = await collect([`${"x".repeat(before)}hunter2-hunter2${"y".repeat(40)}`]);
    expect(line?.message).not.toContain("hun");
    expect(line?.message.length).toBeLessThanOrEqual(16_385);
  }
});
