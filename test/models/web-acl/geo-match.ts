// https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-geo-match.html

import { compileForwardedIp } from "./forwarded-ip";
import type { Place } from "./inputs";
import type { Matcher, RuleContext } from "./matcher";
import { clientIpOf } from "./web-request";
import { entry } from "./world";

/** Also labels every request it inspects with its country, matching or not. Regions are always unknown here: XX. */
export function compileGeoMatch(statement: Place, context: RuleContext): Matcher {
  statement.only("countryCodes", "forwardedIpConfig");
  // At most 50: https://docs.aws.amazon.com/waf/latest/developerguide/limits.html
  const countryCodes = statement.required("countryCodes").list(1, 50);
  const countries = new Set(countryCodes.map((code) => code.textLike(/^[A-Z]{2}$/)));
  const { country } = context.world;
  if (country === undefined) {
    throw statement.notInWorld("a country");
  }
  const countryOf = (address: string): string =>
    (typeof country === "string" ? country : entry(country, address)) ?? "XX";

  const config = statement.optional("forwardedIpConfig");
  const forwarded = config && compileForwardedIp(config, false);
  const source = forwarded ? "forwardedip" : "clientip";
  return ({ request, addLabel }) => {
    const addresses = forwarded ? forwarded(request) : [clientIpOf(request)];
    if (typeof addresses === "boolean") {
      return addresses;
    }
    const found = addresses.map(countryOf);
    for (const code of found) {
      addLabel(`awswaf:${source}:geo:country:${code}`);
      addLabel(`awswaf:${source}:geo:region:${code}-XX`);
    }
    return found.some((code) => countries.has(code));
  };
}
