import { pinAccessToDistribution } from "../../../../policy/rules/cloudfront/pin-access-to-distribution";
import { distributionArn } from "../../kit/distributions";
import { unknown } from "../../kit/judge";
import { allowCloudFront, denyPlainHttp, document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const rest =
  'lets cloudfront.amazonaws.com in without naming the exact distribution; fix: add the condition StringEquals "AWS:SourceArn" with the distribution\'s ARN, without wildcards';
const refused = (at: string) => [`policy.${at}: ${rest}`];

testRule(pinAccessToDistribution, {
  type: "aws:s3/bucket:Bucket",
  violating: {
    "a statement without condition": {
      props: { policy: document(denyPlainHttp, allowCloudFront({})) },
      messages: refused("Statement[1]"),
    },
    "a wildcard distribution": {
      props: {
        policy: document(
          allowCloudFront({ ArnLike: { "AWS:SourceArn": "arn:aws:cloudfront::123456789012:distribution/*" } }),
        ),
      },
      messages: refused("Statement[0]"),
    },
    "one exact and one wildcard ARN": {
      props: { policy: document(allowCloudFront({ StringEquals: { "AWS:SourceArn": [distributionArn, "*"] } })) },
      messages: refused("Statement[0]"),
    },
    "only the account": {
      props: { policy: document(allowCloudFront({ StringEquals: { "AWS:SourceAccount": "123456789012" } })) },
      messages: refused("Statement[0]"),
    },
    "a negated condition": {
      props: { policy: document(allowCloudFront({ StringNotEquals: { "AWS:SourceArn": distributionArn } })) },
      messages: refused("Statement[0]"),
    },
    "a condition that holds when the key is missing": {
      props: { policy: document(allowCloudFront({ StringEqualsIfExists: { "AWS:SourceArn": distributionArn } })) },
      messages: refused("Statement[0]"),
    },
    "a statement that is not in a list": {
      props: { policy: JSON.stringify({ Statement: allowCloudFront({}) }) },
      messages: refused("Statement[0]"),
    },
    "every service": {
      props: { policy: document({ ...allowCloudFront({}), Principal: { Service: ["*"] } }) },
      messages: refused("Statement[0]"),
    },
    "everyone, without a condition": {
      props: { policy: document({ ...allowCloudFront({}), Principal: "*" }) },
      messages: refused("Statement[0]"),
    },
    "everyone but one": {
      props: {
        policy: JSON.stringify({
          Statement: {
            Effect: "Allow",
            NotPrincipal: { AWS: "arn:aws:iam::123456789012:root" },
            Action: "s3:*",
            Resource: "*",
          },
        }),
      },
      messages: refused("Statement[0]"),
    },
    "a document that is an object": {
      type: "aws:s3/bucketPolicy:BucketPolicy",
      props: { policy: { Version: "2012-10-17", Statement: [denyPlainHttp, allowCloudFront({})] } },
      messages: refused("Statement[1]"),
    },
    "the key policy of a replica": {
      type: "aws:kms/replicaKey:ReplicaKey",
      props: { policy: document({ ...allowCloudFront({}), Action: "kms:Decrypt", Resource: "*" }) },
      messages: refused("Statement[0]"),
    },
    "an access point": {
      type: "aws:s3/accessPoint:AccessPoint",
      props: { policy: document(allowCloudFront({})) },
      messages: refused("Statement[0]"),
    },
    "the policy of an access point": {
      type: "aws:s3control/accessPointPolicy:AccessPointPolicy",
      props: { policy: document(allowCloudFront({})) },
      messages: refused("Statement[0]"),
    },
    "a key policy": {
      type: "aws:kms/keyPolicy:KeyPolicy",
      props: { policy: document({ ...allowCloudFront({}), Action: "kms:Decrypt", Resource: "*" }) },
      messages: refused("Statement[0]"),
    },
  },
  clean: {
    "the exact distribution": { props: { policy: document(denyPlainHttp, allowCloudFront()) } },
    "two exact distributions, key in another case": {
      type: "aws:s3/bucketPolicy:BucketPolicy",
      props: {
        policy: document(allowCloudFront({ ArnEquals: { "aws:sourcearn": [distributionArn, distributionArn] } })),
      },
    },
    "a distribution in China": {
      props: {
        policy: document(
          allowCloudFront({ StringEquals: { "AWS:SourceArn": distributionArn.replace("arn:aws:", "arn:aws-cn:") } }),
        ),
      },
    },
    "a policy that does not speak of CloudFront": { props: { policy: document(denyPlainHttp) } },
    "the exact distribution, in a document that is an object": {
      props: { policy: { Version: "2012-10-17", Statement: allowCloudFront() } },
    },
    "everyone of an organization": {
      props: {
        policy: document({
          ...allowCloudFront({ StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } }),
          Principal: "*",
        }),
      },
    },
    "no policy": { props: { bucket: "shop-site" } },
  },
  unknown: {
    "a computed policy": { props: { policy: unknown }, path: "policy" },
    "an object with a computed value in it": {
      props: { policy: { Statement: { ...allowCloudFront({}), Resource: unknown } } },
      path: "policy",
    },
  },
});
