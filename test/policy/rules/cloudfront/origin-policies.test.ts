import { requireOriginBucketPolicy } from "../../../../policy/rules/cloudfront/require-origin-bucket-policy";
import { requireOriginKeyPolicy } from "../../../../policy/rules/cloudfront/require-origin-key-policy";
import { bucketOrigin, distribution, httpsOrigin } from "../../kit/distributions";
import { testJoin } from "../../kit/join-cases";
import { unknown } from "../../kit/judge";
import { allowCloudFront, denyPlainHttp, document } from "../../kit/policy-documents";
import {
  accessControl,
  bucket,
  bucketPolicy,
  deployed,
  encryption,
  key,
  keyPolicy,
  openToSite,
  site,
} from "../../kit/stacks";

const readFix =
  'fix: allow s3:GetObject to cloudfront.amazonaws.com with the condition StringEquals "AWS:SourceArn" of the distribution';
const shut = `policy: does not let the distribution "site" in by its ARN; ${readFix}`;
const none = `policy: is not there, and the distribution "site" has to be let in; ${readFix}`;
const preview = [site(), bucket, accessControl];

testJoin(requireOriginBucketPolicy, {
  violating: {
    "a bucket without policy": { stack: preview, messages: { files: [none] } },
    "a policy that is not made from the distribution": {
      stack: [...preview, bucketPolicy(unknown)],
      messages: { policy: [shut] },
    },
    "a known policy that only denies": {
      stack: [...preview, bucketPolicy(document(denyPlainHttp))],
      messages: { policy: [shut] },
    },
    "a policy that names another distribution": {
      stack: [
        deployed.site,
        deployed.bucket,
        {
          ...deployed.policy,
          props: {
            bucket: "shop-site",
            policy: document(
              allowCloudFront({
                StringEquals: { "aws:sourcearn": "arn:aws:cloudfront::123456789012:distribution/EOTHER" },
              }),
            ),
          },
        },
      ],
      messages: { policy: [shut] },
    },
    "a policy that lets another service in": {
      stack: [
        ...preview,
        bucketPolicy(document({ ...allowCloudFront(), Principal: { Service: "delivery.logs.amazonaws.com" } })),
      ],
      messages: { policy: [shut] },
    },
    "a policy that lets it write only": {
      stack: [...preview, bucketPolicy(document({ ...allowCloudFront({}), Action: "s3:PutObject" }))],
      messages: { policy: [shut] },
    },
    "a policy that is no document": {
      stack: [...preview, bucketPolicy("no policy")],
      messages: { policy: [shut] },
    },
  },
  clean: {
    "a policy that is made from the distribution": [...preview, openToSite],
    "the policy inline on the bucket": [
      site(),
      { ...bucket, props: { policy: unknown }, sources: { policy: ["site"] } },
      accessControl,
    ],
    "a policy that names it": [deployed.site, deployed.bucket, deployed.policy],
    "a policy with single elements, a wildcard action and other capitals": [
      ...preview,
      bucketPolicy(
        JSON.stringify({
          Statement: {
            Effect: "Allow",
            Principal: { Service: ["logs.amazonaws.com", "cloudfront.amazonaws.com"] },
            Action: "S3:Get*",
            Resource: "*",
            Condition: { ArnLike: { "aws:SourceArn": "arn:aws:cloudfront::123456789012:distribution/*" } },
          },
        }),
      ),
    ],
    "a policy of NotAction, which is not read": [
      ...preview,
      bucketPolicy(document({ ...allowCloudFront({}), Action: undefined, NotAction: "s3:DeleteObject" })),
    ],
    "a bucket of another stack": [site({ sources: {} }, { origins: [bucketOrigin()] })],
    "a bucket of the same stack that no origin names": [
      site({}, { origins: [bucketOrigin({ domainName: "other.s3.amazonaws.com" })] }),
      { ...bucket, props: { bucket: "shop-site" } },
    ],
    "an origin with an access identity, which another rule refuses": [
      site({}, { origins: [bucketOrigin({ domainName: unknown, s3OriginConfig: { originAccessIdentity: unknown } })] }),
      bucket,
    ],
    "a custom origin beside a bucket that its log goes to": [
      site({ sources: { origins: [], loggingConfig: ["files"] } }, { origins: [httpsOrigin()] }),
      bucket,
    ],
  },
  unknown: {
    "origins as such": { stack: [site({}, { origins: unknown }), bucket], undecided: "site:origins" },
    "two buckets that one origin may be made from": {
      stack: [site({ sources: { origins: ["files", "more"] } }), bucket, { ...bucket, name: "more" }],
      undecided: "files:policy, more:policy",
    },
    "a known policy while the distribution's ARN is not known": {
      stack: [...preview, bucketPolicy(document(allowCloudFront()))],
      undecided: "policy:policy",
    },
    "an unknown policy while the ARN is known": {
      stack: [deployed.site, deployed.bucket, { ...deployed.policy, props: { bucket: "shop-site", policy: unknown } }],
      undecided: "policy:policy",
    },
  },
});

const decryptFix = readFix.replace("s3:GetObject", "kms:Decrypt");
const encrypted = [...preview, openToSite, encryption, key];
const decrypt = (condition?: object) => ({ ...allowCloudFront(condition), Action: ["kms:Decrypt"], Resource: "*" });
const encryptedWith = (settings: object) => [
  ...preview,
  {
    ...encryption,
    props: { bucket: unknown, rules: [{ applyServerSideEncryptionByDefault: settings }] },
    sources: { bucket: ["files"] },
  },
];
const managedAt = "rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId";
const managed = `${managedAt}: leaves it to the key aws/s3, which nobody can open to the distribution "site"; fix: set it to the ARN of an aws.kms.Key`;

testJoin(requireOriginKeyPolicy, {
  violating: {
    "a key without policy": {
      stack: encrypted,
      messages: { key: [`policy: is not there, and the distribution "site" has to be let in; ${decryptFix}`] },
    },
    "a key policy that does not name CloudFront": {
      stack: [...encrypted, keyPolicy(document({ ...decrypt({}), Principal: { AWS: "123456789012" } }))],
      messages: { "key-policy": [`policy: does not let the distribution "site" in by its ARN; ${decryptFix}`] },
    },
    "an inline key policy that lets it encrypt only": {
      stack: [
        ...preview,
        encryption,
        { ...key, props: { policy: document({ ...decrypt({}), Action: "kms:Encrypt" }) } },
      ],
      messages: { key: [`policy: does not let the distribution "site" in by its ARN; ${decryptFix}`] },
    },
    "the key of AWS": { stack: encryptedWith({ sseAlgorithm: "aws:kms" }), messages: { encryption: [managed] } },
    "the key of AWS by its alias": {
      stack: encryptedWith({ sseAlgorithm: "aws:kms:dsse", kmsMasterKeyId: "alias/aws/s3" }),
      messages: { encryption: [managed] },
    },
    "a key in the inline setting of a bucket": {
      stack: [
        site(),
        {
          ...bucket,
          props: {
            serverSideEncryptionConfiguration: {
              rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: unknown } },
            },
          },
          sources: { serverSideEncryptionConfiguration: ["key"] },
        },
        key,
      ],
      messages: { key: [`policy: is not there, and the distribution "site" has to be let in; ${decryptFix}`] },
    },
    "a key in the older form of the inline setting": {
      stack: [
        site(),
        {
          ...bucket,
          type: "aws:s3/bucketV2:BucketV2",
          props: {
            serverSideEncryptionConfigurations: [
              {
                rules: [
                  { applyServerSideEncryptionByDefaults: [{ sseAlgorithm: "aws:kms", kmsMasterKeyId: unknown }] },
                ],
              },
            ],
          },
          sources: { serverSideEncryptionConfigurations: ["key"] },
        },
        key,
      ],
      messages: { key: [`policy: is not there, and the distribution "site" has to be let in; ${decryptFix}`] },
    },
  },
  clean: {
    "a key policy that is made from the distribution": [...encrypted, keyPolicy(unknown, "site")],
    "a key policy that lets CloudFront in": [...encrypted, keyPolicy(document(decrypt({})))],
    "encryption with the keys of S3": encryptedWith({ sseAlgorithm: "AES256" }),
    "no setting of encryption": preview,
    "a key of another stack": encryptedWith({
      sseAlgorithm: "aws:kms",
      kmsMasterKeyId: "arn:aws:kms:eu-central-1:1:key/a",
    }),
    "a bucket that no distribution reads": [
      {
        type: "aws:cloudfront/distribution:Distribution",
        name: "site",
        props: distribution({ origins: [httpsOrigin()] }),
      },
      bucket,
      encryption,
      key,
    ],
  },
  unknown: {
    "a key from elsewhere": {
      stack: encryptedWith({ sseAlgorithm: "aws:kms", kmsMasterKeyId: unknown }),
      undecided: `encryption:${managedAt}`,
    },
    "rules from elsewhere": {
      stack: [
        ...preview,
        { ...encryption, props: { bucket: unknown, rules: unknown }, sources: { bucket: ["files"] } },
      ],
      undecided: "encryption:rules",
    },
  },
});
