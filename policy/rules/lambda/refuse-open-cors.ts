import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";
import { functionUrlType } from "./require-url-auth";

/** A function URL names the sites whose scripts may call it. */
export const refuseOpenCors: Rule = {
  name: "lambda-url-cors",
  severity: "medium",
  reason:
    "A function URL must name the origins whose scripts may call it, or any site can do so in a visitor's browser.",
  remediation: 'Set cors.allowOrigins to the exact origins, such as ["https://shop.example"].',
  url: "https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html#urls-cors",
  frameworks: [],
  profile: "baseline",
  types: [functionUrlType],
  *check({ properties }: Resource) {
    const origins = properties.at("cors", "allowOrigins");
    if (origins.state === "unknown") yield undecided(origins);
    for (const origin of origins.items) {
      if (origin.state === "unknown") yield undecided(origin);
      else if (/^(https?:\/\/)?\*$/.test(origin.text ?? ""))
        yield violated(origin, "is every origin", 'name the exact origins, such as "https://shop.example"');
    }
  },
};
