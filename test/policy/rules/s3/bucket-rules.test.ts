import { blockPublicAccess } from "../../../../policy/rules/s3/block-public-access";
import { refuseOaiPrincipal } from "../../../../policy/rules/s3/refuse-oai-principal";
import { requireTls } from "../../../../policy/rules/s3/require-tls";
import { bucket, configures } from "../../kit/buckets";
import { testJoin } from "../../kit/join-cases";
import { unknown } from "../../kit/judge";
import { allowCloudFront, bucketArn, denyPlainHttp, document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const bucketType = "aws:s3/bucket:Bucket";
const policyType = "aws:s3/bucketPolicy:BucketPolicy";
const blockType = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const allOn = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const fixTls = 'deny s3:* to everyone on the bucket and on its objects where "aws:SecureTransport" is "false"';
const noPolicy = `(resource): has no bucket policy that denies plain HTTP; fix: create an aws.s3.BucketPolicy: ${fixTls}`;
const noBlock =
  "(resource): has no public access block; fix: create an aws.s3.BucketPublicAccessBlock for it with all four flags true";

testRule(blockPublicAccess, {
  type: blockType,
  violating: {
    "one flag off": {
      props: { bucket: "shop-site", ...allOn, ignorePublicAcls: false },
      messages: ["ignorePublicAcls: is not true; fix: set it to true"],
    },
    "flags left out, which AWS takes for off": {
      props: { bucket: "shop-site", blockPublicAcls: true, blockPublicPolicy: true },
      messages: [
        "ignorePublicAcls: is not set; fix: set it to true",
        "restrictPublicBuckets: is not set; fix: set it to true",
      ],
    },
    "one flag off for the account": {
      type: "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock",
      props: { ...allOn, blockPublicAcls: false },
      messages: ["blockPublicAcls: is not true; fix: set it to true"],
    },
  },
  clean: { "all four flags on": { props: { bucket: unknown, ...allOn } } },
  unknown: { "a computed flag": { props: { ...allOn, blockPublicPolicy: unknown }, path: "blockPublicPolicy" } },
});

testRule(requireTls, {
  type: policyType,
  violating: {
    "a policy without denial": {
      props: { policy: document(allowCloudFront()) },
      messages: [`policy: does not deny requests over plain HTTP; fix: ${fixTls}`],
    },
    "a denial for the objects alone": {
      props: { policy: document({ ...denyPlainHttp, Resource: `${bucketArn}/*` }) },
      messages: [`policy: does not deny requests over plain HTTP; fix: ${fixTls}`],
    },
    "a denial of one action": {
      props: { policy: document({ ...denyPlainHttp, Action: "s3:GetObject" }) },
      messages: [`policy: does not deny requests over plain HTTP; fix: ${fixTls}`],
    },
    "a denial for one principal": {
      props: { policy: document({ ...denyPlainHttp, Principal: { AWS: "arn:aws:iam::123456789012:root" } }) },
      messages: [`policy: does not deny requests over plain HTTP; fix: ${fixTls}`],
    },
    "a denial narrowed by a second condition": {
      props: {
        policy: document({
          ...denyPlainHttp,
          Condition: { ...denyPlainHttp.Condition, StringEquals: { "aws:PrincipalAccount": "123456789012" } },
        }),
      },
      messages: [`policy: does not deny requests over plain HTTP; fix: ${fixTls}`],
    },
    "a denial that spares a principal": {
      props: {
        policy: document({
          ...denyPlainHttp,
          Principal: undefined,
          NotPrincipal: { AWS: "arn:aws:iam::123456789012:root" },
        }),
      },
      messages: [`policy: does not deny requests over plain HTTP; fix: ${fixTls}`],
    },
    "a denial that spares an action": {
      props: { policy: document({ ...denyPlainHttp, Action: undefined, NotAction: "s3:GetObject" }) },
      messages: [`policy: does not deny requests over plain HTTP; fix: ${fixTls}`],
    },
    "a denial for some of the objects": {
      props: { policy: document({ ...denyPlainHttp, Resource: `${bucketArn}/a*` }) },
      messages: [`policy: does not deny requests over plain HTTP; fix: ${fixTls}`],
    },
    "text that is no policy": {
      props: { policy: "see wiki" },
      messages: [`policy: is not a policy document; fix: ${fixTls}`],
    },
  },
  clean: {
    "the usual denial": { props: { policy: document(allowCloudFront(), denyPlainHttp) } },
    "the usual denial, in a document that is an object": {
      props: { policy: { Version: "2012-10-17", Statement: [denyPlainHttp] } },
    },
    "one wildcard for bucket and objects": {
      props: { policy: document({ ...denyPlainHttp, Resource: `${bucketArn}*` }) },
    },
    "a denial of requests that do not say, too": {
      props: {
        policy: document({ ...denyPlainHttp, Condition: { BoolIfExists: { "aws:SecureTransport": ["false"] } } }),
      },
    },
    "the denial in two statements, principal as object": {
      props: {
        policy: document(
          { ...denyPlainHttp, Principal: { AWS: "*" }, Resource: bucketArn },
          {
            ...denyPlainHttp,
            Principal: { AWS: ["*"] },
            Resource: `${bucketArn}/*`,
            Condition: { Bool: { "aws:securetransport": false } },
          },
        ),
      },
    },
  },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});

testRule(refuseOaiPrincipal, {
  type: bucketType,
  violating: {
    "the ARN of an origin access identity": {
      props: {
        policy: document(denyPlainHttp, {
          ...allowCloudFront(),
          Principal: { AWS: ["arn:aws:iam::cloudfront:user/CloudFront Origin Access Identity E127EXAMPLE51Z"] },
        }),
      },
      messages: [
        'policy.Statement[1]: lets an origin access identity in; fix: use the principal {"Service": "cloudfront.amazonaws.com"} with the distribution\'s ARN in "AWS:SourceArn"',
      ],
    },
    "the canonical user of an origin access identity": {
      type: policyType,
      props: { policy: document({ ...allowCloudFront(), Principal: { CanonicalUser: "79a59df900b949e5" } }) },
      messages: [
        'policy.Statement[0]: lets an origin access identity in; fix: use the principal {"Service": "cloudfront.amazonaws.com"} with the distribution\'s ARN in "AWS:SourceArn"',
      ],
    },
  },
  clean: {
    "the service principal": { props: { policy: document(denyPlainHttp, allowCloudFront()) } },
    "a denial for an origin access identity": {
      props: {
        policy: document({ ...allowCloudFront(), Effect: "Deny", Principal: { CanonicalUser: "79a59df900b949e5" } }),
      },
    },
  },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});

testJoin(blockPublicAccess, {
  violating: {
    "buckets without, beside some with one by link or by name": {
      stack: [
        bucket("a"),
        bucket("b", { bucket: "shop-b" }),
        bucket("c"),
        bucket("d", { bucket: "shop-d" }),
        configures("a", "BucketPublicAccessBlock"),
        { type: blockType, name: "block-b", props: { bucket: "shop-b" } },
      ],
      messages: { c: [noBlock], d: [noBlock] },
    },
    "a bucket of the older type": {
      stack: [{ type: "aws:s3/bucketV2:BucketV2", name: "old", props: {} }],
      messages: { old: [noBlock] },
    },
  },
  clean: { "a bucket with one": [bucket("a"), configures("a", "BucketPublicAccessBlock", allOn)] },
  unknown: {},
});

testJoin(requireTls, {
  violating: {
    "a bucket without a policy, whatever the preview does not know of it": {
      stack: [bucket("a", { policy: unknown })],
      messages: { a: [noPolicy] },
    },
    "a policy of the bucket's own that denies nothing": {
      stack: [bucket("c", { policy: document(allowCloudFront()) })],
      messages: { c: [noPolicy] },
    },
  },
  clean: {
    "a policy in a resource, and one inline": [
      bucket("a"),
      configures("a", "BucketPolicy", { policy: unknown }),
      bucket("b", { policy: document(denyPlainHttp) }),
    ],
  },
  unknown: {
    "an inline policy made from what is not known yet": {
      stack: [bucket("a", { policy: unknown }, { policy: ["b"] }), bucket("b", { policy: document(denyPlainHttp) })],
      undecided: "a:policy",
    },
  },
});
