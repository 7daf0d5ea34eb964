// DNS names as ACM, Route 53 and CloudFront accept them.

const LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
// The last label has a letter in it; without that, addresses such as 10.0.0.1 would be names.
const DOMAIN_NAME = new RegExp(`^(?:${LABEL}\\.)+(?=[^.]*[a-z])${LABEL}$`);
const MAX_CHARACTERS = 253;

/** A full name in lower case, without scheme, port, path, trailing dot or wildcard; other scripts as `xn--…`. */
export function isDomainName(text: string): boolean {
  return text.length <= MAX_CHARACTERS && DOMAIN_NAME.test(text);
}

/** As `isDomainName`, or one with `*.` in front. */
export function isDomainNameOrWildcard(text: string): boolean {
  return isDomainName(withoutWildcard(text));
}

/** `*.example.com` becomes `example.com`: ACM proves both with the same record. */
export function withoutWildcard(name: string): string {
  return name.startsWith("*.") ? name.slice(2) : name;
}
