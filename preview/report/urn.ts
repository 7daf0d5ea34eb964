/** The name a program gave a resource: everything after the type, which may hold `::` itself. */
export function urnName(urn: string): string {
  return urn.split("::").slice(3).join("::");
}

/** `aws:s3/bucket:Bucket` as people write it: `aws:s3:Bucket`. */
export function displayType(type: string): string {
  const [pkg = "", module = "", name = ""] = type.split(":");
  const [shortModule = "", last] = module.split("/");
  const isDoubled = last !== undefined && last.toLowerCase() === name.toLowerCase();
  return isDoubled ? `${pkg}:${shortModule}:${name}` : type;
}

/** The type of the resource of a URN, without its parents' types. */
export function urnType(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}
