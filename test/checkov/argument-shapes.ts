// What kind of value each argument of a resource takes, read from the type declarations of @pulumi/aws: Terraform writes a list of objects
// as repeated blocks in the singular, Pulumi as a list in the plural, and a block that may stand once as an object.

import * as fs from "node:fs";
import * as path from "node:path";

export type Shape =
  | { readonly kind: "text" | "number" | "boolean" | "map" | "list" }
  /** One object, which Terraform writes as a block, or many of them. */
  | { readonly kind: "object" | "objects"; readonly of: string };

/** Names of arguments to their shapes. */
export type Shapes = ReadonlyMap<string, Shape>;

const sdk = path.dirname(require.resolve("@pulumi/aws/package.json"));

/** `aws:s3/bucket:Bucket` to the shapes of `BucketArgs`; undefined for a type that the SDK does not have. */
export function argumentsOf(token: string): Shapes | undefined {
  const [, module = "", name = ""] = token.split(":");
  const file = path.join(sdk, `${module}.d.ts`);
  return fs.existsSync(file) ? interfacesIn(file).get(`${name}Args`) : undefined;
}

/** `s3.BucketLoggingTargetGrant` to the shapes of that object. */
export function membersOf(name: string): Shapes {
  return interfacesIn(path.join(sdk, "types/input.d.ts")).get(name) ?? new Map();
}

const read = new Map<string, ReadonlyMap<string, Shapes>>();

/** Interfaces by name, with that of their namespace where they have one. The SDK is generated: one member takes one line. */
function interfacesIn(file: string): ReadonlyMap<string, Shapes> {
  const known = read.get(file);
  if (known !== undefined) return known;
  const interfaces = new Map<string, Map<string, Shape>>();
  const namespaces: string[] = [];
  let members: Map<string, Shape> | undefined;
  for (const line of fs.readFileSync(file, "utf8").split("\n")) {
    const opened = /^\s*(?:export )?(?:declare )?(namespace|interface) (\w+).*\{$/.exec(line);
    const [, kind, name] = opened ?? [];
    if (kind === "namespace" && name !== undefined) namespaces.push(name);
    else if (name !== undefined) {
      members = new Map();
      interfaces.set([...namespaces, name].join("."), members);
    } else if (/^\s*\}$/.test(line)) {
      if (members !== undefined) members = undefined;
      else namespaces.pop();
    } else {
      // Maps take three lines, of which the first says enough.
      const [, member, type] = /^\s*(\w+)\??: (.+[;{])$/.exec(line) ?? [];
      if (member !== undefined && type !== undefined) members?.set(member, shapeOf(type));
    }
  }
  read.set(file, interfaces);
  return interfaces;
}

function shapeOf(type: string): Shape {
  // Policies may be objects too; what the provider gets is a text.
  if (/\bPolicyDocument\b/.test(type)) return { kind: "text" };
  const isList = type.includes("[]");
  const [, of] = /\binputs\.([\w.]+)/.exec(type) ?? [];
  if (of !== undefined) return { kind: isList ? "objects" : "object", of };
  if (isList) return { kind: "list" };
  if (type.endsWith("{")) return { kind: "map" };
  if (/\bboolean\b/.test(type)) return { kind: "boolean" };
  return { kind: /\bnumber\b/.test(type) ? "number" : "text" };
}
