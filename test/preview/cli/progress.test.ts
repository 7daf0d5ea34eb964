import { ProgressPrinter, ProgressState } from "../../../preview/cli/progress";

test("the line names what runs, how far it is and how long it takes", () => {
  const state = new ProgressState(3, 0);
  expect(state.line(1500)).toBe("previewing … · 0 of 3 stacks done · 1 s");
  state.update({ stack: "dev", phase: "preview", state: "running", resources: 100, seconds: 2 });
  state.update({ stack: "dev", phase: "deployed", state: "starting", resources: 0, seconds: 2 });
  state.update({ stack: "prod", phase: "preview", state: "starting", resources: 0, seconds: 2 });
  expect(state.line(2000)).toBe("previewing dev (100 resources), prod · 0 of 3 stacks done · 2 s");
});

test("once one pass is through, its size tells what remains of the other", () => {
  const state = new ProgressState(1, 0);
  state.update({ stack: "dev", phase: "preview", state: "done", resources: 400, seconds: 3 });
  state.update({ stack: "dev", phase: "deployed", state: "running", resources: 100, seconds: 4 });
  expect(state.line(4000)).toBe("previewing dev (400 resources) · 4 s, about 12 s left");
});

test("once stacks are through, the rest is expected to take as long each", () => {
  const state = new ProgressState(3, 0);
  state.update({ stack: "dev", phase: "preview", state: "done", resources: 4, seconds: 3 });
  state.finishStack("dev");
  expect(state.line(10_000)).toBe("previewing … · 1 of 3 stacks done · 10 s, about 20 s left");
});

describe("printing", () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  function run(stream: { isTTY?: boolean; columns?: number }, milliseconds: number): string {
    let text = "";
    const printer = new ProgressPrinter(new ProgressState(1, Date.now()), {
      ...stream,
      write: (part) => (text += part),
    });
    printer.start();
    jest.advanceTimersByTime(milliseconds);
    printer.stop();
    jest.advanceTimersByTime(60_000);
    return text;
  }

  test("a run under a second prints nothing", () => {
    expect(run({ isTTY: true }, 900)).toBe("");
    expect(run({}, 900)).toBe("");
  });

  test("a log gets a line after one second and then one every ten", () => {
    expect(run({}, 22_000)).toBe("previewing … · 1 s\npreviewing … · 11 s\npreviewing … · 21 s\n");
  });

  test("a terminal has one line that is rewritten, fits, and is wiped at the end", () => {
    const text = run({ isTTY: true, columns: 30 }, 1500);
    const line = "\rpreviewing … · 1 s\x1b[K";
    expect(text).toBe(`${line}${line}${line}\r\x1b[K`);
  });
});
