// The contract that users target with `--target`, `transforms` and `aliases`: a changed line here replaces resources.

import { tree } from "../record-stack";
import { build, variant } from "./build";

async function treeOf(title: string): Promise<string[]> {
  return tree((await build(variant(title))).resources);
}

const WEBSITE_ON_CLOUDFRONT_NAME = [
  "aws:cloudfront/distribution:Distribution | site-distribution | site",
  "aws:cloudfront/originAccessControl:OriginAccessControl | site-oac | site",
  "aws:cloudwatch/logDelivery:LogDelivery | site-log-delivery | site",
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination | site-log-destination | site",
  "aws:cloudwatch/logDeliverySource:LogDeliverySource | site-log-source | site",
  "aws:cloudwatch/logGroup:LogGroup | site-web-acl-log | site",
  "aws:s3/bucket:Bucket | site-bucket | site",
  "aws:s3/bucket:Bucket | site-log-bucket | site",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration | site-bucket-lifecycle | site",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration | site-log-bucket-lifecycle | site",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls | site-bucket-ownership | site",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls | site-log-bucket-ownership | site",
  "aws:s3/bucketPolicy:BucketPolicy | site-bucket-policy | site",
  "aws:s3/bucketPolicy:BucketPolicy | site-log-bucket-policy | site",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock | site-bucket-public-access | site",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock | site-log-bucket-public-access | site",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration | site-bucket-encryption | site",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration | site-log-bucket-encryption | site",
  "aws:s3/bucketVersioning:BucketVersioning | site-bucket-versioning | site",
  "aws:wafv2/webAcl:WebAcl | site-web-acl | site",
  "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration | site-web-acl-logging | site",
  "causeway:index:EdgeFrontDoor | site | ",
];

const DOMAIN_IN_ROUTE_53 = [
  "aws:acm/certificate:Certificate | site-certificate | site",
  "aws:acm/certificateValidation:CertificateValidation | site-certificate-validation | site",
  "aws:route53/record:Record | site-a-www.example.com | site",
  "aws:route53/record:Record | site-aaaa-www.example.com | site",
  "aws:route53/record:Record | site-validation-www.example.com | site",
];

test("a website on the distribution's own name", async () => {
  expect(await treeOf("a website without a domain")).toEqual(WEBSITE_ON_CLOUDFRONT_NAME);
});

test("a domain in Route 53 adds certificate, validation and alias records", async () => {
  const expected = [...WEBSITE_ON_CLOUDFRONT_NAME, ...DOMAIN_IN_ROUTE_53].sort();
  expect(await treeOf("a website with a domain")).toEqual(expected);
});

test("a domain elsewhere adds the certificate, and what waits for it only once the records exist", async () => {
  const certificate = "aws:acm/certificate:Certificate | site-certificate | site";
  const validation = "aws:acm/certificateValidation:CertificateValidation | site-certificate-validation | site";
  expect(await treeOf("DNS elsewhere, before the records exist")).toEqual(
    [...WEBSITE_ON_CLOUDFRONT_NAME, certificate].sort(),
  );
  expect(await treeOf("DNS elsewhere, with the records")).toEqual(
    [...WEBSITE_ON_CLOUDFRONT_NAME, certificate, validation].sort(),
  );
});

test("an API has neither a bucket of its own nor an access control", async () => {
  const ofWebsiteBucket = / site-(bucket|oac)/;
  expect(await treeOf("an API alone")).toEqual(
    WEBSITE_ON_CLOUDFRONT_NAME.filter((line) => !ofWebsiteBucket.test(line)),
  );
});

test("what is made elsewhere is not made again", async () => {
  expect(await treeOf("everything made elsewhere")).toEqual(
    [
      ...WEBSITE_ON_CLOUDFRONT_NAME.filter((line) => !/ site-(bucket|web-acl)/.test(line)),
      "aws:route53/record:Record | site-a-www.example.com | site",
      "aws:route53/record:Record | site-aaaa-www.example.com | site",
    ].sort(),
  );
});

test("without firewall and logs nothing of either is left", async () => {
  expect(await treeOf("no firewall and no logs")).toEqual(
    WEBSITE_ON_CLOUDFRONT_NAME.filter((line) => !/ site-(web-acl|log)/.test(line)),
  );
});

test("logs in a log group need no bucket, and an existing bucket only a policy", async () => {
  expect(await treeOf("an existing bucket, a log group, no protection")).toEqual(
    [
      ...WEBSITE_ON_CLOUDFRONT_NAME.filter((line) => !/ site-(bucket|log-bucket)/.test(line)),
      "aws:cloudwatch/logGroup:LogGroup | site-log-group | site",
      "aws:s3/bucketPolicy:BucketPolicy | site-bucket-policy | site",
    ].sort(),
  );
});

test("everything at once names the children of a route after it, and an apex shares its record with its wildcard", async () => {
  const names = (await treeOf("everything at once"))
    .map((line) => line.split(" | ")[1] ?? "")
    .filter((name) => /site-(route|validation|a|aaaa|key)\b/.test(name));
  expect(names.sort()).toEqual([
    "site-a-example.com",
    "site-a-wildcard.example.com",
    "site-a-www.example.org",
    "site-aaaa-example.com",
    "site-aaaa-wildcard.example.com",
    "site-aaaa-www.example.org",
    "site-key",
    "site-key-policy",
    "site-route-media-bucket",
    "site-route-media-bucket-encryption",
    "site-route-media-bucket-lifecycle",
    "site-route-media-bucket-ownership",
    "site-route-media-bucket-policy",
    "site-route-media-bucket-public-access",
    "site-route-media-bucket-versioning",
    "site-route-media-oac",
    "site-validation-example.com",
    "site-validation-www.example.org",
  ]);
});
