import type { Resource, Rule } from "../../rule";
import { undecided, violated } from "../../rule";

/** A bucket answers browsers of exact origins over HTTPS only. */
export const requireExactCorsOrigin: Rule = {
  name: "s3-cors-exact-origin",
  severity: "medium",
  reason:
    "The CORS rules of a bucket must name exact HTTPS origins, or any website can use what its visitor's browser may read.",
  remediation: 'Set allowedOrigins to the exact origins, such as "https://files.example.com", without wildcards.',
  url: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html",
  frameworks: [],
  profile: "strict",
  types: ["aws:s3/bucketCorsConfiguration:BucketCorsConfiguration", "aws:s3/bucket:Bucket"],
  *check({ properties }: Resource) {
    const rules = properties.at("corsRules");
    if (rules.state === "unknown") yield undecided(rules);
    for (const rule of rules.items) {
      const origins = rule.at("allowedOrigins");
      if (origins.state === "unknown") yield undecided(origins);
      for (const origin of origins.items) {
        if (origin.state === "unknown") yield undecided(origin);
        else if (!/^https:\/\/[^*]+$/.test(origin.text ?? ""))
          yield violated(origin, "is no exact HTTPS origin", 'name one such as "https://files.example.com"');
      }
    }
  },
};
