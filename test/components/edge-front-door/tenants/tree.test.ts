// The contract that users target with `--target`, `transforms` and `aliases`: a changed line here replaces resources.

import { tree } from "../../record-stack";
import { buildTenanted, tenantedVariant } from "./build";

async function treeOf(title: string): Promise<string[]> {
  return tree((await buildTenanted(tenantedVariant(title))).resources);
}

const perTier = (tier: string): string[] => [
  `aws:cloudfront/multitenantDistribution:MultitenantDistribution | stores-${tier}-distribution | stores`,
  `aws:cloudwatch/logDelivery:LogDelivery | stores-${tier}-log-delivery | stores`,
  `aws:cloudwatch/logDeliverySource:LogDeliverySource | stores-${tier}-log-source | stores`,
  `aws:cloudwatch/logGroup:LogGroup | stores-${tier}-web-acl-log | stores`,
  `aws:wafv2/webAcl:WebAcl | stores-${tier}-web-acl | stores`,
  `aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration | stores-${tier}-web-acl-logging | stores`,
];

const perTenant = (tenant: string, domains: readonly string[]): string[] => [
  `aws:cloudfront/distributionTenant:DistributionTenant | stores-tenant-${tenant} | stores`,
  ...domains.flatMap((name) =>
    ["a", "aaaa"].map((type) => `aws:route53/record:Record | stores-tenant-${tenant}-${type}-${name} | stores`),
  ),
];

const COMMON = [
  "aws:cloudfront/connectionGroup:ConnectionGroup | stores-connection-group-default | stores",
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination | stores-log-destination | stores",
  "aws:s3/bucket:Bucket | stores-log-bucket | stores",
  "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration | stores-log-bucket-lifecycle | stores",
  "aws:s3/bucketOwnershipControls:BucketOwnershipControls | stores-log-bucket-ownership | stores",
  "aws:s3/bucketPolicy:BucketPolicy | stores-log-bucket-policy | stores",
  "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock | stores-log-bucket-public-access | stores",
  "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration | stores-log-bucket-encryption | stores",
  "causeway:index:TenantedFrontDoor | stores | ",
];

const CERTIFICATE = [
  "aws:acm/certificate:Certificate | stores-certificate | stores",
  "aws:acm/certificateValidation:CertificateValidation | stores-certificate-validation | stores",
  "aws:route53/record:Record | stores-validation-mystore.app | stores",
];

const bucket = (prefix: string): string[] => [
  `aws:cloudfront/originAccessControl:OriginAccessControl | ${prefix}-oac | stores`,
  `aws:s3/bucket:Bucket | ${prefix}-bucket | stores`,
  `aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration | ${prefix}-bucket-lifecycle | stores`,
  `aws:s3/bucketOwnershipControls:BucketOwnershipControls | ${prefix}-bucket-ownership | stores`,
  `aws:s3/bucketPolicy:BucketPolicy | ${prefix}-bucket-policy | stores`,
  `aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock | ${prefix}-bucket-public-access | stores`,
  `aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration | ${prefix}-bucket-encryption | stores`,
  `aws:s3/bucketVersioning:BucketVersioning | ${prefix}-bucket-versioning | stores`,
];

test("three tiers, their tenants, and what they have in common", async () => {
  expect(await treeOf("three tiers under one domain")).toEqual(
    [
      ...COMMON,
      ...CERTIFICATE,
      ...["bronze", "silver", "gold"].flatMap(perTier),
      ...perTenant("acme", ["acme.mystore.app", "acme.example"]),
      ...perTenant("globex", ["globex.mystore.app"]),
      ...perTenant("initech", ["initech.mystore.app"]),
    ].sort(),
  );
});

test("a tier without tenants and without a domain", async () => {
  expect(await treeOf("a tier alone, without tenants")).toEqual(
    [...COMMON, ...perTier("only"), ...bucket("stores-only")].sort(),
  );
});

test("children of origins carry the names of tier and route, those of functions the function's", async () => {
  expect(await treeOf("one bucket for two tiers, encrypted")).toEqual(
    [
      ...COMMON,
      ...perTier("free"),
      ...perTier("paid"),
      ...bucket("stores-free"),
      ...bucket("stores-paid-route-media"),
      ...perTenant("acme", ["acme.mystore.app"]),
      "aws:cloudfront/function:Function | stores-function-single-page-app | stores",
      "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy | stores-paid-response-headers | stores",
      "aws:kms/key:Key | stores-key | stores",
      "aws:kms/keyPolicy:KeyPolicy | stores-key-policy | stores",
    ].sort(),
  );
});
