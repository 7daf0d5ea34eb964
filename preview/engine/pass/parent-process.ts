// The child's line to the process that started it. The program must not speak on it: under the real language host there is
// no such line, and a `process.send` is none of a program's business.

import { askWhatHolds, type PassProgress } from "./job";

/** Milliseconds. The channel closes a moment before the system gives an orphan its new parent. */
const adoption = 200;

export interface ParentProcess {
  tell(progress: PassProgress): void;
}

interface Listeners {
  /** The process at the other end is gone. */
  onEnd(): void;
  /** It wants to know what keeps the program from its end. */
  onAsk(): void;
}

/** Takes the channel out of the program's reach. */
export function connectToParent({ onEnd, onAsk }: Listeners): ParentProcess {
  const { send, ppid } = process;
  // A program may disconnect by itself; an orphan has another parent, except on Windows.
  const check = () => (process.ppid !== ppid || process.platform === "win32") && onEnd();
  process.once("disconnect", () => setTimeout(check, adoption).unref());
  process.on("message", (message) => message === askWhatHolds && onAsk());
  process.channel?.unref(); // Listening keeps a process alive, and this one ends with its program.
  Reflect.deleteProperty(process, "send");
  return {
    tell: (progress) => {
      // The answer to a failed write is an error event on `process` unless there is a callback.
      if (process.connected) send?.call(process, progress, () => {});
    },
  };
}
