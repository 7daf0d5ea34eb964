import { refuseWebsiteOrigin } from "../../../../policy/rules/cloudfront/refuse-website-origin";
import { requireAccessControlKind } from "../../../../policy/rules/cloudfront/require-access-control-kind";
import { requireFunctionUrlAccessControl } from "../../../../policy/rules/cloudfront/require-function-url-access-control";
import { bucketOrigin, distribution, distributionType, httpsOrigin, multitenantType } from "../../kit/distributions";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";
import { accessControl, bucket, site } from "../../kit/stacks";

const websiteFix = "fix: set it to the bucketRegionalDomainName of the bucket, with an originAccessControlId";
const website = `origins[0].domainName: is the website endpoint of a bucket; ${websiteFix}`;
const from = (domainName: unknown, change: object = {}) =>
  distribution({ origins: [{ ...httpsOrigin(), domainName, ...change }] });
/** With one custom origin whose host name is not known, made from these resources. */
const openSite = (...sources: string[]) => site({ props: from(unknown), sources: { origins: sources } });
const websiteConfiguration: Example = {
  type: "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
  name: "website",
  props: { bucket: unknown },
};

testRule(refuseWebsiteOrigin, {
  type: distributionType,
  violating: {
    "a website endpoint with a dash": { props: from("shop.s3-website-us-east-1.amazonaws.com"), messages: [website] },
    "a website endpoint with a dot, in capitals": {
      props: from("Shop.S3-Website.eu-central-1.amazonaws.com"),
      messages: [website],
    },
    "a website endpoint in China, of a multi-tenant distribution": {
      type: multitenantType,
      props: { origins: [{ id: "a", domainName: "shop.s3-website.cn-north-1.amazonaws.com.cn" }] },
      messages: [website],
    },
  },
  clean: {
    "the bucket itself": { props: distribution() },
    "a server": { props: from("s3-website.example.com") },
    "a computed host name, which the look at the whole stack judges": { props: from(unknown) },
    "no origin": { props: {} },
    "a host name that is a number": { props: from(7) },
  },
  unknown: {},
});

testJoin(refuseWebsiteOrigin, {
  violating: {
    "an origin made from a website configuration": {
      stack: [openSite("website"), websiteConfiguration],
      messages: { site: [website] },
    },
    "a multi-tenant distribution with one": {
      stack: [{ ...openSite("website"), type: multitenantType }, websiteConfiguration],
      messages: { site: [website] },
    },
  },
  clean: {
    "an origin made from something else": [openSite("files"), bucket, websiteConfiguration],
    "a known host name": [site({ props: distribution(), sources: { origins: ["website"] } }), websiteConfiguration],
  },
  unknown: {
    "an origin from elsewhere": { stack: [openSite()], undecided: "site:origins[0].domainName" },
    "two origins, one of which is made from a website configuration": {
      stack: [
        site({
          props: distribution({
            origins: [
              { ...httpsOrigin(), domainName: unknown },
              { ...httpsOrigin(), domainName: unknown },
            ],
          }),
          sources: { origins: ["website"] },
        }),
        websiteConfiguration,
      ],
      undecided: "site:origins[0].domainName, site:origins[1].domainName",
    },
    "origins as such": {
      stack: [site({ props: distribution({ origins: unknown }) }), websiteConfiguration],
      undecided: "site:origins",
    },
  },
});

const urlHost = "abcdefghijklmnopqrstuvwxyz.lambda-url.eu-central-1.on.aws";
const urlFix = 'fix: set it to the id of an aws.cloudfront.OriginAccessControl of type "lambda"';
const unsigned = `origins[0].originAccessControlId: is not set on a Lambda function URL; ${urlFix}`;
const functionUrl: Example = {
  type: "aws:lambda/functionUrl:FunctionUrl",
  name: "url",
  props: { authorizationType: "AWS_IAM" },
};

testRule(requireFunctionUrlAccessControl, {
  type: distributionType,
  violating: {
    "a function URL without origin access control": { props: from(urlHost), messages: [unsigned] },
    "one in capitals with an empty id": {
      props: from(urlHost.toUpperCase(), { originAccessControlId: "" }),
      messages: [unsigned],
    },
  },
  clean: {
    "a function URL with one": { props: from(urlHost, { originAccessControlId: "E1" }) },
    "a function URL with a computed one": { props: from(urlHost, { originAccessControlId: unknown }) },
    "other origins": { props: distribution() },
    "computed origins, which the look at the whole stack judges": { props: distribution({ origins: unknown }) },
  },
  unknown: {},
});

testJoin(requireFunctionUrlAccessControl, {
  violating: {
    "an origin made from a function URL": { stack: [openSite("url"), functionUrl], messages: { site: [unsigned] } },
    "a multi-tenant distribution with one": {
      stack: [{ ...openSite("url"), type: multitenantType }, functionUrl],
      messages: { site: [unsigned] },
    },
  },
  clean: {
    "one with origin access control": [
      site({ props: from(unknown, { originAccessControlId: unknown }), sources: { origins: ["url"] } }),
      functionUrl,
    ],
    "an origin made from something else": [openSite("files"), bucket, functionUrl],
    "a bucket": [site(), bucket, accessControl],
  },
  unknown: {
    "an origin from elsewhere": { stack: [openSite()], undecided: "site:origins[0].domainName" },
    "origins as such": { stack: [site({ props: distribution({ origins: unknown }) })], undecided: "site:origins" },
  },
});

const ofKind = (originAccessControlOriginType: unknown, name = "access"): Example => ({
  ...accessControl,
  name,
  props: { ...accessControl.props, originAccessControlOriginType },
});
const wrongKind = (kind: string) =>
  `origins[0].originAccessControlId: is an origin access control of another kind, on an origin of the kind "${kind}"; fix: set originAccessControlOriginType of an aws.cloudfront.OriginAccessControl to "${kind}" and name that one`;
const withKnownId = (domainName: string) =>
  site({ props: distribution({ origins: [bucketOrigin({ domainName, originAccessControlId: "E1" })] }), sources: {} });
const knownControl = (kind: string): Example => ({
  ...accessControl,
  props: { ...accessControl.props, id: "E1", originAccessControlOriginType: kind },
});

testJoin(requireAccessControlKind, {
  violating: {
    "one for functions on a bucket": {
      stack: [site(), bucket, ofKind("lambda")],
      messages: { site: [wrongKind("s3")] },
    },
    "one for buckets on a function": {
      stack: [
        site({ props: from(urlHost, { originAccessControlId: unknown }), sources: { origins: ["access"] } }),
        accessControl,
      ],
      messages: { site: [wrongKind("lambda")] },
    },
    "a known one for MediaStore on MediaPackage": {
      stack: [
        site({
          props: from("a.egress.b.mediapackagev2.eu-central-1.amazonaws.com", { originAccessControlId: "E1" }),
          sources: {},
        }),
        knownControl("mediastore"),
      ],
      messages: { site: [wrongKind("mediapackagev2")] },
    },
  },
  clean: {
    "one for buckets on a bucket": [site(), bucket, accessControl],
    "one of two, which are for a bucket and for a function": [
      site({ sources: { origins: ["files", "access", "more"] } }),
      bucket,
      accessControl,
      ofKind("lambda", "more"),
    ],
    "one of another stack": [withKnownId("shop.s3.amazonaws.com")],
    "a known one": [withKnownId("shop.s3.amazonaws.com"), knownControl("s3")],
    "an origin without": [site({ props: from("api.example.com") })],
  },
  unknown: {
    "one of a kind that is not known": {
      stack: [site(), bucket, ofKind(unknown)],
      undecided: "site:origins[0].originAccessControlId",
    },
  },
});
