"use strict";
// Reads @pulumi/aws as text: loading its 1,738 classes takes longer, and their types exist only in the declarations.

const { existsSync, readFileSync, readdirSync } = require("node:fs");
const { join } = require("node:path");

/** Files of the SDK, without extension. `types/` holds only interfaces. */
function sdkFiles(root) {
  const found = [];
  const walk = (dir) => {
    for (const entry of readdirSync(dir, { withFileTypes: true })) {
      if (entry.name === "node_modules" || entry.name === "types") continue;
      const path = join(dir, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (entry.name.endsWith(".js")) found.push(path.slice(0, -3));
    }
  };
  walk(root);
  return found.sort();
}

/** One resource class: its token, its arguments and the TypeScript type of each of its outputs. */
function readClass(path) {
  const js = readFileSync(`${path}.js`, "utf8");
  const token = /__pulumiType = '([^']+)'/.exec(js)?.[1];
  if (token === undefined) return undefined;
  const declaration = readFileSync(`${path}.d.ts`, "utf8");
  const classText = declaration.slice(
    declaration.indexOf("export declare class"),
    declaration.indexOf("constructor(name"),
  );
  const outputs = new Map();
  for (const match of classText.matchAll(/readonly (\w+): pulumi\.Output<([\s\S]*?)>;\n/g)) {
    outputs.set(match[1], match[2].replace(/\s+/g, " "));
  }
  return {
    token,
    outputs,
    computed: [...js.matchAll(/resourceInputs\["(\w+)"\] = undefined \/\*out\*\//g)].map((m) => m[1]),
    args: new Set([...js.matchAll(/resourceInputs\["(\w+)"\] = .*args\?/g)].map((m) => m[1])),
    required: new Set([...js.matchAll(/Missing required property '(\w+)'/g)].map((m) => m[1])),
    aliases: [...js.matchAll(/type: "(aws:[^"]+)"/g)].map((m) => m[1]),
    importExample: importExample(js, token),
  };
}

/** The last `pulumi import` example is the plain-id form; earlier ones are variants. */
function importExample(js, token) {
  const lines = [...js.matchAll(/pulumi import (\S+) (\S+) (.+)/g)].filter((m) => m[1] === token);
  return lines.at(-1)?.[3]?.trim();
}

/** The interfaces of types/output.d.ts as "service.Name" → Map(field → TypeScript type). */
function readShapes(root) {
  const shapes = new Map();
  let service = "";
  let shape;
  for (const line of readFileSync(join(root, "types/output.d.ts"), "utf8").split("\n")) {
    const namespace = /^export declare namespace (\w+)/.exec(line);
    if (namespace) service = namespace[1];
    const open = /^(\s*)(?:export )?interface (\w+)/.exec(line);
    if (open) {
      shape = new Map();
      shapes.set(open[1] === "" ? open[2] : `${service}.${open[2]}`, shape);
    }
    const field = /^\s+(\w+)(\?)?: (.*?);?$/.exec(line);
    if (field && shape && field[2] === undefined)
      shape.set(field[1], field[3] === "{" ? "{ [key: string]: string }" : field[3]);
    if (/^\s*}$/.test(line) && shape && !/^\s{8}}/.test(line)) shape = undefined;
  }
  return shapes;
}

/** One function: the table key of its token (`ec2/getVpc`) and what its result always has. */
function readFunction(path) {
  const js = readFileSync(`${path}.js`, "utf8");
  const match = /runtime\.invoke\("aws:(\w+)\/(\w+):\w+"/.exec(js);
  if (match === null || !existsSync(`${path}.d.ts`)) return undefined;
  const declaration = readFileSync(`${path}.d.ts`, "utf8");
  const body = /export interface \w+Result \{\n([\s\S]*?)\n\}/.exec(declaration)?.[1];
  if (body === undefined) return undefined;
  const results = new Map();
  for (const field of body.matchAll(/^ {4}readonly (\w+)(\??): ([^;{]*(?:\{[^}]*\}(?:\[\])?)?);/gm)) {
    if (field[2] === "") results.set(field[1], field[3].replace(/\s+/g, " "));
  }
  return { key: `${match[1]}/${match[2]}`, results };
}

module.exports = { readClass, readFunction, readShapes, sdkFiles };
