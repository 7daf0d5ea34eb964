const ESCAPE = String.fromCharCode(27);

/** Colour codes of a program's messages: dropped, the report has its own colours. */
const COLOUR = new RegExp(`${ESCAPE}\\[[0-9;:]*m`, "g");

/**
 * What could move the cursor, retitle the window or reorder the line: control characters, bidirectional overrides, zero-width and
 * tag characters, line and paragraph separators. Names and messages come from the program under review.
 */
const UNSAFE = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A text of several lines from the program, harmless on a terminal. Line breaks stay. */
export function safeText(text: string): string {
  return text.replace(/\r\n/g, "\n").replaceAll("\t", "  ").replace(COLOUR, "").replace(UNSAFE, escapeCharacter);
}

/** The same on one line: a line break becomes visible. */
export function safeLine(text: string): string {
  return safeText(text).replaceAll("\n", "\\n");
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code <= 0xff ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
}

/** Cuts a text to a number of columns; the ellipsis counts. */
export function truncate(text: string, columns: number): string {
  const characters = [...text];
  return characters.length <= columns ? text : `${characters.slice(0, Math.max(0, columns - 1)).join("")}…`;
}

/** Breaks a text at spaces so that no line is longer than `columns`, and indents every line after the first. */
export function wrap(text: string, columns: number, indent: string): string {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      if (line !== "" && [...line].length + 1 + [...word].length > columns) {
        lines.push(line);
        line = word;
      } else line = line === "" ? word : `${line} ${word}`;
    }
    lines.push(line);
  }
  return lines.join(`\n${indent}`);
}
