// Parts of stacks for tests of rules over several resources.

import { bucketOrigin, distribution, distributionArn, distributionType } from "./distributions";
import { type Example, unknown } from "./judge";
import { allowCloudFront, document } from "./policy-documents";

/** A distribution before it exists, with one S3 origin made from the bucket "files". */
export function site(change: Partial<Example> = {}, props: Record<string, unknown> = {}): Example {
  return {
    type: distributionType,
    name: "site",
    props: distribution({ origins: [bucketOrigin({ domainName: unknown, originAccessControlId: unknown })], ...props }),
    sources: { origins: ["files", "access"] },
    ...change,
  };
}

export const bucket: Example = { type: "aws:s3/bucket:Bucket", name: "files", props: { region: "eu-central-1" } };

export const accessControl: Example = {
  type: "aws:cloudfront/originAccessControl:OriginAccessControl",
  name: "access",
  props: { originAccessControlOriginType: "s3", signingBehavior: "always", signingProtocol: "sigv4" },
};

/** A bucket policy, made from the bucket and from whatever else. */
export function bucketPolicy(policy: unknown, ...madeFrom: string[]): Example {
  return {
    type: "aws:s3/bucketPolicy:BucketPolicy",
    name: "policy",
    props: { bucket: unknown, policy },
    sources: { bucket: ["files"], policy: ["files", ...madeFrom] },
  };
}

export const openToSite = bucketPolicy(unknown, "site");

export const encryption: Example = {
  type: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  name: "encryption",
  props: {
    bucket: unknown,
    rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: unknown } }],
  },
  sources: { bucket: ["files"], rules: ["key"] },
};

export const key: Example = { type: "aws:kms/key:Key", name: "key", props: { enableKeyRotation: true } };

export function keyPolicy(policy: unknown, ...madeFrom: string[]): Example {
  return {
    type: "aws:kms/keyPolicy:KeyPolicy",
    name: "key-policy",
    props: { keyId: unknown, policy },
    sources: { keyId: ["key"], policy: ["key", ...madeFrom] },
  };
}

/** After a deployment every value is known, and what properties were made from may not be recorded. */
export const deployed = {
  site: {
    type: distributionType,
    name: "site",
    props: { ...distribution({ origins: [bucketOrigin()] }), arn: distributionArn },
  },
  bucket: { type: "aws:s3/bucket:Bucket", name: "files", props: { bucket: "shop-site", id: "shop-site" } },
  policy: {
    type: "aws:s3/bucketPolicy:BucketPolicy",
    name: "policy",
    props: { bucket: "shop-site", policy: document(allowCloudFront()) },
  },
} satisfies Record<string, Example>;
