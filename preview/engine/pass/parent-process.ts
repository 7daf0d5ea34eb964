// The child's line to the process that started it. The program must not speak on it: under the real language host there is
// no such line, and a `process.send` is none of a program's business.

import type { PassProgress } from "./job";

/** Milliseconds. The channel closes a moment before the system gives an orphan its new parent. */
const adoption = 200;

export interface ParentProcess {
  tell(progress: PassProgress): void;
}

/** Takes the channel out of the program's reach. `onEnd` is called when the process at its other end is gone. */
export function connectToParent(onEnd: () => void): ParentProcess {
  const { send, ppid } = process;
  // A program may disconnect by itself; an orphan has another parent, except on Windows.
  const check = () => (process.ppid !== ppid || process.platform === "win32") && onEnd();
  process.once("disconnect", () => setTimeout(check, adoption).unref());
  process.channel?.unref(); // Listening keeps a process alive, and this one ends with its program.
  Reflect.deleteProperty(process, "send");
  return {
    tell: (progress) => {
      // The answer to a failed write is an error event on `process` unless there is a callback.
      if (process.connected) send?.call(process, progress, () => {});
    },
  };
}
