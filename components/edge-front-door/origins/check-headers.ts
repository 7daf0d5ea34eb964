import type * as pulumi from "@pulumi/pulumi";
import { isKeptByCloudFront } from "../../aws/origin-headers";
import type { Problem } from "../../errors";
import { LIMITS, type Quotas } from "../compatibility/quotas";

/** Values stay out of the messages: they are often secrets. */
export function checkHeaders(path: string, headers: Record<string, pulumi.Input<string>>, quotas: Quotas): Problem[] {
  const problems: Problem[] = [];
  const names = Object.keys(headers);
  if (names.length > quotas.originHeaders) {
    problems.push({ path, must: `have at most ${quotas.originHeaders} headers`, got: names.length });
  }
  let total = 0;
  for (const [name, value] of Object.entries(headers)) {
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) || name.length > LIMITS.originHeaderNameCharacters) {
      problems.push({
        path,
        must: `have HTTP header names of at most ${LIMITS.originHeaderNameCharacters} characters`,
        got: name,
      });
    } else if (isKeptByCloudFront(name)) {
      problems.push({ path, must: "not name a header that CloudFront keeps to itself", got: name });
    }
    total += name.length + (typeof value === "string" ? value.length : 0);
    if (typeof value === "string" && value.length > LIMITS.originHeaderValueCharacters) {
      problems.push({
        path: `${path}.${name}`,
        must: `have at most ${LIMITS.originHeaderValueCharacters} characters`,
        got: value.length,
      });
    }
  }
  if (total > LIMITS.originHeaderTotalCharacters) {
    problems.push({
      path,
      must: `have at most ${LIMITS.originHeaderTotalCharacters} characters, all names and values together`,
      got: total,
    });
  }
  const lowered = names.map((name) => name.toLowerCase());
  for (const name of new Set(lowered.filter((each, index) => lowered.indexOf(each) < index))) {
    problems.push({ path, must: "name each header once: capitals make no difference", got: name });
  }
  return problems;
}
