// A distribution that every rule accepts, and ways to change one thing in it.

export const distributionType = "aws:cloudfront/distribution:Distribution";
export const multitenantType = "aws:cloudfront/multitenantDistribution:MultitenantDistribution";
export const tenantType = "aws:cloudfront/distributionTenant:DistributionTenant";

export const accountId = "123456789012";
export const distributionArn = `arn:aws:cloudfront::${accountId}:distribution/E1A2B3C4D5E6F7`;
export const webAclArn = `arn:aws:wafv2:us-east-1:${accountId}:global/webacl/shop/7f7b1d6e-0000-4000-8000-000000000000`;
export const certificateArn = `arn:aws:acm:us-east-1:${accountId}:certificate/7f7b1d6e-0000-4000-8000-000000000001`;

export function httpsOrigin(change: Record<string, unknown> = {}) {
  return {
    originId: "api",
    domainName: "api.example.com",
    customOriginConfig: {
      httpPort: 80,
      httpsPort: 443,
      originProtocolPolicy: "https-only",
      originSslProtocols: ["TLSv1.2"],
      ...change,
    },
  };
}

export function bucketOrigin(change: Record<string, unknown> = {}) {
  return {
    originId: "site",
    domainName: "shop-site.s3.eu-central-1.amazonaws.com",
    originAccessControlId: "E2QWRUHAPOMQZL",
    ...change,
  };
}

export function behavior(viewerProtocolPolicy: unknown = "redirect-to-https") {
  return {
    targetOriginId: "site",
    viewerProtocolPolicy,
    allowedMethods: ["GET", "HEAD"],
    cachedMethods: ["GET", "HEAD"],
  };
}

export function distribution(change: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    enabled: true,
    aliases: ["shop.example.com"],
    origins: [bucketOrigin(), httpsOrigin()],
    defaultCacheBehavior: behavior(),
    orderedCacheBehaviors: [{ pathPattern: "/api/*", ...behavior("https-only") }],
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: {
      acmCertificateArn: certificateArn,
      sslSupportMethod: "sni-only",
      minimumProtocolVersion: "TLSv1.2_2025",
    },
    webAclId: webAclArn,
    ...change,
  };
}
