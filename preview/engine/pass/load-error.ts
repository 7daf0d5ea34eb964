// A program that cannot be loaded: said in one line, with the file and what to do. The language host prints stacks of its own.

interface LoadError extends Error {
  code?: string;
  requireStack?: string[];
}

/** The line for a missing module or a syntax error, or undefined where the program failed in another way. */
export function describeLoadError(error: LoadError): string | undefined {
  if (error.code === "MODULE_NOT_FOUND" || error.code === "ERR_MODULE_NOT_FOUND") return missingModule(error);
  return error.name === "SyntaxError" ? syntaxError(error) : undefined;
}

function missingModule(error: LoadError): string | undefined {
  const match = /Cannot find (?:module|package) '([^']+)'(?: imported from (.+))?/.exec(error.message);
  const [, specifier, importer] = match ?? [];
  if (specifier === undefined) return undefined;
  const file = importer?.trim() ?? error.requireStack?.[0];
  const isPath = /^[./]|^[A-Za-z]:\\|^file:/.test(specifier);
  const hint = isPath
    ? "correct the path"
    : `run \`npm ci\`, or \`npm install ${packageOf(specifier)}\` where it is new`;
  const what = isPath ? `"${specifier}" does not exist` : `"${specifier}" is not installed`;
  return `${file === undefined ? "" : `${file}: `}${what}; ${hint}`;
}

/** `@scope/name` of `@scope/name/sub/path`. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

/** V8 puts the place on the first line of the stack, then the source, then the message. */
function syntaxError(error: LoadError): string | undefined {
  const place = /^(\S.*:\d+)$/m.exec(error.stack?.split(/\n\s+at /)[0] ?? "")?.[1];
  if (place !== undefined) return `${place}: ${error.message}; correct the syntax`;
  return /:\d+: /.test(error.message) ? `${error.message}; correct the syntax` : undefined;
}
