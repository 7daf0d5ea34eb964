import type { Rule } from "../../rule";
import { pinAccessToDistribution } from "./pin-access-to-distribution";
import { refuseOriginAccessIdentity } from "./refuse-origin-access-identity";
import { refuseTrustedSigners } from "./refuse-trusted-signers";
import { refuseWebsiteOrigin } from "./refuse-website-origin";
import { requireAccessControlKind } from "./require-access-control-kind";
import { requireAccessLogs } from "./require-access-logs";
import { requireCallersApart } from "./require-callers-apart";
import { requireCertificateRegion } from "./require-certificate-region";
import { requireClosedLoadBalancer } from "./require-closed-load-balancer";
import { requireClosedVpcOrigin } from "./require-closed-vpc-origin";
import { requireDefaultRootObject } from "./require-default-root-object";
import { requireExistingBucket } from "./require-existing-bucket";
import { requireFunctionUrlAccessControl } from "./require-function-url-access-control";
import { requireOacSigning } from "./require-oac-signing";
import { requireOriginAccessControl } from "./require-origin-access-control";
import { requireOriginBucketPolicy } from "./require-origin-bucket-policy";
import { requireOriginHttps } from "./require-origin-https";
import { requireOriginKeyPolicy } from "./require-origin-key-policy";
import { requireOwnCertificate } from "./require-own-certificate";
import { requireSecurityHeaders } from "./require-security-headers";
import { requireSignedPaths } from "./require-signed-paths";
import { requireSni } from "./require-sni";
import { requireTenantCertificate } from "./require-tenant-certificate";
import { requireTenantParameters } from "./require-tenant-parameters";
import { requireUniqueAliases } from "./require-unique-aliases";
import { requireViewerHttps } from "./require-viewer-https";
import { requireViewerTls } from "./require-viewer-tls";
import { requireWaf } from "./require-waf";

export const cloudfrontRules: readonly Rule[] = [
  requireViewerHttps,
  requireOriginHttps,
  requireOriginAccessControl,
  requireOacSigning,
  refuseOriginAccessIdentity,
  requireFunctionUrlAccessControl,
  requireAccessControlKind,
  refuseWebsiteOrigin,
  pinAccessToDistribution,
  requireOriginBucketPolicy,
  requireOriginKeyPolicy,
  requireExistingBucket,
  requireClosedVpcOrigin,
  requireClosedLoadBalancer,
  requireViewerTls,
  requireOwnCertificate,
  requireSni,
  refuseTrustedSigners,
  requireSignedPaths,
  requireWaf,
  requireCertificateRegion,
  requireUniqueAliases,
  requireTenantParameters,
  requireTenantCertificate,
  requireCallersApart,
  requireDefaultRootObject,
  requireSecurityHeaders,
  requireAccessLogs,
];
