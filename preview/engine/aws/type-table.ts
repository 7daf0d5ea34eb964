// What the installed SDK says of each AWS resource type, from the two generated tables. Loaded on first use, decoded per type.

import { readFileSync } from "node:fs";
import { join } from "node:path";

export type Kind = "string" | "number" | "boolean" | "map" | "object" | "list";

export interface Field {
  name: string;
  kind: Kind;
  /** Of a list's elements. */
  element?: Kind;
  /** Name of the interface an object, or a list's elements, has in the SDK. */
  shape?: string;
}

export interface TypeInfo {
  /** `aws:lb/targetGroup:TargetGroup` → `lb`. */
  module: string;
  /** … → `TargetGroup`. */
  resource: string;
  /** The table's key, `lb/TargetGroup`; an alias token has the key of the type it stands for. */
  key: string;
  takesRegion: boolean;
  /** Template of the id; "" when the SDK's documentation shows none. */
  idTemplate: string;
  /** Outputs that are never arguments. */
  computed: Field[];
  /** Optional arguments that the provider fills in when they are absent. */
  filled: Field[];
  /** Required arguments: known only to `.get()` as something to be looked up. */
  required: Field[];
}

interface TypesFile {
  sdk: string;
  aliases: Record<string, string>;
  shapes: Record<string, string>;
  types: Record<string, string>;
}

interface FunctionsFile {
  shapes: Record<string, string>;
  functions: Record<string, string>;
}

/** How a function that looks up one existing thing is answered: as if it were a resource of the type `like`. */
export interface Lookup {
  like: string;
  /** The argument that carries the resource's id. */
  id?: string;
  /** Arguments that the resource knows by another name. */
  rename?: Record<string, string>;
}

interface RegionLessFile {
  sdk: string;
  total: number;
  types: string[];
}

function loadOnce<T>(file: string): () => T {
  let loaded: T | undefined;
  return () => {
    loaded ??= JSON.parse(readFileSync(join(__dirname, file), "utf8")) as T;
    return loaded;
  };
}

const typesFile = loadOnce<TypesFile>("types.generated.json");
const regionLessTypes = loadOnce<RegionLessFile>("region-less-types.generated.json");
const functionsFile = loadOnce<FunctionsFile>("functions.generated.json");
const lookups = loadOnce<Record<string, Lookup>>("invokes/lookups.json");

let regionLess: { types: Set<string>; modules: Set<string> } | undefined;

function regionLessSets(): { types: Set<string>; modules: Set<string> } {
  if (regionLess !== undefined) return regionLess;
  const types = new Set(regionLessTypes().types);
  // A module none of whose types takes a Region is a global service: a type that a newer SDK adds to it is read so too.
  const modules = new Set([...types].map(moduleOf));
  for (const key of Object.keys(typesFile().types)) {
    const module = key.slice(0, key.indexOf("/"));
    if (modules.has(module) && !types.has(tokenOf(key))) modules.delete(module);
  }
  regionLess = { types, modules };
  return regionLess;
}

function moduleOf(token: string): string {
  return token.slice("aws:".length, token.indexOf("/"));
}

const TOKEN = /^aws:(\w+)\/(\w+):(\w+)$/;

/** `lb/TargetGroup` → `aws:lb/targetGroup:TargetGroup`. */
function tokenOf(key: string): string {
  const [module = "", rest = ""] = key.split("/");
  const [file, name] = rest.includes(":") ? rest.split(":") : [undefined, rest];
  return `aws:${module}/${file ?? rest.charAt(0).toLowerCase() + rest.slice(1)}:${name}`;
}

function keyOf(match: RegExpExecArray): string {
  const [, module, file, name = ""] = match;
  const regular = file === name.charAt(0).toLowerCase() + name.slice(1);
  const key = regular ? `${module}/${name}` : `${module}/${file}:${name}`;
  return typesFile().aliases[key] ?? key;
}

const KIND_OF_MARK: Readonly<Record<string, Kind>> = { "": "string", "#": "number", "?": "boolean", "%": "map" };

/** The marks are explained where they are written, in generate-tables.cjs. */
function decode(fields: string | undefined): Field[] {
  if (fields === undefined || fields === "") return [];
  return fields.split(" ").map((text): Field => {
    const [, name = text, mark = "", shape] = /^(\w+)([#?%]?\*?|[[{])([\w.]*)[\]}]?$/.exec(text) ?? [];
    if (mark === "[") return { name, kind: "list", element: shape ? "object" : "map", shape: shape || undefined };
    if (mark === "{") return { name, kind: "object", shape: shape || undefined };
    if (mark.endsWith("*")) return { name, kind: "list", element: mark === "#*" ? "number" : "string" };
    return { name, kind: KIND_OF_MARK[mark] ?? "string" };
  });
}

const shapes = new Map<string, Field[]>();

/** Fields that are always there in an object of the SDK's output types. */
export function shapeFields(shape: string): Field[] {
  let fields = shapes.get(shape);
  if (fields === undefined) {
    fields = decode(typesFile().shapes[shape] ?? functionsFile().shapes[shape]);
    shapes.set(shape, fields);
  }
  return fields;
}

export interface LookupInfo {
  lookup: Lookup;
  info: TypeInfo;
  results: Field[];
}

const lookupInfos = new Map<string, LookupInfo | undefined>();

/** What a lookup answers, and as what; undefined for a function that is not in the table. `key` is `ec2/getVpc`. */
export function lookupOf(key: string): LookupInfo | undefined {
  if (lookupInfos.has(key)) return lookupInfos.get(key);
  const lookup = Object.hasOwn(lookups(), key) ? lookups()[key] : undefined;
  const info = lookup && typeInfo(tokenOf(lookup.like));
  const found = lookup && info && { lookup, info, results: decode(functionsFile().functions[key]) };
  lookupInfos.set(key, found);
  return found;
}

/** Keys of all lookups. */
export function lookupKeys(): string[] {
  return Object.keys(lookups());
}

const infos = new Map<string, TypeInfo | undefined>();

/** What is known of a type; a type that a newer SDK brings has no outputs but its `arn` and tags. Undefined for other packages. */
export function typeInfo(token: string): TypeInfo | undefined {
  if (infos.has(token)) return infos.get(token);
  const info = readTypeInfo(token);
  infos.set(token, info);
  return info;
}

function readTypeInfo(token: string): TypeInfo | undefined {
  const match = TOKEN.exec(token);
  if (match === null) return undefined;
  const key = keyOf(match);
  const known = typesFile().types[key];
  const [idTemplate = "", computed, filled, required] = (known ?? "|arn tagsAll%|name|").split("|");
  const [module = "", name = ""] = key.split("/");
  const canonical = tokenOf(key);
  const { types, modules } = regionLessSets();
  return {
    module,
    resource: name.slice(name.indexOf(":") + 1),
    key,
    takesRegion: !types.has(canonical) && (known !== undefined || !modules.has(module)),
    idTemplate,
    computed: decode(computed),
    filled: decode(filled),
    required: decode(required),
  };
}

/**
 * True if resources of this type token take a `region` argument in @pulumi/aws 7, alias tokens included. A type that the
 * table does not know, because a newer SDK brought it, takes one unless its whole service is global.
 */
export function takesRegion(type: string): boolean {
  return typeInfo(type)?.takesRegion ?? false;
}

/** Version of @pulumi/aws that the tables were made from, and how many types they hold. */
export function tableVersion(): { sdk: string; types: number } {
  return { sdk: typesFile().sdk, types: Object.keys(typesFile().types).length };
}

/** Every type token in the table. */
export function knownTypes(): string[] {
  return Object.keys(typesFile().types).map(tokenOf);
}
