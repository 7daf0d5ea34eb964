/** Looking for the line costs a parse a line; past this size the reason alone has to do. */
const MAX_SEARCHED_LENGTH = 200_000;

/** Why a text is no JSON, and on which line: V8 names neither a line nor, for most faults, a position. */
export function explainJsonError(text: string, error: unknown): { line?: number; reason: string } {
  const message = error instanceof Error ? error.message : String(error);
  // V8 quotes the text around the fault, which may be the whole file.
  const reason = message
    .replace(/,? (\.\.\.)?"[\s\S]*" is not valid JSON$/, "")
    .replace(/ in JSON at position \d+.*$/, "");
  if (text.length > MAX_SEARCHED_LENGTH) return { reason };
  const lines = text.split("\n");
  const line = lines.findIndex((_, index) => !isStartOfJson(`${lines.slice(0, index + 1).join("\n")}\n`)) + 1;
  return { line: line > 0 ? line : lines.length, reason };
}

/** Whether JSON could begin so: the only complaint is that there is no more. */
function isStartOfJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : "";
    const position = /at position (\d+)/.exec(message)?.[1];
    return message.includes("end of JSON input") || (position !== undefined && Number(position) >= text.length);
  }
}
