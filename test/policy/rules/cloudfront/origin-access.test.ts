import { refuseOriginAccessIdentity } from "../../../../policy/rules/cloudfront/refuse-origin-access-identity";
import { requireOacSigning } from "../../../../policy/rules/cloudfront/require-oac-signing";
import { requireOriginAccessControl } from "../../../../policy/rules/cloudfront/require-origin-access-control";
import { bucketOrigin, distribution, distributionType, httpsOrigin, multitenantType } from "../../kit/distributions";
import { judgeRule, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const identity = "origin-access-identity/cloudfront/E127EXAMPLE51Z";
const fixControl = "fix: set it to the id of an aws.cloudfront.OriginAccessControl";
const fixIdentity = "fix: leave s3OriginConfig out and set originAccessControlId";

testRule(requireOriginAccessControl, {
  type: distributionType,
  violating: {
    "an S3 origin without origin access control": {
      props: distribution({ origins: [bucketOrigin({ originAccessControlId: undefined })] }),
      messages: [`origins[0].originAccessControlId: is not set on an S3 origin; ${fixControl}`],
    },
    "an S3 origin with an origin access identity": {
      props: distribution({
        origins: [bucketOrigin({ originAccessControlId: "", s3OriginConfig: { originAccessIdentity: identity } })],
      }),
      messages: [
        `origins[0].originAccessControlId: is not set on an S3 origin; ${fixControl}`,
        `origins[0].s3OriginConfig.originAccessIdentity: names an origin access identity; ${fixIdentity}`,
      ],
    },
    "a bucket behind custom-origin settings": {
      props: distribution({ origins: [{ ...httpsOrigin(), domainName: "shop-site.s3.amazonaws.com" }] }),
      messages: [`origins[0].originAccessControlId: is not set on an S3 origin; ${fixControl}`],
    },
    "an access point behind custom-origin settings, in capitals": {
      props: distribution({
        origins: [{ ...httpsOrigin(), domainName: "Shop-123456789012.S3-AccessPoint.eu-central-1.amazonaws.com" }],
      }),
      messages: [`origins[0].originAccessControlId: is not set on an S3 origin; ${fixControl}`],
    },
    "an origin that only its lack of other settings shows to be a bucket": {
      props: distribution({ origins: [{ originId: "site", domainName: unknown }] }),
      messages: [`origins[0].originAccessControlId: is not set on an S3 origin; ${fixControl}`],
    },
    "a bucket of a multi-tenant distribution": {
      type: multitenantType,
      props: { origins: [{ id: "site", domainName: "shop-site.s3.eu-central-1.amazonaws.com" }] },
      messages: [`origins[0].originAccessControlId: is not set on an S3 origin; ${fixControl}`],
    },
  },
  clean: {
    "S3 origins with origin access control": { props: distribution() },
    "a load balancer whose name begins like a bucket's host": {
      props: distribution({
        origins: [{ ...httpsOrigin(), domainName: "s3-front-1.eu-central-1.elb.amazonaws.com" }],
      }),
    },
    "an empty s3OriginConfig beside it": {
      props: distribution({ origins: [bucketOrigin({ s3OriginConfig: { originAccessIdentity: "" } })] }),
    },
    "a website endpoint, which takes no origin access control": {
      props: distribution({
        origins: [{ ...httpsOrigin(), domainName: "shop.s3-website.eu-central-1.amazonaws.com" }],
      }),
    },
    "a VPC origin": {
      props: distribution({
        origins: [{ originId: "a", domainName: "a.example.com", vpcOriginConfig: { vpcOriginId: unknown } }],
      }),
    },
  },
  unknown: {
    "a computed origin access control": {
      props: distribution({ origins: [bucketOrigin({ originAccessControlId: unknown })] }),
      path: "origins[0].originAccessControlId",
    },
    "a computed identity": {
      props: distribution({ origins: [bucketOrigin({ s3OriginConfig: { originAccessIdentity: unknown } })] }),
      path: "origins[0].s3OriginConfig.originAccessIdentity",
    },
  },
});

testRule(requireOacSigning, {
  type: "aws:cloudfront/originAccessControl:OriginAccessControl",
  violating: {
    "signing left to the viewer": {
      props: { originAccessControlOriginType: "s3", signingBehavior: "no-override", signingProtocol: "sigv4" },
      messages: ['signingBehavior: is "no-override"; fix: set it to "always"'],
    },
    "no signing and no protocol": {
      props: { originAccessControlOriginType: "s3", signingBehavior: "never" },
      messages: [
        'signingBehavior: is "never"; fix: set it to "always"',
        'signingProtocol: is not set; fix: set it to "sigv4"',
      ],
    },
  },
  clean: {
    "always and sigv4": {
      props: { originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" },
    },
  },
  unknown: {
    "a computed behavior": { props: { signingBehavior: unknown, signingProtocol: "sigv4" }, path: "signingBehavior" },
  },
});

describe(refuseOriginAccessIdentity.name, () => {
  const type = "aws:cloudfront/originAccessIdentity:OriginAccessIdentity";
  const message = "(resource): is an origin access identity; fix: create an aws.cloudfront.OriginAccessControl instead";

  test.each([[{}], [{ comment: "site" }], [{ comment: unknown }]])(
    "refuses the resource whatever its inputs are: %j",
    (props) => {
      expect(judgeRule(refuseOriginAccessIdentity, { type, props })).toMatchObject({
        violations: [message],
        undecided: undefined,
      });
    },
  );

  test("does not apply to an origin access control", () => {
    const other = "aws:cloudfront/originAccessControl:OriginAccessControl";
    expect(judgeRule(refuseOriginAccessIdentity, { type: other, props: {} }).applicable).toBe(false);
  });
});
