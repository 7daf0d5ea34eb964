"use strict";
// Writes the data files of this folder from the installed @pulumi/aws: which types take no `region`, what each type's
// provider computes, and what each function answers. Run it after every upgrade of @pulumi/aws: `node preview/engine/aws/generate-tables.cjs`.
// A test compares the checked-in files with a fresh run.

const { readFileSync, writeFileSync } = require("node:fs");
const { dirname, join } = require("node:path");
const { idTemplate } = require("./generate-id-templates.cjs");
const { readClass, readFunction, readShapes, sdkFiles } = require("./generate-sdk-reader.cjs");

const OUTPUT = {
  regionLess: join(__dirname, "region-less-types.generated.json"),
  types: join(__dirname, "types.generated.json"),
  functions: join(__dirname, "functions.generated.json"),
};

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
  const files = sdkFiles(root);
  const classes = files.map(readClass).filter((c) => c?.token.startsWith("aws:"));
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
      .map((name) =>
        encode(name, c.outputs.get(name), () => undefined)?.replace(/[[{].*/, (s) => (s[0] === "[" ? "[]" : "{}")),
      );
    // Only `.get()` needs these: what a program would otherwise have had to write.
    const given = [...c.required].map((name) =>
      encode(name, c.outputs.get(name), () => undefined)?.replace(/[[{].*/, (s) => (s[0] === "[" ? "[]" : "{}")),
    );
    const entry = [idTemplate(c.importExample), computed, filled, given];
    types[shortToken(c.token)] = entry
      .map((e) => (Array.isArray(e) ? e.filter((x) => x !== undefined).join(" ") : e))
      .join("|");
    for (const alias of c.aliases) {
      const short = shortToken(alias);
      if (short !== undefined) aliases[short] = shortToken(c.token);
    }
  }
  for (const alias of Object.keys(aliases)) if (alias in types) delete aliases[alias];
  const functions = {};
  const functionShapes = {};
  const useInFunctions = (name) => {
    if (name in functionShapes || name in shapes) return;
    functionShapes[name] = "";
    const fields = [...(all.get(name) ?? [])].map(([field, type]) => encode(field, type, useInFunctions));
    functionShapes[name] = fields.filter((f) => f !== undefined).join(" ");
  };
  // Only of the functions that are answered: all 686 of them would be larger than the table of types.
  const answered = JSON.parse(readFileSync(join(__dirname, "invokes/lookups.json"), "utf8"));
  for (const f of files.map(readFunction).filter((f) => f !== undefined && f.key in answered)) {
    const fields = [...f.results].map(([name, type]) => encode(name, type, useInFunctions));
    functions[f.key] = fields.filter((x) => x !== undefined).join(" ");
  }
  const regionLess = classes.filter((c) => !c.args.has("region")).map((c) => c.token);
  const sdk = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;
  const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
  return {
    regionLess: lines({ sdk, total: classes.length, types: regionLess.sort() }),
    types: lines({ sdk, aliases: sorted(aliases), shapes: sorted(shapes), types: sorted(types) }),
    functions: lines({ sdk, shapes: sorted(functionShapes), functions: sorted(functions) }),
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
  for (const [name, path] of Object.entries(OUTPUT)) {
    writeFileSync(path, files[name]);
    process.stdout.write(`${name} ${files[name].length} bytes\n`);
  }
}
