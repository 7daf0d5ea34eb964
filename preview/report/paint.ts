import { styleText } from "node:util";

export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan" | "magenta";

/** Colours a text, or leaves it alone where colours are not wanted. */
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_style, text) => text;

const coloured: Paint = (style, text) => (text === "" ? "" : styleText(style, text, { validateStream: false }));

/**
 * Colours for a stream: FORCE_COLOR wins over NO_COLOR, as in Node.js itself; without either only a terminal gets them.
 * `styleText` could decide this alone from Node.js 20.18 on, and the package runs on older ones.
 */
export function paintFor(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): Paint {
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR === "0" || env.FORCE_COLOR === "false" ? plain : coloured;
  if (env.NO_COLOR || env.NODE_DISABLE_COLORS || env.TERM === "dumb") return plain;
  return stream.isTTY ? coloured : plain;
}
