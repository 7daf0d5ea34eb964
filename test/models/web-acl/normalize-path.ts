// "AWS WAF normalizes the input string by removing multiple slashes, directory self-references, and directory back-references
// that are not at the beginning of the input."
// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-transformation.html
//
// The sentence is ModSecurity's of its own `normalizePath`, so what it leaves open is taken from there: a back-reference takes
// its directory along; above the root of an absolute path it goes nowhere; a slash at the end stays and none is added.
// https://github.com/owasp-modsecurity/ModSecurity/blob/v3/master/src/actions/transformations/normalise_path.cc
//
// Nothing is decoded: %2e%2e is a name until URL_DECODE has run.

export function normalizePath(input: string): string {
  const absolute = input.startsWith("/");
  const kept: string[] = [];
  for (const segment of input.split("/")) {
    if (segment === "..") {
      const above = kept.at(-1);
      if (above !== undefined && above !== "..") {
        kept.pop();
      } else if (!absolute) {
        kept.push(segment);
      }
    } else if (segment !== "" && segment !== ".") {
      kept.push(segment);
    }
  }
  const root = absolute ? "/" : "";
  const end = input.endsWith("/") && kept.length > 0 ? "/" : "";
  return `${root}${kept.join("/")}${end}`;
}

/** "Converts backslash characters to forward slashes and then processes the resulting string using NORMALIZE_PATH." */
export const normalizePathWin = (input: string): string => normalizePath(input.replaceAll("\\", "/"));
