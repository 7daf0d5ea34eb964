// Runs the recipe that the stack is named after, and loads no other.

import { existsSync } from "node:fs";
import path from "node:path";
import * as pulumi from "@pulumi/pulumi";

const stack = pulumi.getStack();
const file = path.join(__dirname, `${stack.replace(".", "/")}.ts`);
if (!existsSync(file)) {
  // A RunError is printed without a stack trace.
  throw new pulumi.RunError(
    `Stack "${stack}" is no recipe. The stack of edge-front-door/website.ts is edge-front-door.website.`,
  );
}

export = require(file) as Record<string, unknown>;
