// Functions that look up one existing thing: answered with the stand-in of a resource of that type, so that a VPC found by
// tag has an id, an ARN and a main route table like one that the program creates.

import type { PropertyMap, PropertyValue } from "../../../plan/plan";
import { Context, kebab } from "../context";
import { computedValue } from "../fallback";
import { standInRule } from "../stand-ins";
import { type Field, lookupOf } from "../type-table";
import { type Answer, type Call, callText, text } from "./answer";
import { managedPolicy } from "./managed-policies";

type Facts = (c: Context, args: PropertyMap) => PropertyMap;

/** `filters: [{ name, values }]` as a map of first values. */
function filters(args: PropertyMap): Record<string, string> {
  const found: Record<string, string> = {};
  for (const filter of Array.isArray(args.filters) ? args.filters : []) {
    if (filter === null || typeof filter !== "object" || Array.isArray(filter)) continue;
    const values = filter.values;
    const first = Array.isArray(values) ? values[0] : undefined;
    if (typeof filter.name === "string" && typeof first === "string") found[filter.name] = first;
  }
  return found;
}

function ami(c: Context, args: PropertyMap): PropertyMap {
  const asked = filters(args);
  const name = asked.name ?? text(args, "nameRegex") ?? c.name;
  const architecture = asked.architecture ?? (/arm64|aarch64|graviton/i.test(name) ? "arm64" : "x86_64");
  return {
    architecture,
    blockDeviceMappings: [],
    hypervisor: "xen",
    imageId: c.id,
    imageType: "machine",
    name: name.replaceAll("*", "2024.01.01"),
    platform: /windows/i.test(name) ? "windows" : "",
    platformDetails: /windows/i.test(name) ? "Windows" : "Linux/UNIX",
    productCodes: [],
    public: true,
    rootDeviceName: "/dev/xvda",
    rootDeviceType: "ebs",
    virtualizationType: "hvm",
  };
}

function prefixList(c: Context, args: PropertyMap): PropertyMap {
  const name = text(args, "name") ?? filters(args)["prefix-list-name"] ?? c.name;
  const isAws = name.startsWith("com.amazonaws.");
  return {
    name,
    addressFamily: name.includes("ipv6") ? "IPv6" : "IPv4",
    entries: [],
    cidrBlocks: [],
    // What CloudFront's origin-facing list counts towards a security group's quota (CloudFront developer guide).
    maxEntries: 55,
    ...(isAws && { ownerId: "AWS", arn: `arn:${c.partition}:ec2:${c.region}:aws:prefix-list/${c.id}` }),
    version: 1,
  };
}

const FACTS: Readonly<Record<string, Facts>> = {
  "acm/getCertificate": () => ({ status: "ISSUED", certificate: "", certificateChain: "" }),
  "ec2/getAmi": ami,
  "ec2/getManagedPrefixList": prefixList,
  "ec2/getPrefixList": prefixList,
  "ec2/getSubnet": () => ({ availableIpAddressCount: 251, state: "available", ipv6CidrBlock: "", outpostArn: "" }),
  "ec2/getVpc": () => ({
    cidrBlock: "10.0.0.0/16",
    enableDnsHostnames: true,
    enableDnsSupport: true,
    instanceTenancy: "default",
    ipv6CidrBlock: "",
    ipv6CidrBlockAssociations: [],
  }),
  "kms/getKey": (c) => ({
    enabled: true,
    keyState: "Enabled",
    keyUsage: "ENCRYPT_DECRYPT",
    keyManager: "CUSTOMER",
    keySpec: "SYMMETRIC_DEFAULT",
    cloudHsmClusterId: "",
    customKeyStoreId: "",
    validTo: "",
    origin: "AWS_KMS",
    keyId: c.id,
  }),
  "route53/getZone": (_, args) => ({
    name: (text(args, "name") ?? "example.com").replace(/\.$/, ""),
    linkedServiceDescription: "",
    linkedServicePrincipal: "",
  }),
};

/** The id that the arguments give, where they give one. */
function givenId(call: Call, idArgument: string | undefined): string | undefined {
  const arn = text(call.args, "arn");
  if (call.key === "kms/getKey") {
    const key = text(call.args, "keyId") ?? "";
    return /^(?:arn:.*:key\/)?((?:mrk-)?[0-9a-f-]{32,36})$/.exec(key)?.[1];
  }
  return (idArgument && text(call.args, idArgument)) || arn;
}

/** Answers any function in lookups.json. */
export const lookup: Answer = (call) => {
  const found = lookupOf(call.key);
  if (found === undefined) return undefined;
  const { lookup: how, info, results } = found;
  const inputs: PropertyMap = {};
  for (const [name, value] of Object.entries(call.args)) inputs[how.rename?.[name] ?? name] = value;
  const managed = managedPolicy(call.key, call.args);
  const rule = standInRule(info.key);
  const c = new Context({
    info,
    rule,
    name: text(call.args, "name") ?? kebab(info.resource),
    urn: callText(call),
    inputs,
    place: call.place,
    readId: text(managed ?? {}, "id") ?? givenId(call, how.id),
  });
  const made: PropertyMap = { ...rule?.outputs?.(c) };
  if (call.key === "eks/getCluster") made.certificateAuthorities = [made.certificateAuthority ?? {}];
  else Object.assign(made, FACTS[call.key]?.(c, call.args));
  const answer: PropertyMap = { ...call.args };
  for (const field of results) {
    const given = call.args[field.name];
    const isGiven = given !== undefined && given !== null && field.name !== "id";
    answer[field.name] = isGiven ? given : resultValue(field, made, c);
  }
  return { ...answer, id: c.id, ...managed };
};

function resultValue(field: Field, made: PropertyMap, c: Context): PropertyValue {
  if (field.name === "region") return c.region;
  const value = made[field.name];
  // A looked-up thing's settings are not known: none rather than invented ones.
  if (value === undefined && field.kind === "list" && field.element === "object") return [];
  const fallback = value === undefined || field.kind === "object" ? computedValue(field, c) : undefined;
  if (value === undefined) return fallback ?? "";
  // A rule knows some fields of an object; the SDK's type promises the others too.
  const isObject = (v: PropertyValue | undefined): v is PropertyMap =>
    v !== null && typeof v === "object" && !Array.isArray(v);
  return isObject(value) && isObject(fallback) ? { ...fallback, ...value } : value;
}
