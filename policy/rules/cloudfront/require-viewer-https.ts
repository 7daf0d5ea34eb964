import { pciDss, securityHub } from "../../frameworks";
import { isJsonObject } from "../../json";
import type { Resource, Rule } from "../../rule";
import { mustBeOneOf, undecided } from "../../rule";
import { behaviorProperties, distributionTypes } from "./distribution";

const secure = new Set(["redirect-to-https", "https-only"]);

/** Every cache behavior, the default one and each ordered one, refuses or redirects plain HTTP. */
export const requireViewerHttps: Rule = {
  name: "cloudfront-viewer-https",
  severity: "high",
  reason:
    "Viewers must reach every CloudFront cache behavior over HTTPS, so that nobody on the way reads or changes what is served.",
  remediation:
    'Set viewerProtocolPolicy to "redirect-to-https" or "https-only" in defaultCacheBehavior and in every ordered behavior.',
  url: "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-viewers-to-cloudfront.html",
  frameworks: [securityHub("CloudFront.3"), pciDss("4.2.1")],
  profile: "baseline",
  types: distributionTypes,
  *check({ properties }: Resource) {
    const fix = 'set it to "redirect-to-https" or "https-only"';
    const [first, ...lists] = behaviorProperties;
    yield* mustBeOneOf(properties.at(first, "viewerProtocolPolicy"), secure, fix);
    for (const list of lists.map((name) => properties.at(name))) {
      if (list.state === "unknown") yield undecided(list);
      for (const behavior of list.items) yield* mustBeOneOf(behavior.at("viewerProtocolPolicy"), secure, fix);
    }
  },
  // Old links keep working: plain HTTP is redirected.
  remediate: (_, inputs) => {
    const changed = Object.entries(inputs).flatMap(([key, value]): [string, unknown][] => {
      if (!behaviorKeys.has(key)) return [];
      const redirected = Array.isArray(value) ? value.map(redirect) : redirect(value);
      return isSame(value, redirected) ? [] : [[key, redirected]];
    });
    return changed.length === 0 ? undefined : { ...inputs, ...Object.fromEntries(changed) };
  },
};

const behaviorKeys: ReadonlySet<string> = new Set(behaviorProperties);

function redirect(behavior: unknown): unknown {
  return isJsonObject(behavior) && behavior.viewerProtocolPolicy === "allow-all"
    ? { ...behavior, viewerProtocolPolicy: "redirect-to-https" }
    : behavior;
}

function isSame(before: unknown, after: unknown): boolean {
  return Array.isArray(before) && Array.isArray(after)
    ? before.every((behavior, i) => behavior === after[i])
    : before === after;
}
