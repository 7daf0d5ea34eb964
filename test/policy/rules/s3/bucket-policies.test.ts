import { limitPresignedAge } from "../../../../policy/rules/s3/limit-presigned-age";
import { refuseForeignAdministration } from "../../../../policy/rules/s3/refuse-foreign-administration";
import { refusePublicPolicy } from "../../../../policy/rules/s3/refuse-public-policy";
import { requireObjectLock } from "../../../../policy/rules/s3/require-object-lock";
import { toPolicy } from "../../../../policy/sdk-policy";
import { bucket, configures } from "../../kit/buckets";
import { testJoin } from "../../kit/join-cases";
import { judgeStack, unknown } from "../../kit/judge";
import { allowCloudFront, bucketArn, denyPlainHttp, document } from "../../kit/policy-documents";
import { testRule } from "../../kit/rule-cases";

const type = "aws:s3/bucketPolicy:BucketPolicy";
const allow = { Effect: "Allow", Principal: "*", Action: "s3:GetObject", Resource: `${bucketArn}/*` };
const open =
  "policy.Statement[0]: lets everybody in; fix: name the accounts or services as principals, or add a condition such as aws:SourceArn, aws:SourceAccount or aws:PrincipalOrgID";
const under = (Condition: object) => ({ props: { policy: document({ ...allow, Condition }) } });
const openUnder = (Condition: object) => ({ ...under(Condition), messages: [open] });

testRule(refusePublicPolicy, {
  type,
  violating: {
    "reading for everyone": { props: { policy: document(allow) }, messages: [open] },
    "everyone as AWS principal, in a list": {
      props: { policy: document({ ...allow, Principal: { AWS: ["arn:aws:iam::123456789012:root", "*"] } }) },
      messages: [open],
    },
    "everyone but one": {
      props: { policy: document({ ...allow, Principal: undefined, NotPrincipal: { AWS: "123456789012" } }) },
      messages: [open],
    },
    "a single statement that is no list": {
      props: { policy: JSON.stringify({ Statement: allow }) },
      messages: [open],
    },
    "a condition on how, not on who": openUnder({ Bool: { "aws:SecureTransport": "true" } }),
    "a condition that a request without the key meets": openUnder({
      StringEqualsIfExists: { "aws:PrincipalOrgID": "o-1234567890" },
    }),
    "a condition on all of nothing": openUnder({ "ForAllValues:StringEquals": { "aws:SourceVpc": "vpc-1" } }),
    "the whole internet as a network": openUnder({ IpAddress: { "aws:SourceIp": ["10.0.0.0/8", "0.0.0.0/0"] } }),
    "half of the internet": openUnder({ IpAddress: { "aws:SourceIp": ["128.0.0.0/1"] } }),
    "the account of whoever asks": openUnder({
      StringEquals: { "aws:SourceAccount": ["$", "{aws:PrincipalAccount}"].join("") },
    }),
    "roles of any account": openUnder({ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::*:role/reader" } }),
    "any account": openUnder({ StringLike: { "aws:PrincipalAccount": "*" } }),
    "a bucket on an outpost": {
      type: "aws:s3control/bucketPolicy:BucketPolicy",
      props: { policy: document(allow) },
      messages: [open],
    },
    "a bucket of tables": {
      type: "aws:s3tables/tableBucketPolicy:TableBucketPolicy",
      props: { resourcePolicy: document({ ...allow, Action: "s3tables:*" }) },
      messages: [open.replace("policy", "resourcePolicy")],
    },
    "an access point policy": {
      type: "aws:s3control/accessPointPolicy:AccessPointPolicy",
      props: { accessPointArn: unknown, policy: document(allow) },
      messages: [open],
    },
    "a multi-Region access point": {
      type: "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy",
      props: { details: { name: "shop", policy: document(allow) } },
      messages: [`details.${open}`],
    },
  },
  clean: {
    "named principals and a denial": { props: { policy: document(allowCloudFront(), denyPlainHttp) } },
    "one organization, keys in any case": under({ StringEquals: { "AWS:principalorgid": "o-1234567890" } }),
    "two networks and a host": under({ IpAddress: { "aws:SourceIp": ["10.0.0.0/8", "2001:db8::/32", "192.0.2.1"] } }),
    "roles of one account": under({ ArnLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/*" } }),
    "one bucket's events": under({ ArnEquals: { "aws:SourceArn": bucketArn } }),
    "paths of an organization": under({
      "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-1234567890/r-ab12/*" },
    }),
    "access points of one account": under({ StringEquals: { "s3:DataAccessPointAccount": "123456789012" } }),
    "no policy": { type: "aws:s3/bucket:Bucket", props: {} },
    "text that is no policy": { props: { policy: "[]" } },
  },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});

const other = { ...allow, Principal: { AWS: "arn:aws:iam::210987654321:root" } };
const administers =
  "policy.Statement[0]: lets another account administer the bucket; fix: allow only the actions that it needs, such as s3:GetObject";

testRule(refuseForeignAdministration, {
  type,
  config: { ownAccounts: ["123456789012"] },
  violating: {
    "everything for another account": {
      props: { policy: document({ ...other, Action: "s3:*" }) },
      messages: [administers],
    },
    "one action, with a wildcard and in another case": {
      props: { policy: document({ ...other, Action: ["s3:getobject", "S3:Put*Policy"] }) },
      messages: [administers],
    },
    "everything but": {
      props: { policy: document({ ...other, Action: undefined, NotAction: "s3:DeleteBucket" }) },
      messages: [administers],
    },
    "everything for an organization": {
      props: {
        policy: document({
          ...allow,
          Action: "s3:*",
          Condition: { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3" } },
        }),
      },
      messages: [administers],
    },
    "everything for another account, by a condition": {
      props: {
        policy: document({
          ...allow,
          Action: "s3:*",
          Condition: { StringEquals: { "aws:PrincipalAccount": ["123456789012", "210987654321"] } },
        }),
      },
      messages: [administers],
    },
    "everything for roles of another account, in an organization": {
      props: {
        policy: document({
          ...allow,
          Action: "s3:*",
          Condition: {
            StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3" },
            ArnLike: { "aws:PrincipalArn": "arn:aws:iam::210987654321:role/*" },
          },
        }),
      },
      messages: [administers],
    },
    "another account beside the own": {
      props: { policy: document({ ...other, Principal: { AWS: ["123456789012", "210987654321"] }, Action: "*" }) },
      messages: [administers],
    },
  },
  clean: {
    "everything but administration": {
      props: {
        policy: document({ ...other, Action: undefined, NotAction: ["s3:*Policy", "s3:Put*Acl", "s3:PutEncryption*"] }),
      },
    },
    "reading for another account": { props: { policy: document(other) } },
    "everything for the own account": {
      props: {
        policy: document({ ...other, Principal: { AWS: "arn:aws:iam::123456789012:role/ops" }, Action: "s3:*" }),
      },
    },
    "everything for the own account, by conditions": {
      props: {
        policy: document({
          ...allow,
          Action: "s3:*",
          Condition: {
            StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3", "aws:PrincipalAccount": "123456789012" },
          },
        }),
      },
    },
    "everything through an endpoint": {
      props: {
        policy: document({ ...allow, Action: "s3:*", Condition: { StringEquals: { "aws:SourceVpce": "vpce-1" } } }),
      },
    },
    "a denial": { props: { policy: document({ ...other, Effect: "Deny", Action: "s3:*" }) } },
    "a service": { props: { policy: document({ ...allowCloudFront(), Action: "s3:*" }) } },
  },
  unknown: { "a computed policy": { props: { policy: unknown }, path: "policy" } },
});

const old = (limit: number) =>
  `takes presigned URLs that are too old; fix: deny s3:* on the objects where "s3:signatureAge" is greater than ${limit}`;
const tagged = (name: string, value: unknown) => bucket(name, { tags: { "data-classification": value } });
const denyOld = (milliseconds: unknown, more = {}) => ({
  ...denyPlainHttp,
  Resource: `${bucketArn}/*`,
  Condition: { NumericGreaterThan: { "s3:signatureAge": milliseconds }, ...more },
});
const withPolicy = (...statements: object[]) => configures("a", "BucketPolicy", { policy: document(...statements) });

testJoin(limitPresignedAge, {
  violating: {
    "restricted data without a limit": {
      stack: [tagged("a", "Restricted"), withPolicy(denyPlainHttp)],
      messages: { "a-BucketPolicy": [`policy: ${old(60_000)}`] },
    },
    "no policy": { stack: [tagged("a", "internal")], messages: { a: [`(resource): ${old(3_600_000)}`] } },
    "a limit that is too high": {
      stack: [tagged("a", "confidential"), withPolicy(denyOld("900001"))],
      messages: { "a-BucketPolicy": [`policy: ${old(900_000)}`] },
    },
    "a limit for some requests": {
      stack: [
        tagged("a", "confidential"),
        withPolicy(denyOld("60000", { StringEquals: { "aws:PrincipalAccount": "123456789012" } })),
      ],
      messages: { "a-BucketPolicy": [`policy: ${old(900_000)}`] },
    },
  },
  clean: {
    "a limit": [tagged("a", "restricted"), withPolicy(denyPlainHttp, denyOld(60_000))],
    "a limit for presigned URLs alone": [
      tagged("a", "restricted"),
      withPolicy(denyOld("60000", { StringEquals: { "s3:authType": "REST-QUERY-STRING" } })),
    ],
    "public data, no class, and another class": [tagged("a", "Public"), bucket("b"), tagged("c", "unheard-of")],
    "a tag that only a preview does not know": [bucket("a", { tagsAll: unknown })],
  },
  unknown: {
    "a computed policy": {
      stack: [tagged("a", "restricted"), configures("a", "BucketPolicy", { policy: unknown })],
      undecided: "a-BucketPolicy:policy",
    },
    "a computed class": { stack: [tagged("a", unknown)], undecided: "a:tags.data-classification" },
  },
});

const retain =
  "(resource): holds data that must be retained, and has no default retention; fix: create an aws.s3.BucketObjectLockConfiguration for it with rule.defaultRetention";
const retention = { defaultRetention: { mode: "COMPLIANCE", years: 7 } };

testJoin(requireObjectLock, {
  config: { tag: "kind", classes: ["Records"] },
  violating: {
    "records without a lock": {
      stack: [bucket("a", { tags: { kind: "records" } })],
      messages: { a: [retain] },
    },
    "records with a lock and no retention": {
      stack: [
        bucket("a", { tags: { kind: "RECORDS" }, objectLockEnabled: true }),
        configures("a", "BucketObjectLockConfiguration", { objectLockEnabled: "Enabled" }),
      ],
      messages: { a: [retain] },
    },
  },
  clean: {
    "records with a retention": [
      bucket("a", { tags: { kind: "records" } }),
      configures("a", "BucketObjectLockConfiguration", { rule: retention }),
    ],
    "records with a retention of their own, in both older shapes": [
      bucket("a", { tags: { kind: "records" }, objectLockConfiguration: { rule: retention } }),
      {
        type: "aws:s3/bucketV2:BucketV2",
        name: "old",
        props: {
          tags: { kind: "records" },
          objectLockConfiguration: { rules: [{ defaultRetentions: [{ mode: "GOVERNANCE", days: 30 }] }] },
        },
      },
    ],
    "other data": [bucket("a", { tags: { kind: "images" } }), bucket("b")],
  },
  unknown: {
    "a computed retention": {
      stack: [
        bucket("a", { tags: { kind: "records" } }),
        configures("a", "BucketObjectLockConfiguration", { rule: unknown }),
      ],
      undecided: "a:rule",
    },
  },
});

test("without classes nothing must be locked", () => {
  const stack = [bucket("a", { tags: { "data-classification": "records" } })];
  expect(judgeStack(toPolicy(requireObjectLock), stack).violations).toEqual([]);
});
