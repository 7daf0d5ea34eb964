"use strict";
// Writes the two data files of this folder from the installed @pulumi/aws: which types take no `region`, and what each
// type's provider computes. Run it after every upgrade of @pulumi/aws: `node preview/engine/aws/generate-tables.cjs`.
// A test compares the checked-in files with a fresh run.

const { readFileSync, readdirSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { idTemplate } = require("./generate-id-templates.cjs");

const OUTPUT = {
  regionLess: join(__dirname, "region-less-types.generated.json"),
  types: join(__dirname, "types.generated.json"),
};

/** Class files of the SDK, as [path without extension]. `types/` holds only interfaces. */
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
  const classText = declaration.slice(declaration.indexOf("export declare class"), declaration.indexOf("constructor(name"));
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
    if (field && shape && field[2] === undefined) shape.set(field[1], field[3] === "{" ? "{ [key: string]: string }" : field[3]);
    if (/^\s*}$/.test(line) && shape && !/^\s{8}}/.test(line)) shape = undefined;
  }
  return shapes;
}

/**
 * Property with a one-character kind, or undefined for what is optional in the output:
 * `x` string, `x#` number, `x?` boolean, `x%` string map, `x*` strings, `x#*` numbers, `x{S}` object, `x[S]` objects.
 */
function encode(name, type, use) {
  if (type === undefined || /\| undefined$/.test(type)) return undefined;
  const list = type.endsWith("[]");
  const element = list ? type.slice(0, -2) : type;
  if (element.startsWith("outputs.")) {
    const shape = element.slice("outputs.".length);
    use(shape);
    return list ? `${name}[${shape}]` : `${name}{${shape}}`;
  }
  if (element === "number") return list ? `${name}#*` : `${name}#`;
  if (element === "boolean") return `${name}?`;
  if (element.startsWith("{ [key")) return list ? `${name}[]` : `${name}%`;
  return list ? `${name}*` : name;
}

/** `aws:acm/certificate:Certificate` → `acm/Certificate`, the form the table is keyed by. */
function shortToken(token) {
  const match = /^aws:(\w+)\/(\w+):(\w+)$/.exec(token);
  if (match === null) return undefined;
  const [, service, file, name] = match;
  return file === name[0].toLowerCase() + name.slice(1) ? `${service}/${name}` : `${service}/${file}:${name}`;
}

function generate(root) {
  const classes = sdkFiles(root)
    .map(readClass)
    .filter((c) => c !== undefined && c.token.startsWith("aws:"));
  const all = readShapes(root);
  const shapes = {};
  const use = (name) => {
    if (name in shapes) return;
    shapes[name] = "";
    const fields = [...(all.get(name) ?? [])].map(([field, type]) => encode(field, type, use));
    shapes[name] = fields.filter((f) => f !== undefined).join(" ");
  };
  const types = {};
  const aliases = {};
  for (const c of classes) {
    const computed = c.computed.map((name) => encode(name, c.outputs.get(name) ?? "string", use));
    // Optional in the arguments yet always there in the outputs: the provider fills it in.
    const filled = [...c.args]
      .filter((name) => name !== "region" && name !== "tags" && !c.required.has(name))
      .map((name) => encode(name, c.outputs.get(name), () => undefined)?.replace(/[[{].*/, (s) => (s[0] === "[" ? "[]" : "{}")));
    // Only `.get()` needs these: what a program would otherwise have had to write.
    const given = [...c.required].map((name) => encode(name, c.outputs.get(name), () => undefined)?.replace(/[[{].*/, (s) => (s[0] === "[" ? "[]" : "{}")));
    const entry = [idTemplate(c.importExample), computed, filled, given];
    types[shortToken(c.token)] = entry.map((e) => (Array.isArray(e) ? e.filter((x) => x !== undefined).join(" ") : e)).join("|");
    for (const alias of c.aliases) {
      const short = shortToken(alias);
      if (short !== undefined) aliases[short] = shortToken(c.token);
    }
  }
  for (const alias of Object.keys(aliases)) if (alias in types) delete aliases[alias];
  const regionLess = classes.filter((c) => !c.args.has("region")).map((c) => c.token);
  const sdk = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
  const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    regionLess: lines({ sdk, total: classes.length, types: regionLess.sort() }),
    types: lines({ sdk, aliases: sorted(aliases), shapes: sorted(shapes), types: sorted(types) }),
  };
}

/** JSON with one entry a line, so that an SDK upgrade is a readable diff. */
function lines(value) {
  const parts = Object.entries(value).map(([key, v]) => {
    if (v === null || typeof v !== "object") return `${JSON.stringify(key)}:${JSON.stringify(v)}`;
    if (Array.isArray(v)) return `${JSON.stringify(key)}:[\n${v.map((e) => JSON.stringify(e)).join(",\n")}\n]`;
    const entries = Object.entries(v).map(([k, e]) => `${JSON.stringify(k)}:${JSON.stringify(e)}`);
    return `${JSON.stringify(key)}:{\n${entries.join(",\n")}\n}`;
  });
  return `{${parts.join(",\n")}}\n`;
}

module.exports = { generate, OUTPUT };

if (require.main === module) {
  const root = dirname(require.resolve("@pulumi/aws/package.json"));
  const files = generate(root);
  writeFileSync(OUTPUT.regionLess, files.regionLess);
  writeFileSync(OUTPUT.types, files.types);
  process.stdout.write(`region-less ${files.regionLess.length} bytes, types ${files.types.length} bytes\n`);
}
