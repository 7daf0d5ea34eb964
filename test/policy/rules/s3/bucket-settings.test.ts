import { abortUnfinishedUploads } from "../../../../policy/rules/s3/abort-uploads";
import { requireAccessLogging } from "../../../../policy/rules/s3/require-access-logging";
import { requireCustomerKey } from "../../../../policy/rules/s3/require-customer-key";
import { requireLifecycle } from "../../../../policy/rules/s3/require-lifecycle";
import { requireVersioning } from "../../../../policy/rules/s3/require-versioning";
import { bucket, configures, logsTo } from "../../kit/buckets";
import { testJoin } from "../../kit/join-cases";
import { type Example, unknown } from "../../kit/judge";
import { testRule } from "../../kit/rule-cases";

const older = (props: Example["props"]): Example => ({ type: "aws:s3/bucketV2:BucketV2", name: "old", props });

const status = (value: unknown) => ({ bucket: unknown, versioningConfiguration: { status: value } });
const noVersions = '(resource): is not versioned; fix: create an aws.s3.BucketVersioning for it with status "Enabled"';

testRule(requireVersioning, {
  type: "aws:s3/bucketVersioning:BucketVersioning",
  violating: {
    "versioning suspended": {
      props: status("Suspended"),
      messages: ['versioningConfiguration.status: is not "Enabled"; fix: set it to "Enabled"'],
    },
    "no status": {
      props: status(undefined),
      messages: ['versioningConfiguration.status: is not set; fix: set it to "Enabled"'],
    },
  },
  clean: { "versioning on": { props: status("Enabled") } },
  unknown: { "a computed status": { props: status(unknown), path: "versioningConfiguration.status" } },
});

testJoin(requireVersioning, {
  violating: {
    "a bucket without, and one that is versioned": {
      stack: [bucket("a"), bucket("b"), configures("b", "BucketVersioning", status("Enabled"))],
      messages: { a: [noVersions] },
    },
    "what a preview does not know, and what the program turned off": {
      stack: [bucket("a", { versioning: unknown }), bucket("b", { versioning: { enabled: false } })],
      messages: { a: [noVersions], b: [noVersions] },
    },
    "an older bucket with versions off": {
      stack: [older({ versionings: [{ enabled: false }] })],
      messages: { old: [noVersions] },
    },
  },
  clean: {
    "versions in both older shapes": [
      bucket("a", { versioning: { enabled: true } }),
      older({ versionings: [{ enabled: true }] }),
    ],
    "a bucket with Object Lock": [bucket("a", { objectLockEnabled: true })],
    "a bucket that takes logs, by link": [bucket("a"), logsTo("a")],
    "a bucket that takes logs, by name, ARN and host name": [
      ...["b", "c", "d"].map((name) => bucket(name, { bucket: `shop-${name}` })),
      bucket("e", { bucket: "shop-e", versioning: { enabled: true }, logging: { targetBucket: "shop-b" } }),
      { type: "aws:ec2/flowLog:FlowLog", props: { logDestination: "arn:aws:s3:::shop-c/vpc" } },
      {
        type: "aws:cloudfront/distribution:Distribution",
        props: { loggingConfig: { bucket: "shop-d.s3.amazonaws.com" } },
      },
    ],
  },
  unknown: {
    "a computed setting": {
      stack: [
        bucket("a", { versioning: unknown }, { versioning: ["b"] }),
        bucket("b", { versioning: { enabled: true } }),
      ],
      undecided: "a:versioning",
    },
  },
});

const encryption = (byDefault: unknown) => ({ rules: [{ applyServerSideEncryptionByDefault: byDefault }] });
const keyArn = "arn:aws:kms:eu-central-1:123456789012:key/00000000-0000-4000-8000-000000000000";
const kms = { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn };
const at = "rules[0].applyServerSideEncryptionByDefault";

testJoin(requireCustomerKey, {
  violating: {
    "a bucket that says nothing": {
      stack: [bucket("a")],
      messages: {
        a: [
          "(resource): encrypts with a key of S3; fix: create an aws.s3.BucketServerSideEncryptionConfiguration for it with an aws.kms.Key",
        ],
      },
    },
    "keys of S3 and of AWS": {
      stack: [
        bucket("a"),
        configures("a", "BucketServerSideEncryptionConfiguration", encryption({ sseAlgorithm: "AES256" })),
        bucket("b"),
        configures("b", "BucketServerSideEncryptionConfiguration", encryption({ sseAlgorithm: "aws:kms" })),
        bucket("c"),
        configures(
          "c",
          "BucketServerSideEncryptionConfiguration",
          encryption({ sseAlgorithm: "aws:kms", kmsMasterKeyId: "alias/aws/s3" }),
        ),
      ],
      messages: {
        "a-BucketServerSideEncryptionConfiguration": [`${at}.sseAlgorithm: does not use KMS; fix: set it to "aws:kms"`],
        "b-BucketServerSideEncryptionConfiguration": [
          `${at}.kmsMasterKeyId: is not set, so the key is one of AWS; fix: set it to the ARN of an aws.kms.Key`,
        ],
        "c-BucketServerSideEncryptionConfiguration": [
          `${at}.kmsMasterKeyId: is a key that AWS manages; fix: set it to the ARN of an aws.kms.Key`,
        ],
      },
    },
  },
  clean: {
    "a key of the account": [bucket("a"), configures("a", "BucketServerSideEncryptionConfiguration", encryption(kms))],
    "the older shapes": [
      bucket("a", { serverSideEncryptionConfiguration: { rule: { applyServerSideEncryptionByDefault: kms } } }),
      older({ serverSideEncryptionConfigurations: [{ rules: [{ applyServerSideEncryptionByDefaults: [kms] }] }] }),
    ],
    "a bucket that takes logs": [bucket("a"), logsTo("a")],
  },
  unknown: {
    "a computed key": {
      stack: [
        bucket("a"),
        configures("a", "BucketServerSideEncryptionConfiguration", encryption({ ...kms, kmsMasterKeyId: unknown })),
      ],
      undecided: `a-BucketServerSideEncryptionConfiguration:${at}.kmsMasterKeyId`,
    },
    "a computed algorithm": {
      stack: [
        bucket("a"),
        configures("a", "BucketServerSideEncryptionConfiguration", encryption({ sseAlgorithm: unknown })),
      ],
      undecided: `a-BucketServerSideEncryptionConfiguration:${at}.sseAlgorithm`,
    },
  },
});

const noLog = "(resource): does not log requests; fix: create an aws.s3.BucketLogging for it with a targetBucket";

testJoin(requireAccessLogging, {
  violating: {
    "a bucket without": { stack: [bucket("a")], messages: { a: [noLog] } },
    "an older bucket with an empty target": {
      stack: [older({ loggings: [{ targetBucket: "" }] })],
      messages: { old: [noLog] },
    },
  },
  clean: {
    "a bucket that logs to another": [
      bucket("a"),
      bucket("logs"),
      {
        ...configures("a", "BucketLogging", { targetBucket: unknown }),
        sources: { bucket: ["a"], targetBucket: ["logs"] },
      },
    ],
    "a bucket that says so itself": [bucket("a", { logging: { targetBucket: unknown } }, { logging: ["b"] })],
  },
  unknown: {
    "a computed setting": {
      stack: [
        bucket("a", { logging: unknown }, { logging: ["b"] }),
        bucket("b", { logging: { targetBucket: "shop-logs" } }),
      ],
      undecided: "a:logging",
    },
  },
});

const lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
const enabled = { id: "expire", status: "Enabled", filter: {}, expiration: { days: 30 } };
const off = 'rules: has no rule that is on; fix: add a rule with status "Enabled"';

testRule(requireLifecycle, {
  type: lifecycle,
  violating: {
    "rules that are off": { props: { rules: [{ ...enabled, status: "Disabled" }] }, messages: [off] },
    "no rules": { props: { bucket: "shop-files" }, messages: [off] },
  },
  clean: { "a rule that is on": { props: { rules: [{ ...enabled, status: "Disabled" }, enabled] } } },
  unknown: {
    "computed rules": { props: { rules: unknown }, path: "rules" },
    "a computed status": { props: { rules: [{ ...enabled, status: unknown }] }, path: "rules[0].status" },
  },
});

const noLifecycle = "(resource): has no lifecycle; fix: create an aws.s3.BucketLifecycleConfiguration for it";

testJoin(requireLifecycle, {
  violating: {
    "a bucket without": { stack: [bucket("a", { lifecycleRules: unknown })], messages: { a: [noLifecycle] } },
    "a rule of its own that is off": {
      stack: [bucket("a", { lifecycleRules: [{ enabled: false }] })],
      messages: { a: [noLifecycle] },
    },
  },
  clean: {
    "a lifecycle, and a rule of its own": [
      bucket("a"),
      configures("a", "BucketLifecycleConfiguration"),
      bucket("b", { lifecycleRules: [{ enabled: true }] }),
    ],
  },
  unknown: {},
});

const abort = { ...enabled, abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } };
const fixUploads = "add a rule without filter and with abortIncompleteMultipartUpload.daysAfterInitiation";
const keeps = `rules: has no rule that aborts unfinished uploads of every object; fix: ${fixUploads}`;

testRule(abortUnfinishedUploads, {
  type: lifecycle,
  violating: {
    "a rule without": { props: { rules: [enabled] }, messages: [keeps] },
    "a rule for some objects": { props: { rules: [{ ...abort, filter: { prefix: "a/" } }] }, messages: [keeps] },
    "a rule that is off": { props: { rules: [{ ...abort, status: "Disabled" }] }, messages: [keeps] },
  },
  clean: {
    "a rule for every object": { props: { rules: [enabled, abort] } },
    "an empty prefix": { props: { rules: [{ ...abort, filter: { prefix: "" } }] } },
  },
  unknown: { "a computed prefix": { props: { rules: [{ ...abort, prefix: unknown }] }, path: "rules[0].prefix" } },
});

const keepsAll = `(resource): keeps unfinished uploads; fix: create an aws.s3.BucketLifecycleConfiguration for it: ${fixUploads}`;

testJoin(abortUnfinishedUploads, {
  violating: {
    "a bucket without": { stack: [bucket("a")], messages: { a: [keepsAll] } },
    "a rule of its own without": {
      stack: [bucket("a", { lifecycleRules: [{ enabled: true }] })],
      messages: { a: [keepsAll] },
    },
  },
  clean: {
    "a rule of its own": [bucket("a", { lifecycleRules: [{ enabled: true, abortIncompleteMultipartUploadDays: 7 }] })],
  },
  unknown: {},
});
