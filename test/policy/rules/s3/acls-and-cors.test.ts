import { refuseAcls } from "../../../../policy/rules/s3/refuse-acls";
import { requireExactCorsOrigin } from "../../../../policy/rules/s3/require-exact-cors-origin";
import { bucket, configures } from "../../kit/buckets";
import { testJoin } from "../../kit/join-cases";
import { unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const bucketType = "aws:s3/bucket:Bucket";
const aclType = "aws:s3/bucketAcl:BucketAcl";
const lets = "lets others in; fix: leave it out, and let others in with a bucket policy";
const owner = { id: "79a59df900b949e5" };
const granted = (...grantees: unknown[]) => ({
  accessControlPolicy: { owner, grants: grantees.map((grantee) => ({ grantee, permission: "READ" })) },
});

testRule(refuseAcls, {
  type: bucketType,
  violating: {
    "a canned ACL of a bucket": { props: { acl: "public-read" }, messages: [`acl: ${lets}`] },
    "a canned ACL": { type: aclType, props: { acl: "authenticated-read" }, messages: [`acl: ${lets}`] },
    "grants of a bucket": {
      props: {
        grants: [{ type: "Group", permissions: ["READ"], uri: "http://acs.amazonaws.com/groups/global/AllUsers" }],
      },
      messages: [`grants[0]: ${lets}`],
    },
    "grants of a bucket to two users": {
      props: { grants: ["owner", "other"].map((id) => ({ type: "CanonicalUser", id, permissions: ["READ"] })) },
      messages: [`grants: ${lets}`],
    },
    "a canned ACL of an object": {
      type: "aws:s3/bucketObject:BucketObject",
      props: { bucket: unknown, acl: "public-read" },
      messages: [`acl: ${lets}`],
    },
    "grants of a copy": {
      type: "aws:s3/objectCopy:ObjectCopy",
      props: { grants: [{ type: "AmazonCustomerByEmail", email: "a@example.com", permissions: ["READ"] }] },
      messages: [`grants[0]: ${lets}`],
    },
    "a group and somebody else": {
      type: aclType,
      props: granted(
        { type: "Group", uri: "u" },
        { type: "CanonicalUser", ...owner },
        { type: "CanonicalUser", id: "x" },
      ),
      messages: [`accessControlPolicy.grants[0]: ${lets}`, `accessControlPolicy.grants[2]: ${lets}`],
    },
  },
  clean: {
    "no ACL": { props: {} },
    "an object that the bucket's owner may read": {
      type: "aws:s3/bucketObjectv2:BucketObjectv2",
      props: { acl: "bucket-owner-full-control" },
    },
    "a private one": { type: aclType, props: { bucket: unknown, acl: "private" } },
    "what the owner may do": { type: aclType, props: granted({ type: "CanonicalUser", ...owner }) },
    "what the owner may do, inline": {
      props: { grants: [{ type: "CanonicalUser", id: "x", permissions: ["FULL_CONTROL"] }] },
    },
  },
  unknown: {
    "a computed ACL": { props: { acl: unknown }, path: "acl" },
    "grants to the owner and a computed user": {
      props: { grants: ["owner", unknown].map((id) => ({ type: "CanonicalUser", id })) },
      path: "grants[1].id",
    },
    "computed grants": { type: aclType, props: { accessControlPolicy: unknown }, path: "accessControlPolicy" },
  },
});

const owns = (of: string, objectOwnership: unknown) =>
  configures(of, "BucketOwnershipControls", { rule: { objectOwnership } });
const leaves = 'rule.objectOwnership: leaves ACLs on; fix: set it to "BucketOwnerEnforced"';

testJoin(refuseAcls, {
  violating: {
    "ownership that leaves ACLs on": {
      stack: [bucket("a"), owns("a", "BucketOwnerPreferred")],
      messages: { "a-BucketOwnershipControls": [leaves] },
    },
    "the writer as owner, of a bucket that is elsewhere": {
      stack: [owns("a", "ObjectWriter")],
      messages: { "a-BucketOwnershipControls": [leaves] },
    },
  },
  clean: {
    "the bucket's owner": [bucket("a"), owns("a", "BucketOwnerEnforced"), bucket("b")],
    "a bucket for CloudFront's older logs, which are written with ACLs": [
      bucket("a"),
      owns("a", "BucketOwnerPreferred"),
      {
        type: "aws:cloudfront/distribution:Distribution",
        name: "site",
        props: { loggingConfig: { bucket: unknown } },
        sources: { loggingConfig: ["a"] },
      },
    ],
  },
  unknown: {
    "a computed owner": {
      stack: [bucket("a"), owns("a", unknown)],
      undecided: "a-BucketOwnershipControls:rule.objectOwnership",
    },
  },
});

const cors = (...allowedOrigins: unknown[]) => ({ corsRules: [{ allowedMethods: ["GET"], allowedOrigins }] });
const origin = 'is no exact HTTPS origin; fix: name one such as "https://files.example.com"';

testRule(requireExactCorsOrigin, {
  type: "aws:s3/bucketCorsConfiguration:BucketCorsConfiguration",
  violating: {
    "any origin": { props: cors("*"), messages: [`corsRules[0].allowedOrigins[0]: ${origin}`] },
    "a wildcard, and plain HTTP": {
      props: cors("https://*.example.com", "https://files.example.com", "http://files.example.com"),
      messages: [`corsRules[0].allowedOrigins[0]: ${origin}`, `corsRules[0].allowedOrigins[2]: ${origin}`],
    },
    "any origin of a bucket": {
      type: bucketType,
      props: cors("*"),
      messages: [`corsRules[0].allowedOrigins[0]: ${origin}`],
    },
  },
  clean: {
    "exact origins": { props: cors("https://files.example.com", "https://admin.example.com:8443") },
    "a bucket without": { type: bucketType, props: {} },
  },
  unknown: {
    "computed rules": { props: { corsRules: unknown }, path: "corsRules" },
    "a computed origin": { props: cors(unknown), path: "corsRules[0].allowedOrigins[0]" },
  },
});
