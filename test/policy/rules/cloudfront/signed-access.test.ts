import { refuseTrustedSigners } from "../../../../policy/rules/cloudfront/refuse-trusted-signers";
import { requireSignedPaths } from "../../../../policy/rules/cloudfront/require-signed-paths";
import { behavior, distribution, distributionType, multitenantType } from "../../kit/distributions";
import { judgeRule, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const ordered = (change: Record<string, unknown>) =>
  distribution({ orderedCacheBehaviors: [{ pathPattern: "/share/*", ...behavior(), ...change }] });
const signersFix = "names accounts whose root user signs; fix: leave it out and set trustedKeyGroups";

testRule(refuseTrustedSigners, {
  type: distributionType,
  violating: {
    "signers of the default behavior": {
      props: distribution({ defaultCacheBehavior: { ...behavior(), trustedSigners: ["self"] } }),
      messages: [`defaultCacheBehavior.trustedSigners: ${signersFix}`],
    },
    "signers of an ordered behavior, beside a key group": {
      props: ordered({ trustedSigners: [unknown], trustedKeyGroups: ["group"] }),
      messages: [`orderedCacheBehaviors[0].trustedSigners: ${signersFix}`],
    },
  },
  clean: {
    "key groups": { props: ordered({ trustedKeyGroups: ["group"] }) },
    "no signed access": { props: distribution() },
    "an empty list": { props: ordered({ trustedSigners: [] }) },
    "no behavior": { props: {} },
  },
  unknown: {
    "computed signers": {
      props: ordered({ trustedSigners: unknown }),
      path: "orderedCacheBehaviors[0].trustedSigners",
    },
    "computed behaviors": {
      props: distribution({ orderedCacheBehaviors: unknown }),
      path: "orderedCacheBehaviors",
    },
  },
});

const groupsFix = "names no key group for a signed path; fix: set it to the id of an aws.cloudfront.KeyGroup";
const at = "orderedCacheBehaviors[0].trustedKeyGroups";
const tenantBehavior = (trustedKeyGroups: unknown) => ({
  cacheBehaviors: [{ pathPattern: "/share/*", trustedKeyGroups }],
});

testRule(requireSignedPaths, {
  type: distributionType,
  config: { signedPaths: ["/share/*"] },
  violating: {
    "a behavior without key groups": { props: ordered({}), messages: [`${at}: ${groupsFix}`] },
    "an empty list, of a narrower path without slash": {
      props: ordered({ pathPattern: "share/2026/*.pdf", trustedKeyGroups: [] }),
      messages: [`${at}: ${groupsFix}`],
    },
    "trusted signers in their place": {
      props: ordered({ trustedSigners: ["self"] }),
      messages: [`${at}: ${groupsFix}`],
    },
    "a multi-tenant distribution with key groups that are switched off": {
      type: multitenantType,
      props: tenantBehavior({ enabled: false, items: ["group"] }),
      messages: [`cacheBehaviors[0].trustedKeyGroups: ${groupsFix}`],
    },
    "a multi-tenant distribution with none": {
      type: multitenantType,
      props: tenantBehavior({ enabled: true, items: [] }),
      messages: [`cacheBehaviors[0].trustedKeyGroups: ${groupsFix}`],
    },
  },
  clean: {
    "a key group": { props: ordered({ trustedKeyGroups: ["group"] }) },
    "a computed key group": { props: ordered({ trustedKeyGroups: [unknown] }) },
    "a key group of a multi-tenant distribution": {
      type: multitenantType,
      props: tenantBehavior({ enabled: true, items: [unknown] }),
    },
    "other paths": { props: distribution() },
    "a path that is no text": { props: ordered({ pathPattern: 7 }) },
  },
  unknown: {
    "computed key groups": { props: ordered({ trustedKeyGroups: unknown }), path: at },
    "a computed path": {
      props: ordered({ pathPattern: unknown }),
      path: "orderedCacheBehaviors[0].pathPattern",
    },
    "computed behaviors": { props: distribution({ orderedCacheBehaviors: unknown }), path: "orderedCacheBehaviors" },
    "a computed switch": {
      type: multitenantType,
      props: tenantBehavior({ enabled: unknown, items: ["group"] }),
      path: "cacheBehaviors[0].trustedKeyGroups.enabled",
    },
    "computed groups behind a switch": {
      type: multitenantType,
      props: tenantBehavior({ enabled: true, items: unknown }),
      path: "cacheBehaviors[0].trustedKeyGroups.items",
    },
  },
});

describe("the parameter signedPaths", () => {
  const judge = (config: object, props = ordered({})) =>
    judgeRule(requireSignedPaths, { type: distributionType, props }, config).violations;

  test("asks nothing where it is not set", () => {
    expect(judge({})).toEqual([]);
  });

  test("asks it of every behavior where it is a star", () => {
    expect(judge({ signedPaths: ["*"] })).toEqual([
      `defaultCacheBehavior.trustedKeyGroups: ${groupsFix}`,
      `${at}: ${groupsFix}`,
    ]);
  });
});
