import { blockPublicAccess } from "../../../../policy/rules/s3/block-public-access";
import { refuseOaiPrincipal } from "../../../../policy/rules/s3/refuse-oai-principal";
import { requireTls } from "../../../../policy/rules/s3/require-tls";
import { toPolicy } from "../../../../policy/sdk-policy";
import { type Example, judgeStack, unknown, urnOf } from "../../kit/judge";
import { allowCloudFront, bucketArn, denyPlainHttp, document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const bucketType = "aws:s3/bucket:Bucket";
const policyType = "aws:s3/bucketPolicy:BucketPolicy";
const blockType = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
const allOn = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const fixTls = 'deny s3:* to everyone on the bucket and on its objects where "aws:SecureTransport" is "false"';

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

describe("every bucket of a stack", () => {
  const bucket = (name: string, props: Record<string, unknown> = {}, type = bucketType): Example => ({
    type,
    name,
    props,
  });
  const linked = (type: string, to: string): Example => ({
    type,
    name: `${to}-it`,
    props: { bucket: unknown },
    sources: { bucket: [to] },
  });

  test("needs a public access block, found by link or by name", () => {
    const policy = toPolicy(blockPublicAccess);
    const stack = [
      bucket("a"),
      bucket("b", { bucket: "shop-b" }),
      bucket("c"),
      bucket("d", {}, "aws:s3/bucketV2:BucketV2"),
    ];
    const blocks = [linked(blockType, "a"), { type: blockType, name: "block-b", props: { bucket: "shop-b" } }];
    const message =
      "(resource): has no public access block; fix: create an aws.s3.BucketPublicAccessBlock for it with all four flags true";
    expect(judgeStack(policy, [...stack, ...blocks])).toMatchObject({
      violations: [message, message],
      urns: [urnOf(bucket("c")), urnOf(bucket("d", {}, "aws:s3/bucketV2:BucketV2"))],
    });
    expect(judgeStack(policy, [bucket("a"), linked(blockType, "a")])).toMatchObject({
      violations: [],
      undecided: undefined,
    });
  });

  test("needs a policy, of its own or inline", () => {
    const policy = toPolicy(requireTls);
    const stack = [
      bucket("a"),
      linked(policyType, "a"),
      bucket("b", { policy: document(denyPlainHttp) }),
      bucket("c", { policy: document(allowCloudFront()) }),
    ];
    expect(judgeStack(policy, stack)).toMatchObject({
      violations: [
        `(resource): has no bucket policy that denies plain HTTP; fix: create an aws.s3.BucketPolicy: ${fixTls}`,
      ],
      urns: [urnOf(bucket("c"))],
    });
    expect(judgeStack(policy, [bucket("a", { policy: unknown })])).toMatchObject({
      violations: [],
      undecided: "a:policy",
    });
  });
});
