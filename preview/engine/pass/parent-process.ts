// The child's line to the process that started it. The program must not see it: under the real language host there is none,
// and `process.send` or `process.disconnect` of the program's own would speak on it.

import type { PassProgress } from "./job";

export interface ParentProcess {
  tell(progress: PassProgress): void;
}

/** Takes the channel out of the program's reach. `onEnd` is called when the process at its other end is gone. */
export function connectToParent(onEnd: () => void): ParentProcess {
  const { send } = process;
  process.once("disconnect", onEnd);
  process.channel?.unref(); // Listening keeps a process alive, and this one ends with its program.
  Reflect.deleteProperty(process, "send");
  Reflect.deleteProperty(process, "disconnect");
  return {
    tell: (progress) => {
      // The answer to a failed write is an error event on `process` unless there is a callback.
      if (process.connected) send?.call(process, progress, () => {});
    },
  };
}
