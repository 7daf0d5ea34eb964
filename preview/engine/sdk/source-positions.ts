// The SDK formats and parses the whole stack for each resource it makes, to send all of it to the engine, which keeps one
// frame. Here one frame is taken, and what is found out of it is kept for the next resource from the same place.

import { pathToFileURL } from "node:url";
import type { Sdk } from "./sdk";

interface Position {
  uri: string;
  line: number;
  column: number;
}

/** `at name (file:line:column)`, or without name and parentheses at the top level of a module, whose file is a URL. */
const framePosition = /^\s*at (?:.*? \((?<named>.+)\)|(?:async )?(?<bare>.+))$/;
const filePosition = /^(?<file>.+):(?<line>\d+):(?<column>\d+)$/;

export function takeOneStackFrame(sdk: Sdk): void {
  const known = new Map<string, Position[]>();
  // `skip` counts the constructors between the program and the SDK's Resource; one more frame is this function's own.
  Reflect.set(sdk.resource.Resource, "stackTrace", (skip: number): Position[] => {
    const { prepareStackTrace, stackTraceLimit } = Error;
    let place: string | undefined;
    Error.stackTraceLimit = skip + 1;
    Error.prepareStackTrace = (_, frames) => {
      place = placeOf(frames[skip]);
    };
    // Where the frame is in the code that runs. Whatever maps stacks to what was written takes many times as long.
    void new Error().stack;
    Error.prepareStackTrace = prepareStackTrace;
    let positions = place === undefined ? undefined : known.get(place);
    if (positions === undefined) {
      positions = positionsOf(new Error().stack?.split("\n")[skip + 1]);
      if (place !== undefined) known.set(place, positions);
    }
    Error.stackTraceLimit = stackTraceLimit;
    return positions;
  });
}

/** For a pass whose positions nobody is shown. */
export function takeNoStackFrame(sdk: Sdk): void {
  Reflect.set(sdk.resource.Resource, "stackTrace", () => []);
}

/** Code that was made at run time is in no file, and has no name of its own. */
function placeOf(frame: NodeJS.CallSite | undefined): string | undefined {
  const file = frame?.getFileName();
  return file ? `${file}:${frame?.getLineNumber()}:${frame?.getColumnNumber()}` : undefined;
}

function positionsOf(frame: string | undefined): Position[] {
  const { named, bare } = framePosition.exec(frame ?? "")?.groups ?? {};
  const { file, line, column } = filePosition.exec(named ?? bare ?? "")?.groups ?? {};
  if (file === undefined || file.startsWith("node:")) return [];
  const uri = file.startsWith("file:") ? file : pathToFileURL(file).toString();
  return [{ uri, line: Number(line), column: Number(column) }];
}
