// URNs as the engine builds them: urn:pulumi:<stack>::<project>::<parent type>$…$<type>::<name>.

export const rootStackType = "pulumi:pulumi:Stack";

export interface Urn {
  stack: string;
  project: string;
  /** The whole parent type chain, joined by `$`, the resource's own type last. */
  qualifiedType: string;
  /** May itself hold `::`. */
  name: string;
}

const prefix = "urn:pulumi:";

/** The parts of a URN, or undefined where the text is none. */
export function parseUrn(urn: string): Urn | undefined {
  if (!urn.startsWith(prefix)) return undefined;
  const [stack, project, qualifiedType, ...name] = urn.slice(prefix.length).split("::");
  if (stack === undefined || project === undefined || qualifiedType === undefined || name.length === 0)
    return undefined;
  return { stack, project, qualifiedType, name: name.join("::") };
}

/** The resource's own type: the last of the chain. */
export function typeOfUrn(urn: string): string {
  const qualified = parseUrn(urn)?.qualifiedType ?? "";
  return qualified.slice(qualified.lastIndexOf("$") + 1);
}

export function nameOfUrn(urn: string): string {
  return parseUrn(urn)?.name ?? "";
}

/**
 * The URN of a resource. The stack is the root of the chain but never part of it, which is where hand-made URNs
 * (those of the SDK's mocks among them) differ from the engine's.
 */
export function makeUrn(stack: string, project: string, parent: string, type: string, name: string): string {
  const parentType = parent === "" ? "" : (parseUrn(parent)?.qualifiedType ?? "");
  const chain = parentType === "" || parentType === rootStackType ? type : `${parentType}$${type}`;
  return `${prefix}${stack}::${project}::${chain}::${name}`;
}

/** `aws` of `aws:s3/bucket:Bucket`. Provider resources (`pulumi:providers:aws`) belong to the package they configure. */
export function packageOfType(type: string): string {
  const [first = "", second, third] = type.split(":");
  return first === "pulumi" && second === "providers" && third !== undefined ? third : first;
}

export function isProviderType(type: string): boolean {
  return type.startsWith("pulumi:providers:");
}
