// Buckets made elsewhere: what the front door writes, and what their owners have to.

import * as pulumi from "@pulumi/pulumi";
import {
  BucketAccess,
  EncryptionMode,
  type ExistingBucket,
  type S3OriginOptions,
  s3Origin,
} from "../../../../components";
import { distributionArn } from "../../aws-outputs";
import { find, follows, known } from "../../record-stack";
import { existingBucket, keyArn } from "../variants";
import { problemsOf, serve } from "./serve";

const onlyThis = { StringEquals: { "AWS:SourceArn": distributionArn("site-distribution") } };
const read = {
  Sid: "AllowCloudFrontRead",
  Effect: "Allow",
  Principal: { Service: "cloudfront.amazonaws.com" },
  Condition: onlyThis,
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::handmade/*",
};
const tlsOnly = {
  Sid: "DenyInsecureTransport",
  Effect: "Deny",
  Principal: "*",
  Action: "s3:*",
  Resource: ["arn:aws:s3:::handmade", "arn:aws:s3:::handmade/*"],
  Condition: { Bool: { "aws:SecureTransport": "false" } },
};
const decrypt = {
  Sid: "AllowCloudFrontDecrypt",
  Effect: "Allow",
  Principal: { Service: "cloudfront.amazonaws.com" },
  Action: "kms:Decrypt",
  Resource: "*",
  Condition: onlyThis,
};

test("gets an access control and a policy where it is, and nothing else of it is touched", async () => {
  const { children, origins, inputsOf, policyOf, site } = await serve(() => s3Origin({ existingBucket }));
  expect(children).toEqual(["bucket-policy", "oac"]);
  expect(origins).toEqual([
    {
      originId: "default",
      domainName: "handmade.s3.eu-west-1.amazonaws.com",
      originAccessControlId: "site-oac-id",
    },
  ]);
  const { policy, ...where } = inputsOf("site-bucket-policy");
  expect(where).toEqual({ bucket: "handmade", region: "eu-west-1" });
  expect(policyOf("site-bucket-policy")).toEqual({ Version: "2012-10-17", Statement: [read, tlsOnly] });
  expect(await known(site.bucketName)).toBe("handmade");
  expect(await known(site.requiredGrants)).toEqual([]);
});

test("keeps a policy that is somebody else's, who is told every statement", async () => {
  const { children, site } = await serve(() => s3Origin({ existingBucket, manageBucketPolicy: false }));
  expect(children).toEqual(["oac"]);
  expect(await known(site.requiredGrants)).toEqual([
    { resourceArn: "arn:aws:s3:::handmade", statements: [read, tlsOnly] },
  ]);
});

test("of another account is read as well, by a policy that only its owner can write", async () => {
  const foreign = { ...existingBucket, ownerAccountId: "999988887777" };
  const { children, origins, site } = await serve(() =>
    s3Origin({ existingBucket: foreign, manageBucketPolicy: false }),
  );
  expect(children).toEqual(["oac"]);
  expect(origins).toMatchObject([{ originAccessControlId: "site-oac-id" }]);
  expect(await known(site.requiredGrants)).toMatchObject([{ resourceArn: "arn:aws:s3:::handmade" }]);
});

describe("encrypted with a key of its own", () => {
  const encrypted = { ...existingBucket, encryptionKeyArn: keyArn };

  test("the key's owner is told what the key must allow, whoever writes the bucket's policy", async () => {
    const managed = await serve(() => s3Origin({ existingBucket: encrypted }));
    expect(managed.children).toEqual(["bucket-policy", "oac"]);
    expect(await known(managed.site.requiredGrants)).toEqual([{ resourceArn: keyArn, statements: [decrypt] }]);

    const foreign = await serve(() => s3Origin({ existingBucket: encrypted, manageBucketPolicy: false }));
    expect(await known(foreign.site.requiredGrants)).toEqual([
      { resourceArn: "arn:aws:s3:::handmade", statements: [read, tlsOnly] },
      { resourceArn: keyArn, statements: [decrypt] },
    ]);
  });

  test("uploads need more of it", async () => {
    const { site } = await serve(() => s3Origin({ existingBucket: encrypted, access: [BucketAccess.Write] }));
    expect(await known(site.requiredGrants)).toEqual([
      {
        resourceArn: keyArn,
        statements: [
          {
            ...decrypt,
            Sid: "AllowCloudFrontEncryptDecrypt",
            Action: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*"],
          },
        ],
      },
    ]);
  });

  test("the front door's own key is not opened to a distribution that reads nothing with it", async () => {
    const { policyOf } = await serve(() => s3Origin({ existingBucket: encrypted }), {
      encryption: EncryptionMode.SseKms,
    });
    const sids = policyOf("site-key-policy").Statement.map(({ Sid }: { Sid: string }) => Sid);
    expect(sids).toEqual(["AllowAccountAdministration"]);
  });
});

test("what else its policy says comes after what CloudFront needs, and after the distribution", async () => {
  const upload = {
    Sid: "AllowDeployment",
    Effect: "Allow" as const,
    Principal: { AWS: "arn:aws:iam::123456789012:role/deploy" },
    Action: "s3:PutObject",
    Resource: "arn:aws:s3:::handmade/*",
  };
  const { policyOf, resources } = await serve(() =>
    s3Origin({ existingBucket, extraStatements: pulumi.output([upload]) }),
  );
  expect(policyOf("site-bucket-policy").Statement).toEqual([read, tlsOnly, upload]);
  expect(follows(resources, "site-bucket-policy", "site-distribution")).toBe(true);
  expect(find(resources, "site-bucket-policy").secrets).toEqual([]);
});

describe("is refused", () => {
  const NAMES = ["bucket", "arn", "bucketRegionalDomainName"];
  const CONTRADICTION =
    "origin.manageBucketPolicy and origin.existingBucket.ownerAccountId: not contradict each other: only the account that owns the bucket can write its policy";
  const KEY = "origin.existingBucket.encryptionKeyArn: be";
  const cases: [string, object, string[]][] = [
    ["by its name", { existingBucket: "handmade" }, ["origin.existingBucket: be an object, not text"]],
    ["by nothing", { existingBucket: {} }, NAMES.map((name) => `origin.existingBucket.${name}: be given`)],
    [
      "by its name, with a policy of somebody else's",
      { existingBucket: "handmade", manageBucketPolicy: false },
      ["origin.existingBucket: be an object, not text"],
    ],
    ["as null", { existingBucket: null }, ["origin.existingBucket: be an object, not null"]],
    [
      "by numbers",
      { existingBucket: { ...existingBucket, bucket: 7 } },
      ["origin.existingBucket.bucket: be text or an output, not a number"],
    ],
    [
      "by its website",
      {
        existingBucket: { ...existingBucket, bucketRegionalDomainName: "handmade.s3-website.eu-west-1.amazonaws.com" },
      },
      ["origin.existingBucket.bucketRegionalDomainName: not be a website endpoint, which takes no signed requests"],
    ],
    [
      "with the key of S3 that lets nobody in",
      { existingBucket: { ...existingBucket, encryptionKeyArn: "arn:aws:kms:eu-west-1:123456789012:alias/aws/s3" } },
      [`${KEY} a customer managed key: the policy of aws/s3 cannot let CloudFront in`],
    ],
    [
      "with the short name of that key",
      { existingBucket: { ...existingBucket, encryptionKeyArn: "alias/aws/s3" } },
      [`${KEY} a customer managed key: the policy of aws/s3 cannot let CloudFront in`],
    ],
    [
      "with the id of a key, which no policy can name",
      { existingBucket: { ...existingBucket, encryptionKeyArn: "1234abcd-12ab-34cd-56ef-1234567890ab" } },
      [`${KEY} the ARN of a key`],
    ],
    [
      "of another account, written by this one",
      { existingBucket: { ...existingBucket, ownerAccountId: "999988887777" } },
      [CONTRADICTION],
    ],
    [
      "of another account that is none",
      { existingBucket: { ...existingBucket, ownerAccountId: "other" }, manageBucketPolicy: false },
      ["origin.existingBucket.ownerAccountId: be an account's id of 12 digits, as text"],
    ],
  ];
  test.each(cases)("%s", (_title, options, problems) => {
    expect(problemsOf(s3Origin(options))).toEqual(problems);
  });
});

test("what is not known yet is not judged", () => {
  const later = pulumi.output("x");
  const existing: ExistingBucket = {
    bucket: later,
    arn: later,
    bucketRegionalDomainName: later,
    encryptionKeyArn: later,
  };
  const options: S3OriginOptions = { existingBucket: existing };
  expect(problemsOf(s3Origin(options))).toEqual([]);
});
