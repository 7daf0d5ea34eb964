import { requireViewerHttps } from "../../../../policy/rules/cloudfront/require-viewer-https";
import { behavior, distribution, distributionType, multitenantType } from "../../kit/distributions";
import { unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const fix = 'fix: set it to "redirect-to-https" or "https-only"';

testRule(requireViewerHttps, {
  type: distributionType,
  violating: {
    "a default behavior open to HTTP": {
      props: distribution({ defaultCacheBehavior: behavior("allow-all") }),
      messages: [`defaultCacheBehavior.viewerProtocolPolicy: is "allow-all"; ${fix}`],
    },
    "each ordered behavior open to HTTP": {
      props: distribution({
        orderedCacheBehaviors: [behavior("allow-all"), behavior("https-only"), behavior("allow-all")],
      }),
      messages: [
        `orderedCacheBehaviors[0].viewerProtocolPolicy: is "allow-all"; ${fix}`,
        `orderedCacheBehaviors[2].viewerProtocolPolicy: is "allow-all"; ${fix}`,
      ],
    },
    "a default behavior without the setting": {
      props: distribution({ defaultCacheBehavior: { targetOriginId: "site" } }),
      messages: [`defaultCacheBehavior.viewerProtocolPolicy: is not set; ${fix}`],
    },
    "a behavior of a multi-tenant distribution open to HTTP": {
      type: multitenantType,
      props: { defaultCacheBehavior: behavior(), cacheBehaviors: [behavior("allow-all")] },
      messages: [`cacheBehaviors[0].viewerProtocolPolicy: is "allow-all"; ${fix}`],
    },
    "the default behavior of a multi-tenant distribution open to HTTP": {
      type: multitenantType,
      props: { defaultCacheBehavior: behavior("allow-all") },
      messages: [`defaultCacheBehavior.viewerProtocolPolicy: is "allow-all"; ${fix}`],
    },
  },
  clean: {
    "redirects and HTTPS only": { props: distribution() },
    "a distribution with the default behavior alone": { props: distribution({ orderedCacheBehaviors: undefined }) },
    "a multi-tenant distribution": { type: multitenantType, props: { defaultCacheBehavior: behavior("https-only") } },
  },
  unknown: {
    "a computed policy": {
      props: distribution({ defaultCacheBehavior: behavior(unknown) }),
      path: "defaultCacheBehavior.viewerProtocolPolicy",
    },
    "computed behaviors": { props: distribution({ orderedCacheBehaviors: unknown }), path: "orderedCacheBehaviors" },
    "computed behaviors of a multi-tenant distribution": {
      type: multitenantType,
      props: { defaultCacheBehavior: behavior(), cacheBehaviors: unknown },
      path: "cacheBehaviors",
    },
    "two computed policies": {
      props: distribution({ defaultCacheBehavior: behavior(unknown), orderedCacheBehaviors: [behavior(unknown)] }),
      path: "defaultCacheBehavior.viewerProtocolPolicy, orderedCacheBehaviors[0].viewerProtocolPolicy",
    },
  },
});
