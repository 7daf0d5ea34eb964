import type * as aws from "@pulumi/aws";
import { isCountry } from "../../aws/countries";
import type { Problem } from "../../errors";

/** Countries of viewers, by two-letter code. It says who may ask, not where answers are cached. Either of the two. */
export interface GeoRestrictionArgs {
  /** Viewers of all other countries get 403. */
  allowedCountries?: string[];
  blockedCountries?: string[];
}

export function describeGeoRestriction(
  geo: GeoRestrictionArgs | undefined,
): aws.types.input.cloudfront.DistributionRestrictionsGeoRestriction {
  if (geo?.allowedCountries !== undefined) {
    return { restrictionType: "whitelist", locations: [...geo.allowedCountries].sort() };
  }
  if (geo?.blockedCountries !== undefined) {
    return { restrictionType: "blacklist", locations: [...geo.blockedCountries].sort() };
  }
  return { restrictionType: "none" };
}

export function checkGeoRestriction(path: string, geo: GeoRestrictionArgs | undefined): Problem[] {
  if (geo === undefined) {
    return [];
  }
  const problems: Problem[] = [];
  if ((geo.allowedCountries === undefined) === (geo.blockedCountries === undefined)) {
    problems.push({
      path: `${path}.allowedCountries and ${path}.blockedCountries`,
      must: "be given one without the other",
    });
  }
  for (const argument of ["allowedCountries", "blockedCountries"] as const) {
    if (geo[argument]?.length === 0) {
      problems.push({ path: `${path}.${argument}`, must: "be a list of at least one country", got: [] });
    }
    for (const code of (geo[argument] ?? []).filter((each) => !isCountry(each))) {
      problems.push({
        path: `${path}.${argument}`,
        must: "have two-letter codes of countries (ISO 3166-1 alpha-2)",
        got: code,
        use: suggestCountry(code),
      });
    }
  }
  return problems;
}

/** What was probably meant. */
function suggestCountry(code: string): string {
  const upper = code.toUpperCase();
  return upper === "UK" ? '"GB"' : JSON.stringify(isCountry(upper) ? upper : "DE");
}
