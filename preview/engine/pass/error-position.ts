import { relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Where in the program an error was thrown: its first frame inside of the project and outside of installed packages, in the
 * engine's form `project:///index.ts#12,3`. Undefined where no frame is the program's.
 */
export function positionOf(error: unknown, root: string): string | undefined {
  try {
    const stack = error instanceof Error ? error.stack : undefined;
    return typeof stack === "string" ? firstOfProgram(stack, root) : undefined;
  } catch {
    return undefined; // A program can throw anything, also what cannot be looked at.
  }
}

function firstOfProgram(stack: string, root: string): string | undefined {
  for (const [, place = "", line, column] of stack.matchAll(/^\s+at (?:[^(\n]*? \()?(.+?):(\d+):(\d+)\)?$/gm)) {
    const file = place.startsWith("file:") ? fileURLToPath(place) : place.replace(/^async /, "");
    const path = relative(root, file);
    const inside = path !== "" && !path.startsWith("..") && !path.split(sep).includes("node_modules");
    if (inside && !file.startsWith("node:"))
      return `project:///${encodeURI(path.split(sep).join("/"))}#${line},${column}`;
  }
  return undefined;
}
