// The Regions that are left for one resource: those of the environment, less what its tenant and the class of its data leave out.

import type { Property } from "../../aws/reading";
import type { Parameters } from "../../parameters";
import type { Finding } from "../../rule";
import { undecided, violated, wholeResource } from "../../rule";
import { defaultDataClassTag, defaultTenantTag } from "./parameters";

export interface Scope {
  readonly allowed: ReadonlySet<string>;
  /** The data is of a class that nothing is excepted for. */
  readonly isStrict: boolean;
  /** What is wrong or not known about the tags that decide. */
  readonly findings: readonly Finding[];
}

export function fixFor(allowed: ReadonlySet<string>): string {
  return allowed.size === 0
    ? "let allowedRegions, tenants and dataClasses have a Region in common"
    : `use one of ${[...allowed].sort().join(", ")}`;
}

export interface Tagged {
  readonly properties: Property;
  readonly stackTags?: ReadonlyMap<string, string>;
}

export function scopeOf(resource: Tagged, parameters: Parameters): Scope {
  const tenants = parameters.textsByName("tenants");
  const classes = parameters.textsByName("dataClasses");
  const findings: Finding[] = [];
  let allowed = parameters.texts("allowedRegions");
  const narrow = (regions: readonly string[]) => {
    allowed = allowed.filter((region) => regions.includes(region));
  };
  if (tenants.size > 0) {
    const tag = parameters.text("tenantTag") ?? defaultTenantTag;
    for (const { name, where } of labelsOf(resource, tag, parameters.text("tenant"))) {
      const regions = name === undefined ? undefined : tenants.get(name);
      if (regions !== undefined) narrow(regions);
      else if (name === undefined && typeof where !== "string" && where.state === "unknown")
        findings.push(undecided(where));
      else findings.push(violated(where, "names a tenant that the config has no Regions for", "add it to tenants"));
    }
  }
  const data = dataClassesOf(resource, parameters);
  if (classes.size > 0) for (const name of data.names) narrow(classes.get(name) ?? allowed);
  if (classes.size > 0 || parameters.texts("strictDataClasses").length > 0)
    findings.push(...data.unknown.map((tag) => undecided(tag)));
  return { allowed: new Set(allowed), isStrict: data.isStrict, findings };
}

export interface DataClasses {
  readonly names: readonly string[];
  readonly isStrict: boolean;
  readonly unknown: readonly Property[];
}

/** By the resource's own tag and by the stack's: where both name a class, both hold. */
export function dataClassesOf(resource: Tagged, parameters: Parameters): DataClasses {
  const labels = labelsOf(resource, parameters.text("dataClassTag") ?? defaultDataClassTag);
  const names = labels.flatMap(({ name }) => name ?? []);
  return {
    names,
    isStrict: parameters.texts("strictDataClasses").some((strict) => names.includes(strict)),
    unknown: labels.flatMap(({ where }) => (typeof where !== "string" && where.state === "unknown" ? where : [])),
  };
}

interface Label {
  readonly name: string | undefined;
  readonly where: Property | string;
}

function labelsOf({ properties, stackTags }: Tagged, tag: string, ofConfig?: string): Label[] {
  const ofStack = [ofConfig, stackTags?.get(tag)].filter((name) => name !== undefined);
  return [
    ...tagsOf(properties, tag).map((where) => ({ name: where.text, where })),
    ...[...new Set(ofStack)].map((name) => ({ name, where: wholeResource })),
  ];
}

/** Most resources have an object of tags, groups of instances a list. `tagsAll` also has those of the provider. */
function tagsOf(properties: Property, tag: string): Property[] {
  const tags = ["tags", "tagsAll"].map((name) => properties.at(name));
  const found = tags.flatMap((all) =>
    all.isList
      ? all.items.filter((item) => item.at("key").text === tag).map((item) => item.at("value"))
      : [all.at(tag)],
  );
  const set = found.filter((value) => value.state !== "absent");
  const known = set.filter((value) => value.state === "known");
  // One of the two is enough.
  return (known.length > 0 ? known : set).slice(0, 1);
}
