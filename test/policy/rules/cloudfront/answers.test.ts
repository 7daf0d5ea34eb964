import { requireAccessLogs } from "../../../../policy/rules/cloudfront/require-access-logs";
import { requireDefaultRootObject } from "../../../../policy/rules/cloudfront/require-default-root-object";
import { requireSecurityHeaders } from "../../../../policy/rules/cloudfront/require-security-headers";
import {
  behavior,
  distribution,
  distributionArn,
  distributionType,
  httpsOrigin,
  multitenantType,
} from "../../kit/distributions";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";
import { bucket, deployed, site } from "../../kit/stacks";

const source = (change: Partial<Example> = {}, props: object = {}): Example => ({
  type: "aws:cloudwatch/logDeliverySource:LogDeliverySource",
  name: "source",
  props: { logType: "ACCESS_LOGS", resourceArn: unknown, region: "us-east-1", ...props },
  sources: { resourceArn: ["site"] },
  ...change,
});
const delivery: Example = {
  type: "aws:cloudwatch/logDelivery:LogDelivery",
  name: "delivery",
  props: { deliverySourceName: unknown, deliveryDestinationArn: unknown },
  sources: { deliverySourceName: ["source"] },
};
const unlogged =
  "(resource): has no access log; fix: create an aws.cloudwatch.LogDeliverySource with its ARN and an aws.cloudwatch.LogDelivery";

testJoin(requireAccessLogs, {
  violating: {
    "a distribution without": { stack: [site()], messages: { site: [unlogged] } },
    "a multi-tenant distribution without": {
      stack: [site({ type: multitenantType })],
      messages: { site: [unlogged] },
    },
    "legacy settings without bucket": {
      stack: [site({}, { loggingConfig: { includeCookies: true } })],
      messages: { site: [unlogged] },
    },
    "a source without delivery": {
      stack: [site(), source()],
      messages: {
        site: [
          "(resource): has a log delivery source and no delivery of it; fix: create an aws.cloudwatch.LogDelivery",
        ],
      },
    },
    "a source of connection logs only": {
      stack: [site(), source({}, { logType: "CONNECTION_LOGS" }), delivery],
      messages: { site: [unlogged] },
    },
  },
  clean: {
    "a log delivery": [site(), source(), delivery],
    "a deployed log delivery": [
      deployed.site,
      source({ sources: {} }, { resourceArn: distributionArn, name: "shop" }),
      { ...delivery, props: { deliverySourceName: "shop" }, sources: {} },
    ],
    "a staging distribution": [site({}, { staging: true })],
    "the legacy way": [site({}, { loggingConfig: { bucket: "shop-logs.s3.amazonaws.com" } })],
    "the legacy way with a bucket that is not there yet": [
      site({ sources: { loggingConfig: ["files"] } }, { loggingConfig: { bucket: unknown } }),
      bucket,
    ],
  },
  unknown: {
    "a bucket from elsewhere": {
      stack: [site({}, { loggingConfig: { bucket: unknown } })],
      undecided: "site:loggingConfig.bucket",
    },
  },
});

const managed = "67f7725c-6f97-4210-82d7-5512b31e9d03";
const headersPolicyType = "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy";
const headersFix = `fix: set it to "${managed}", the managed SecurityHeadersPolicy`;
const withHeaders = (responseHeadersPolicyId: unknown) =>
  distribution({
    defaultCacheBehavior: { ...behavior(), responseHeadersPolicyId },
    orderedCacheBehaviors: [{ pathPattern: "/api/*", ...behavior(), responseHeadersPolicyId: managed }],
  });
const transport = (strictTransportSecurity: unknown) => ({ securityHeadersConfig: { strictTransportSecurity } });
const transportAt = "securityHeadersConfig.strictTransportSecurity";
const yearFix = "fix: set accessControlMaxAgeSec to 31536000";

testRule(requireSecurityHeaders, {
  type: distributionType,
  violating: {
    "behaviors without": {
      props: distribution(),
      messages: [
        `defaultCacheBehavior.responseHeadersPolicyId: is not set; ${headersFix}`,
        `orderedCacheBehaviors[0].responseHeadersPolicyId: is not set; ${headersFix}`,
      ],
    },
    "a managed policy for other origins": {
      props: withHeaders("60669652-455b-4ae9-85a4-c4c02393f86c"),
      messages: [
        `defaultCacheBehavior.responseHeadersPolicyId: is a managed policy without security headers; ${headersFix}`,
      ],
    },
    "a behavior of a multi-tenant distribution": {
      type: multitenantType,
      props: {
        defaultCacheBehavior: { responseHeadersPolicyId: managed },
        cacheBehaviors: [{ responseHeadersPolicyId: "" }],
      },
      messages: [`cacheBehaviors[0].responseHeadersPolicyId: is not set; ${headersFix}`],
    },
    "a policy without HSTS": {
      type: headersPolicyType,
      props: { corsConfig: {} },
      messages: [`${transportAt}: is not set; ${yearFix}`],
    },
    "a policy with HSTS of an hour": {
      type: headersPolicyType,
      props: transport({ accessControlMaxAgeSec: 3600, override: true }),
      messages: [`${transportAt}.accessControlMaxAgeSec: is less than a year; ${yearFix}`],
    },
    "a policy with HSTS of text": {
      type: headersPolicyType,
      props: transport({ accessControlMaxAgeSec: "long" }),
      messages: [`${transportAt}.accessControlMaxAgeSec: is less than a year; ${yearFix}`],
    },
  },
  clean: {
    "the managed policy": { props: withHeaders(managed) },
    "a policy of the stack": { props: withHeaders(unknown) },
    "HSTS of two years": { type: headersPolicyType, props: transport({ accessControlMaxAgeSec: 63_072_000 }) },
  },
  unknown: {
    "a computed behavior": {
      props: { ...withHeaders(managed), orderedCacheBehaviors: unknown },
      path: "orderedCacheBehaviors",
    },
    "a computed age": {
      type: headersPolicyType,
      props: transport({ accessControlMaxAgeSec: unknown }),
      path: `${transportAt}.accessControlMaxAgeSec`,
    },
    "computed headers": {
      type: headersPolicyType,
      props: { securityHeadersConfig: unknown },
      path: "securityHeadersConfig",
    },
  },
});

const root =
  'defaultRootObject: is not set, and requests for the root go to a bucket; fix: set it, for instance to "index.html"';
const grouped = {
  originGroups: [{ originId: "both", members: [{ originId: "api" }, { originId: "site" }] }],
  defaultCacheBehavior: { ...behavior(), targetOriginId: "both" },
};

testRule(requireDefaultRootObject, {
  type: distributionType,
  violating: {
    "a bucket at the root": { props: distribution(), messages: [root] },
    "a bucket in a group, and an empty key": {
      props: distribution({ ...grouped, defaultRootObject: "" }),
      messages: [root],
    },
    "a bucket of a multi-tenant distribution": {
      type: multitenantType,
      props: {
        origins: [{ id: "a", domainName: "shop.s3.amazonaws.com" }],
        defaultCacheBehavior: { targetOriginId: "a" },
      },
      messages: [root],
    },
  },
  clean: {
    "an object": { props: distribution({ defaultRootObject: "index.html" }) },
    "an API at the root, beside a bucket": {
      props: distribution({ defaultCacheBehavior: { ...behavior(), targetOriginId: "api" } }),
    },
    "no bucket": { props: distribution({ origins: [httpsOrigin()] }) },
  },
  unknown: {
    "a computed key": { props: distribution({ defaultRootObject: unknown }), path: "defaultRootObject" },
    "computed origins": { props: distribution({ origins: unknown }), path: "defaultRootObject" },
    "computed groups": { props: distribution({ ...grouped, originGroups: unknown }), path: "defaultRootObject" },
    "computed members of a group": {
      props: distribution({ ...grouped, originGroups: [{ originId: "both", members: unknown }] }),
      path: "defaultRootObject",
    },
  },
});
