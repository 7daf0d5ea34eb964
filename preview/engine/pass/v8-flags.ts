// V8 optimises functions that are called often, on threads of its own. A pass ends before most of that has paid, and two passes on two
// processors take the time for it from each other: with these flags previews take a fifth less, those of 8,000 resources a tenth.

/** By major version of Node.js; versions that are not here are left as they are. A flag that a version does not know stops it. */
const flags: Readonly<Record<string, readonly string[]>> = {
  // Bytes of bytecode that a function runs before it is optimised; 67,584 by default.
  20: ["--interrupt-budget=1000000"],
  // Calls; 3,000 by default.
  22: ["--invocation-count-for-turbofan=30000"],
};

export const v8Flags: readonly string[] = flags[process.versions.node.split(".")[0] ?? ""] ?? [];
