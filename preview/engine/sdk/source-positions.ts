// The SDK formats and parses the whole stack for each resource it makes, to send all of it to the engine, which keeps one
// frame. Here one frame is taken.

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
  // `skip` counts the constructors between the program and the SDK's Resource; one more frame is this function's own.
  Reflect.set(sdk.resource.Resource, "stackTrace", (skip: number): Position[] => {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = skip + 1;
    const frame = new Error().stack?.split("\n")[skip + 1];
    Error.stackTraceLimit = limit;
    const { named, bare } = framePosition.exec(frame ?? "")?.groups ?? {};
    const { file, line, column } = filePosition.exec(named ?? bare ?? "")?.groups ?? {};
    if (file === undefined || file.startsWith("node:")) return [];
    const uri = file.startsWith("file:") ? file : pathToFileURL(file).toString();
    return [{ uri, line: Number(line), column: Number(column) }];
  });
}
