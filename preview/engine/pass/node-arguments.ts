import { UserError } from "../../project/user-error";

/**
 * Flags in the form of `nodeargs`, split as a shell splits words: quotes keep spaces, a backslash keeps the next character.
 * @throws UserError where a quote is not closed.
 */
export function splitArguments(text: string, file: string): string[] {
  const words: string[] = [];
  const word = /\s*((?:[^\s"'\\]|\\[\s\S]|"(?:[^"\\]|\\[\s\S])*"|'[^']*')+)/y;
  const rest = text.trimEnd();
  while (word.lastIndex < rest.length) {
    const match = word.exec(rest);
    if (match === null) {
      throw new UserError({ file, message: `"nodeargs" has a quote that is not closed; got ${JSON.stringify(text)}` });
    }
    words.push(unquote(match[1] ?? ""));
  }
  return words;
}

function unquote(word: string): string {
  return word.replaceAll(
    /"((?:[^"\\]|\\[\s\S])*)"|'([^']*)'|\\([\s\S])/g,
    (_, double?: string, single?: string, escaped?: string) =>
      double?.replaceAll(/\\(["\\$`])/g, "$1") ?? single ?? escaped ?? "",
  );
}
