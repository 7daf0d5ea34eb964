import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type StandIn, standIn } from "../../../../preview/engine/aws";
import { standInRules } from "../../../../preview/engine/aws/stand-ins";
import { type Field, knownTypes, typeInfo } from "../../../../preview/engine/aws/type-table";
import type { PropertyMap, PropertyValue } from "../../../../preview/plan/plan";

const place = { partition: "aws", accountId: "123456789012", region: "eu-central-1" };

function make(type: string, name = "site", inputs: PropertyMap = {}): StandIn {
  return standIn({ type, name, urn: `urn:pulumi:dev::shop::${type}::${name}`, inputs, place });
}

function kindOf(value: PropertyValue | undefined): string {
  if (Array.isArray(value)) return "list";
  return value === null ? "null" : typeof value === "object" ? "object" : typeof value;
}

const expectedKind = (field: Field): string => (field.kind === "map" ? "object" : field.kind);

test("every type of the SDK has an id, and every computed output its declared kind", () => {
  const wrong: string[] = [];
  for (const type of knownTypes()) {
    const info = typeInfo(type);
    if (info === undefined) throw new Error(`no info for ${type}`);
    const { id, outputs } = make(type);
    if (id === "") wrong.push(`${type}: empty id`);
    for (const field of [...info.computed, ...info.filled]) {
      const kind = kindOf(outputs[field.name]);
      if (kind !== expectedKind(field)) wrong.push(`${type}.${field.name}: ${kind}, not ${expectedKind(field)}`);
    }
  }
  expect(wrong).toEqual([]);
});

test("every ARN has the form of one, in the right partition, Region and account", () => {
  const wrong: string[] = [];
  for (const type of knownTypes()) {
    const arn = make(type).outputs.arn;
    if (typeof arn !== "string") continue;
    const [prefix, partition, service, region, account, ...resource] = arn.split(":");
    const isPlaced =
      prefix === "arn" &&
      partition === "aws" &&
      /^[a-z0-9-]+$/.test(service ?? "") &&
      (region === "" || region === "eu-central-1") &&
      (account === "" || account === "123456789012" || account === "aws") &&
      !/^$|[,|]/.test(resource.join(":"));
    if (!isPlaced) wrong.push(`${type}: ${arn}`);
  }
  expect(wrong).toEqual([]);
});

test("nothing names a Region or an account other than its own", () => {
  const region = /\b(?:us|eu|ap|ca|sa|me|af|il|mx)-(?:north|south|east|west|central)(?:east|west)?-\d/g;
  const wrong: string[] = [];
  for (const type of knownTypes()) {
    const text = JSON.stringify(make(type));
    if ((text.match(region) ?? []).some((found) => found !== "eu-central-1")) wrong.push(`${type}: ${text}`);
    const accounts = text.match(/arn:aws:[a-z0-9-]*:[a-z0-9-]*:\d+:/g) ?? [];
    if (!accounts.every((arn) => arn.endsWith(":123456789012:"))) wrong.push(`${type}: ${text}`);
  }
  expect(wrong).toEqual([]);
});

test("no value is undefined, anywhere", () => {
  const hasUndefined = (value: unknown): boolean =>
    value === undefined || (value !== null && typeof value === "object" && Object.values(value).some(hasUndefined));
  const wrong = knownTypes().filter((type) => hasUndefined(make(type)));
  expect(wrong).toEqual([]);
});

test("rules speak only of types and outputs that the SDK has", () => {
  const root = dirname(require.resolve("@pulumi/aws/package.json"));
  const keys = new Map(knownTypes().map((type) => [typeInfo(type)?.key, type]));
  const wrong: string[] = [];
  for (const key of Object.keys(standInRules)) {
    const type = keys.get(key);
    if (type === undefined) {
      wrong.push(`${key}: no such type`);
      continue;
    }
    const file = type.slice("aws:".length, type.lastIndexOf(":"));
    const declaration = readFileSync(join(root, `${file}.d.ts`), "utf8");
    for (const name of Object.keys(make(type).outputs)) {
      if (!declaration.includes(`readonly ${name}: pulumi.Output<`)) wrong.push(`${key}.${name}: no such output`);
    }
  }
  expect(wrong).toEqual([]);
});

test("the same resource has the same values, another has others", () => {
  for (const type of ["aws:s3/bucket:Bucket", "aws:ec2/vpc:Vpc", "aws:amp/workspace:Workspace"]) {
    expect(make(type)).toEqual(make(type));
    expect(make(type, "other").id).not.toBe(make(type).id);
  }
});

test("8,000 resources of a type collide in no id", () => {
  for (const type of [
    "aws:s3/bucket:Bucket",
    "aws:cloudfront/distribution:Distribution",
    "aws:ec2/vpc:Vpc",
    "aws:kms/key:Key",
    "aws:apigatewayv2/api:Api",
    "aws:route53/zone:Zone",
  ]) {
    const ids = new Set(Array.from({ length: 8000 }, (_, i) => make(type, `site-${i}`).id));
    expect(ids.size).toBe(8000);
  }
});
